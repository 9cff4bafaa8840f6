// What was held for whoever has signed in: the envelope, what it says after a click, and, where
// the operator allows it, the way in for their own copy. Why it was held is not told here: whoever
// wants to get round it may have an account, too.

import { html } from "hono/html";
import { appealSubjectIn } from "../../../model/appeal.ts";
import type { ActorId, Receipt } from "../../../model/ids.ts";
import type { KeptSummary } from "../../../model/kept.ts";
import { fileAppeal, foundIn } from "../../../services/appeals.ts";
import { deliveryView } from "../../../services/cases/delivery-view.ts";
import type { Glimpse } from "../../../services/held-lately.ts";
import { type Answer, type Asked, type Html, NotThere, type Route } from "../page.ts";
import { saying } from "./delivery-sections.ts";

export const mineRoutes: readonly Route[] = [
  { method: "GET", path: "/mine", may: "own mail", answer: list },
  {
    method: "GET",
    path: "/mine/:receipt",
    may: "own mail",
    answer: (asked) => single(asked, false),
  },
  {
    method: "POST",
    path: "/mine/:receipt/body",
    may: "own mail",
    answer: (asked) => single(asked, true),
  },
  { method: "POST", path: "/mine/:receipt/release", may: "own mail", answer: release },
  { method: "POST", path: "/mine/:receipt/ask", may: "own mail", answer: ask },
];

async function list(asked: Asked): Promise<Answer> {
  const { parts, words } = asked;
  const { mine } = words;
  const held = await parts.ownMail.of(personIn(asked));
  const rows = held.map((kept) => row(asked, kept));
  const table = html`<table class="stack">
<thead><tr><th scope="col">${mine.sender}</th><th scope="col">${mine.arrived}</th>
<th scope="col">${mine.look}</th></tr></thead><tbody>${rows}</tbody></table>`;
  const body = html`${told(asked)}<p class="lead">${mine.lead}</p>
${held.length === 0 ? html`<p class="empty">${mine.none}</p>` : table}
<p class="meta"><a href="/settings/sessions">${words.sessions.title}</a></p>`;
  return { kind: "page", title: mine.title, body };
}

function row({ words, moments }: Asked, { receipt, sender, arrivedAt }: Glimpse): Html {
  const { mine } = words;
  return html`<tr><th scope="row" class="strange">${sender.slice(0, 300)}</th>
<td data-label="${mine.arrived}">${moments.at(arrivedAt)}</td>
<td data-label="${mine.look}"><a href="${pathOf(receipt)}">${mine.look}</a></td></tr>`;
}

async function single(asked: Asked, alsoWords: boolean): Promise<Answer> {
  const { parts, words, say, moments, formKey } = asked;
  const { mine } = words;
  const kept = await ownIn(asked);
  const stores = { ledger: parts.ledger, records: parts.ownRecords };
  const { receipt } = kept;
  const settings = parts.inForce.policy();
  const view = await deliveryView({ receipt, alsoPrivate: true, settings }, stores);
  if (view === undefined) throw new NotThere();
  const from = { sender: kept.sender.slice(0, 300), when: moments.awayText(kept.arrivedAt) };
  const unproven = kept.authenticity.kind === "proven" ? "" : html`<p>${mine.unproven}</p>`;
  const wave = kept.verdict.campaign === undefined ? "" : html`<p>${mine.wave}</p>`;
  const reading = html`<form method="post" action="${pathOf(receipt)}/body">${formKey}
<button class="quiet">${mine.read}</button></form>`;
  const says = alsoWords && view.said !== undefined ? saying(asked, view.said) : reading;
  const body = html`<p class="lead strange">${say(mine.from, from)}</p>${unproven}${wave}
<p class="note warn">${mine.care}</p>${says}${await way(asked, kept)}`;
  return { kind: "page", title: say(mine.single, { activity: view.activity ?? "?" }), body };
}

async function way({ parts, words, formKey }: Asked, kept: KeptSummary): Promise<Html> {
  const { mine } = words;
  if (parts.inForce.config().desk.recipients !== "release") return html``;
  const path = pathOf(kept.receipt);
  if (await parts.ownMail.isAlone(kept))
    return html`<form method="post" action="${path}/release">${formKey}
<p id="does">${mine.releaseDoes}</p>
<button aria-describedby="does">${mine.release}</button></form>`;
  return html`<form method="post" action="${path}/ask">${formKey}
<p id="does">${mine.shared}</p>
<button aria-describedby="does">${mine.ask}</button></form>`;
}

async function release(asked: Asked): Promise<Answer> {
  const { parts } = asked;
  if (parts.inForce.config().desk.recipients !== "release") throw new NotThere();
  const receipt = receiptIn(asked);
  const hindered = await parts.ownMail.release(receipt, personIn(asked), asked.hand());
  if (hindered !== undefined) throw new NotThere();
  return { kind: "redirect", to: "/mine?released" };
}

/** As an appeal, which raises it: what it was for does not say who asked. */
async function ask(asked: Asked): Promise<Answer> {
  const { parts, now, words } = asked;
  const kept = await ownIn(asked);
  const { objectId, sender, receipt } = kept;
  const subject = appealSubjectIn(objectId ?? sender) ?? appealSubjectIn(sender);
  const found = foundIn({ receipt, campaign: kept.verdict.campaign });
  if (subject !== undefined)
    await fileAppeal(parts.ownRecords, subject, words.mine.asks, now, found);
  return { kind: "redirect", to: "/mine?asked" };
}

function told({ query, words }: Asked): Html {
  const what = (["released", "asked"] as const).find((one) => query.has(one));
  return what === undefined
    ? html``
    : html`<p role="status" class="note good">${words.mine[what]}</p>`;
}

async function ownIn(asked: Asked): Promise<KeptSummary> {
  const found = await asked.parts.ownMail.find(receiptIn(asked), personIn(asked));
  if (found === undefined) throw new NotThere();
  return found;
}

function receiptIn({ params }: Asked): Receipt {
  return (params["receipt"] ?? "") as Receipt;
}

/** A recipient who came by a token is nobody in mail. */
function personIn({ visitor }: Asked): ActorId {
  if (visitor?.actor === undefined) throw new NotThere();
  return visitor.actor;
}

function pathOf(receipt: Receipt): string {
  return `/mine/${encodeURIComponent(receipt)}`;
}
