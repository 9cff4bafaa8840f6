// What strangers ask moderators to look at: a line for each case, however many ask.

import { html } from "hono/html";
import { z } from "zod";
import type { Appeal } from "../../../model/appeal.ts";
import { appealsAbout, closeAppeals, openAppeals } from "../../../services/appeals.ts";
import { pageOf } from "../links.ts";
import { type Answer, type Asked, type Html, type Route, readAs } from "../page.ts";

export const appealsRoutes: readonly Route[] = [
  { method: "GET", path: "/appeals", may: "read", answer: list },
  { method: "POST", path: "/appeals/close", may: "rule", answer: close },
];

/** More are there only in a flood; those are named by their number. */
const linesMax = 100;

async function list(asked: Asked): Promise<Answer> {
  const { parts, words, say } = asked;
  const open = await openAppeals(parts.ownRecords);
  const found = open.filter(({ receipts }) => receipts.length > 0);
  const lines = [...Map.groupBy(found, subjectOf)].slice(0, linesMax);
  const rest = open.length - found.length;
  const { appeal: text } = words;
  const more = rest === 0 ? "" : html`<p class="meta">${say(text.notFound, { n: rest })}</p>`;
  const body = html`<p class="lead">${text.lead}</p>
${lines.length === 0 ? html`<p class="empty">${text.none}</p>` : ""}
${lines.map(([to, appeals]) => line(asked, to, appeals))}${more}`;
  return { kind: "page", title: text.list, body };
}

/** The page of what it is about: the case, where it is a part of one. */
function subjectOf({ campaigns: [campaign], receipts: [receipt] }: Appeal): string {
  return campaign === undefined ? pageOf.delivery(receipt ?? "") : pageOf.case(campaign);
}

function line(asked: Asked, to: string, appeals: readonly Appeal[]): Html {
  const { words, say } = asked;
  const [first] = appeals;
  const name = first?.campaigns[0] ?? first?.subject.text ?? "";
  const kind = first?.campaigns.length === 0 ? words.appeal.delivery : words.appeal.case;
  return html`<article>
<h2>${kind} <a href="${to}" class="strange">${name}</a></h2>
<p class="meta">${say(words.appeal.accounts, { n: appeals.length })}</p>
${appealsPart(asked, appeals)}</article>`;
}

/** Nothing where nobody asks. */
export async function appealsSection(
  asked: Asked,
  about: Parameters<typeof appealsAbout>[1],
): Promise<Html> {
  const meant = appealsAbout(await openAppeals(asked.parts.ownRecords), about);
  if (meant.length === 0) return html``;
  return html`<h2>${asked.words.appeal.onThis}</h2>${appealsPart(asked, meant)}`;
}

/** On the page of a case or a delivery as well: what was asked, and what was said with it. */
function appealsPart(asked: Asked, appeals: readonly Appeal[]): Html {
  const shown = appeals.slice(0, shownMax).map((one) => single(asked, one));
  const ids = appeals.map(({ id }) => id).slice(0, closedMax);
  const who = appeals[0]?.subject.text ?? "";
  const { words, say, formKey } = asked;
  const label = say(words.appeal.closeLabel, { who });
  return html`<ul>${shown}</ul>
<form method="post" action="/appeals/close" class="actions">${formKey}
<input type="hidden" name="appeals" value="${ids.join(" ")}">
<button class="quiet" aria-label="${label}">${words.appeal.close}</button></form>`;
}

const shownMax = 10;
/** Ids in one form; the next click closes the rest. */
const closedMax = 200;

function single({ words, say, moments }: Asked, { subject, text, firstAt, times }: Appeal): Html {
  const { appeal } = words;
  const said =
    text === ""
      ? html`<p class="meta">${appeal.saysNothing}</p>`
      : html`<p>${appeal.says}</p><blockquote class="strange">${text}</blockquote>`;
  const often = say(appeal.times, { n: times });
  return html`<li><span class="strange">${subject.text}</span>
<span class="meta">${moments.away(firstAt)}, ${often}</span>${said}</li>`;
}

const given = z.object({ appeals: z.string().regex(/^[0-9a-f]{64}(?: [0-9a-f]{64}){0,199}$/) });

async function close(asked: Asked): Promise<Answer> {
  const { appeals } = readAs(given, asked.form);
  const how = "nothing to do";
  await closeAppeals(asked.parts.ownRecords, appeals.split(" "), how, asked.hand());
  return { kind: "redirect", to: "/appeals" };
}
