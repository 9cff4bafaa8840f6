// What is done with several cases at once: said beforehand, then given its half minute.

import { html } from "hono/html";
import { z } from "zod";
import type { CampaignId } from "../../../model/campaign.ts";
import type { Receipt } from "../../../model/ids.ts";
import { shortActor } from "../../../model/short-actor.ts";
import { assign } from "../../../services/cases/assignment.ts";
import { inMind } from "../../../services/cases/knowing.ts";
import { giveRuling, pendingRulings, pendingWords } from "../../../services/cases/pending.ts";
import {
  campaignIn,
  type Preview,
  previewRuling,
  type RulingWord,
} from "../../../services/cases/preview.ts";
import { sumsOf } from "../../../services/cases/sums.ts";
import { type Answer, type Asked, type Html, type Route, readAs, WrongInput } from "../page.ts";
import { whatItDoes } from "./case-actions.ts";
import { casesAPage } from "./cases-filter.ts";

export const casesRuleRoutes: readonly Route[] = [
  { method: "POST", path: "/cases/act", may: "rule", answer: act },
  { method: "POST", path: "/cases/rulings", may: "rule", answer: rule },
];

const acts = z.object({ act: z.enum(["release", "refuse", "take", "leave"]) });

/** Only the list itself, as it was asked for. */
const back = z.object({
  back: z
    .string()
    .regex(/^\/cases(?:\?[\w%.~+&=-]*)?$/)
    .max(1500)
    .catch("/cases"),
});

async function act(asked: Asked): Promise<Answer> {
  const { act: chosen } = readAs(acts, asked.form);
  const list = readAs(back, asked.form).back;
  const picked = picksIn(asked);
  if (picked.length === 0) return { kind: "redirect", to: withQuery(list, "nothing=ticked") };
  if (chosen === "take" || chosen === "leave") return assignAll(asked, picked, chosen, list);
  return previewPage(asked, chosen, picked, list);
}

function picksIn({ form, words, say }: Asked): readonly string[] {
  const picked = [...new Set(form.getAll("pick"))];
  if (picked.length > casesAPage)
    throw new WrongInput(say(words.cases.tooMany, { count: casesAPage }));
  return picked.filter((one) => one !== "" && one.length <= 100);
}

function withQuery(path: string, more: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}${more}`;
}

async function assignAll(
  asked: Asked,
  picked: readonly string[],
  chosen: "take" | "leave",
  list: string,
): Promise<Answer> {
  const { parts } = asked;
  const hand = asked.hand();
  const to = chosen === "take" ? hand.by : undefined;
  for (const one of picked) {
    const about = await subjectOf(asked, one);
    if (about !== undefined) await assign(about, to, hand, parts.ownRecords);
  }
  return { kind: "redirect", to: list };
}

/** What a case goes by now, or what is kept; nothing is written down about anything else. */
export async function subjectOf(
  { parts }: Pick<Asked, "parts">,
  named: string,
): Promise<CampaignId | Receipt | undefined> {
  const campaign = campaignIn(named);
  if (campaign !== undefined) return (await parts.ledger.caseRecord(campaign))?.campaign;
  return (await parts.ledger.find(named as Receipt))?.delivery.receipt;
}

async function previewOf(
  { parts, now }: Asked,
  word: RulingWord,
  picked: readonly string[],
): Promise<Preview | undefined> {
  const cases = picked.flatMap((one) => campaignIn(one) ?? []);
  const receipts = picked.filter((one) => campaignIn(one) === undefined) as Receipt[];
  const pending = pendingWords(await pendingRulings(parts.ownRecords));
  const campaigns = inMind(parts.memory, parts.clock);
  const stores = { ledger: parts.ledger, campaigns, pending };
  const found = await previewRuling({ word, cases, receipts }, stores, now);
  return found.ok ? found.value : undefined;
}

async function previewPage(
  asked: Asked,
  word: RulingWord,
  picked: readonly string[],
  list: string,
): Promise<Answer> {
  const { words, formKey } = asked;
  const { cases } = words;
  const preview = await previewOf(asked, word, picked);
  if (preview === undefined) return { kind: "redirect", to: "/cases?not=nobody+tells" };
  const [title, button] =
    word === "refuse"
      ? ([cases.previewRefuse, cases.doRefuse] as const)
      : ([cases.previewRelease, cases.doRelease] as const);
  const sums = sumsOf(preview);
  const { deliveries } = sums;
  const [told = "", ...left] = whatItDoes(asked, sums, words.caseWords.does[word]);
  const looks = word === "refuse" ? "stern" : "";
  const give = html`<form method="post" action="/cases/rulings" class="actions">${formKey}
<input type="hidden" name="act" value="${word}"><input type="hidden" name="back" value="${list}">
${picked.map((one) => html`<input type="hidden" name="pick" value="${one}">`)}
<p class="meta">${cases.halfAMinute}</p>
<button class="${looks}" autofocus>${asked.say(button, { count: deliveries })}</button>
<a href="${list}">${cases.back}</a></form>`;
  const body = html`<p class="lead">${deliveries === 0 ? cases.nothingMoves : told}</p>
<ul>${left.map((one) => html`<li>${one}</li>`)}</ul>${namesOf(preview)}
${deliveries === 0 ? html`<p><a href="${list}">${cases.back}</a></p>` : give}`;
  return { kind: "page", title, body };
}

/** By name what it is about, each with how many. */
function namesOf({ parts }: Preview): Html {
  const all = parts.filter(({ meant }) => meant.length > 0);
  const line = ({ named, campaign, meant }: (typeof all)[number]): Html => {
    const name = campaign ?? shortActor(meant[0]?.kept.sender ?? named);
    const count = campaign === undefined ? "" : ` (${meant.length})`;
    return html`<li><span class="strange">${name.slice(0, 200)}</span>${count}</li>`;
  };
  return html`<ul class="plain-list meta">${all.map(line)}</ul>`;
}

async function rule(asked: Asked): Promise<Answer> {
  const word = readAs(z.object({ act: z.enum(["release", "refuse"]) }), asked.form).act;
  const list = readAs(back, asked.form).back;
  const preview = await previewOf(asked, word, picksIn(asked));
  if (preview === undefined) return { kind: "redirect", to: "/cases?not=nobody+tells" };
  const given = await giveRuling(preview, {}, asked.hand(), asked.parts.ownRecords);
  if (given.ok) return { kind: "redirect", to: list };
  const not = new URLSearchParams({ not: given.error }).toString();
  return { kind: "redirect", to: withQuery(list, not) };
}
