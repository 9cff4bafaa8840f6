// One delivery: why it is kept, what it says where that may be read, and a word on it.

import { html } from "hono/html";
import { z } from "zod";
import type { EpochMs } from "../../../base/units.ts";
import { signals } from "../../../engine/signals/index.ts";
import type { Receipt } from "../../../model/ids.ts";
import type { Decision } from "../../../ports/chronicle.ts";
import { noteAudit } from "../../../services/audit.ts";
import { type DeliveryView, deliveryView } from "../../../services/cases/delivery-view.ts";
import { inMind, knowsSender } from "../../../services/cases/knowing.ts";
import { giveRuling, pendingRulings, pendingWords } from "../../../services/cases/pending.ts";
import { mayBeRuled, previewRuling } from "../../../services/cases/preview.ts";
import { isOpen, openWay } from "../../../services/cases/ways.ts";
import { pageOf, subjectLink } from "../links.ts";
import { type Answer, type Asked, type Html, NotThere, type Route, readAs } from "../page.ts";
import { appealsSection } from "./appeals.ts";
import { fateBadge } from "./case-members.ts";
import { notesSection } from "./case-notes.ts";
import { actsSection } from "./case-sections.ts";
import { changeSection, saysSection, whySection } from "./delivery-sections.ts";
import { undoBar, whatHappened } from "./undo.ts";

export const deliveryRoutes: readonly Route[] = [
  { method: "GET", path: "/deliveries/:receipt", may: "read", answer: envelope },
  { method: "POST", path: "/deliveries/:receipt/body", may: "rule", answer: readBody },
  { method: "POST", path: "/deliveries/:receipt/ruling", may: "rule", answer: rule },
];

function envelope(asked: Asked): Promise<Answer> {
  return page(asked, false);
}

async function page(asked: Asked, alsoPrivate: boolean): Promise<Answer> {
  const { parts, words, say, moments } = asked;
  const receipt = (asked.params["receipt"] ?? "") as Receipt;
  const settings = parts.inForce.policy();
  const stores = { ledger: parts.ledger, records: parts.ownRecords };
  const view = await deliveryView({ receipt, alsoPrivate, settings }, stores);
  if (view === undefined) return passedPage(asked, receipt);
  const { kept } = view;
  const lead = say(words.delivery.lead, {
    activity: view.activity ?? "?",
    ...{ sender: kept.sender.slice(0, 300), when: moments.awayText(kept.arrivedAt) },
  });
  const undo = view.pending === undefined ? "" : undoBar(asked, view.pending);
  const appeals = await appealsSection(asked, { campaign: undefined, kept: [kept] });
  const known = await knowsSender(kept, inMind(parts.memory, parts.clock));
  const { sender, notes } = words.caseWords;
  const care = known ? html`<p class="note warn">${sender}: ${notes["known here"]}.</p>` : "";
  const body = html`${whatHappened(asked)}${undo}<p class="lead strange">${lead}</p>
${care}${appeals}
${view.pending === undefined ? actions(asked, view) : ""}${saysSection(asked, view)}
${whySection(asked, kept.verdict)}${changeSection(asked, view)}
<h2>${words.delivery.receipt}</h2>${facts(asked, view)}
${await notesSection(asked, receipt)}${actsSection(asked, view)}`;
  return { kind: "page", title: words.delivery.title, body, islands: ["undo"] };
}

/** Of what passed the chronicle knows as much as a fortnight needs. */
async function passedPage(asked: Asked, receipt: Receipt): Promise<Answer> {
  const { words, say, moments, parts } = asked;
  const decision = await parts.chronicle.find(receipt);
  if (decision === undefined) throw new NotThere(receipt);
  const lead = say(words.delivery.lead, {
    activity: decision.activity,
    ...{ sender: decision.sender.slice(0, 300), when: moments.awayText(decision.at) },
  });
  const body = html`<p class="lead strange">${lead}</p><p>${words.delivery.notKept}</p>
${whySection(asked, told(decision))}`;
  return { kind: "page", title: words.delivery.title, body };
}

/** Sentences are not written down, as they may name what a post says: the signal's own stand in. */
function told(decision: Decision) {
  const evidence = decision.evidence.map((one) => {
    const because = signals.find(({ symbol }) => symbol === one.symbol)?.summary ?? "";
    return { ...one, because };
  });
  return { ...decision, evidence };
}

function actions(asked: Asked, { kept }: DeliveryView): Html {
  const { words, say, moments, now, formKey } = asked;
  const { delivery } = words;
  const path = `${pageOf.delivery(kept.receipt)}/ruling`;
  const way = openWay(kept, now);
  const comes =
    way === undefined || way === "resolve"
      ? say(delivery.releaseDoes.none, { when: moments.text(kept.replayUntil) })
      : delivery.releaseDoes[way];
  const name = kept.state === "rejected" ? delivery.releaseAfterAll : delivery.release;
  const release = mayBeRuled(kept, "release")
    ? card("release", name, "", [comes, delivery.copies, delivery.releaseUnsent])
    : "";
  const refuse = mayBeRuled(kept, "refuse")
    ? card("refuse", delivery.refuse, "stern", [delivery.refuseDoes, delivery.copies])
    : "";
  if (release === "" && refuse === "") return html``;
  return html`<form method="post" action="${path}">${formKey}
<p class="meta">${words.caseWords.actionsHint}</p><div class="cards">
${refuse}${release}</div></form>`;
}

