// What may be done about a case: each action says beforehand what it would do, and to whom.

import { html } from "hono/html";
import type { CaseView } from "../../../services/cases/case-view.ts";
import type { RulingWord, Spared } from "../../../services/cases/preview.ts";
import { type RulingSums, sumsOf } from "../../../services/cases/sums.ts";
import { previewIn } from "../../../services/cases/view-preview.ts";
import type { Asked, Html } from "../page.ts";

export const caseActs = {
  refuse: { word: "refuse", standing: false },
  "keep-refusing": { word: "refuse", standing: true },
  release: { word: "release", standing: false },
  "never-again": { word: "release", standing: true },
} as const satisfies Record<string, { word: RulingWord; standing: boolean }>;

export type CaseAct = keyof typeof caseActs;

/** The form that the list's boxes belong to as well. */
export const formId = "ruling";

export async function actionsOf(asked: Asked, view: CaseView): Promise<Html> {
  if (view.pending !== undefined) return html``;
  const { words, formKey } = asked;
  const [refusal, release] = await Promise.all([
    sumsFor(asked, view, "refuse"),
    sumsFor(asked, view, "release"),
  ]);
  const path = `/cases/${view.record.campaign}/ruling`;
  return html`<h2>${words.caseWords.actions}</h2>
<p class="meta">${words.caseWords.actionsHint}</p>
<form method="post" action="${path}" id="${formId}">${formKey}<div class="cards">
${refusal === undefined ? "" : refusalCards(asked, refusal)}
${release === undefined ? "" : releaseCards(asked, release)}</div></form>`;
}

async function sumsFor(
  { now }: Asked,
  view: CaseView,
  word: RulingWord,
): Promise<RulingSums | undefined> {
  const preview = await previewIn(view, { word }, now);
  return preview && sumsOf(preview);
}

function refusalCards(asked: Asked, sums: RulingSums): Html {
  const { words } = asked;
  const { does } = words.caseWords;
  const all = [...whatItDoes(asked, sums, does.refuse), does.told, does.laterSpam];
  return html`${card("refuse", words.caseWords.refuse, "stern", all)}
${card("keep-refusing", words.caseWords.keepRefusing, "stern", [does.keep])}`;
}

function releaseCards(asked: Asked, sums: RulingSums): Html {
  const { words, say } = asked;
  const { does } = words.caseWords;
  const { replay, "own-proof": proof, none } = sums.ways;
  const ways: readonly (readonly [string, number | undefined])[] = [
    [does.replay, replay],
    [does.ownProof, proof],
    [does.none, none],
    [does.takenBack, sums.takenBack],
  ];
  const how = ways.flatMap(([sentence, count]) => (count ? [say(sentence, { count })] : []));
  const all = [...whatItDoes(asked, sums, does.release), ...how, does.unsent, does.laterHam];
  const isBack = sums.takenBack > 0 && sums.takenBack === sums.deliveries;
  const late = sums.left["too late"] === undefined ? "" : lateBox(asked);
  const name = isBack ? words.caseWords.releaseAfterAll : words.caseWords.release;
  return html`${card("release", name, "", all, late)}
${card("never-again", words.caseWords.neverAgain, "", [does.never])}`;
}

function lateBox({ words }: Asked): Html {
  const { late } = words.caseWords;
  return html`<label><input type="checkbox" name="late" value="yes"> ${late}</label>`;
}

/** Whom it is about, and who is left out. */
export function whatItDoes(
  { words, say }: Asked,
  sums: RulingSums,
  sentence: string,
): readonly string[] {
  const { does, left, leftHint } = words.caseWords;
  const { deliveries, senders, domains, people } = sums;
  const about =
    deliveries === 0 ? does.nothing : say(sentence, { deliveries, senders, domains, people });
  const out = (Object.entries(sums.left) as [Spared, number][]).map(([because, count]) => {
    const isChoice = because !== "too late" && because !== "ended" && because !== "pending";
    return `${say(left[because], { count })}${isChoice ? ` ${leftHint}` : ""}`;
  });
  return [about, ...out];
}

function card(
  act: CaseAct,
  name: string,
  looks: string,
  sentences: readonly string[],
  choice: Html | string = "",
): Html {
  return html`<article class="card"><button name="act" value="${act}" class="${looks}"
 aria-describedby="does-${act}">${name}</button>
<ul class="plain-list meta" id="does-${act}">${sentences.map((one) => html`<li>${one}</li>`)}</ul>
${choice}</article>`;
}