function card(act: string, name: string, looks: string, does: readonly string[]): Html {
  return html`<article class="card"><button name="act" value="${act}" class="${looks}"
 aria-describedby="does-${act}">${name}</button><ul class="plain-list meta" id="does-${act}">
${does.map((one) => html`<li>${one}</li>`)}</ul></article>`;
}

function facts(asked: Asked, view: DeliveryView): Html {
  const { words, say, moments } = asked;
  const { delivery } = words;
  const { kept } = view;
  const strange = (text: string | undefined): Html | undefined =>
    text === undefined ? undefined : html`<span class="strange">${text.slice(0, 500)}</span>`;
  const since = say(delivery.since, { when: moments.text(kept.since) });
  const people = kept.recipients.slice(0, 50).map((one) => html`<li>${strange(one)}</li>`);
  const all: readonly (readonly [string, Html | undefined])[] = [
    [delivery.receipt, strange(kept.receipt)],
    [delivery.case, kept.verdict.campaign && subjectLink(kept.verdict.campaign)],
    [delivery.sender, subjectLink(kept.sender)],
    [delivery.author, kept.author && subjectLink(kept.author)],
    [delivery.proof, html`${delivery.proofs[kept.authenticity.kind]}`],
    [delivery.activityId, strange(kept.activityId)],
    [delivery.objectId, strange(kept.objectId)],
    [delivery.inbox, strange(view.path)],
    [delivery.visibility, view.visibility && html`${delivery.visibilities[view.visibility]}`],
    [
      delivery.recipients,
      people.length === 0 ? html`${delivery.none}` : html`<ul class="plain-list">${people}</ul>`,
    ],
    [delivery.arrived, moments.at(kept.arrivedAt)],
    [delivery.state, html`${fateBadge(asked, kept.state)} ${since}`],
    [delivery.ruledBy, strange(kept.ruledBy)],
    [delivery.waysIn, waysOf(asked, view)],
    [delivery.answer, answerOf(asked, view)],
  ];
  const rows = all.flatMap(([name, value]) =>
    value === undefined ? [] : [html`<dt>${name}</dt><dd>${value}</dd>`],
  );
  return html`<dl class="facts">${rows}</dl>`;
}

function waysOf({ words, say, moments, now }: Asked, { kept }: DeliveryView): Html {
  const { delivery } = words;
  const until = (moment: EpochMs | undefined, isStillOpen: boolean): string => {
    if (moment === undefined) return delivery.open;
    return say(isStillOpen ? delivery.until : delivery.closed, { when: moments.text(moment) });
  };
  const { replayUntil } = kept;
  const first = html`<li>${delivery.ways.replay}, ${until(replayUntil, now < replayUntil)}</li>`;
  const others = kept.laterWays.map((way) => {
    return html`<li>${delivery.ways[way.rung]}, ${until(way.until, isOpen(way, now))}</li>`;
  });
  return html`<ul class="plain-list">${first}${others}</ul>`;
}

function answerOf({ words, say }: Asked, { kept: { answer } }: DeliveryView): Html | undefined {
  if (answer === undefined) return undefined;
  if (answer.kind === "answered") return html`${answer.status}`;
  return html`${say(words.delivery.unreachable, { because: answer.because })}`;
}

/** A step of its own, which is written down. */
async function readBody(asked: Asked): Promise<Answer> {
  const about = asked.params["receipt"] ?? "";
  if ((await asked.parts.ledger.find(about as Receipt)) === undefined) throw new NotThere(about);
  const line = { ...asked.hand(), did: "read a private post", about, details: "" } as const;
  await noteAudit(asked.parts.ownRecords, line);
  return page(asked, true);
}

const act = z.object({ act: z.enum(["release", "refuse"]) });

async function rule(asked: Asked): Promise<Answer> {
  const { parts, now } = asked;
  const receipt = (asked.params["receipt"] ?? "") as Receipt;
  const word = readAs(act, asked.form).act;
  const pending = pendingWords(await pendingRulings(parts.ownRecords));
  const campaigns = inMind(parts.memory, parts.clock);
  const request = { word, cases: [], receipts: [receipt], late: true };
  const found = await previewRuling(request, { ledger: parts.ledger, campaigns, pending }, now);
  const to = pageOf.delivery(receipt);
  if (!found.ok) return { kind: "redirect", to: `${to}?not=nobody+tells` };
  const given = await giveRuling(found.value, {}, asked.hand(), parts.ownRecords);
  const not = given.ok ? "" : `?${new URLSearchParams({ not: given.error }).toString()}`;
  return { kind: "redirect", to: `${to}${not}` };
}
