// Rules that a confirmed case suggests, each a step away from being written.

import { html } from "hono/html";
import { z } from "zod";
import { campaignIn } from "../../../services/cases/preview.ts";
import { proposalsFor, type RuleProposal } from "../../../services/rule-proposals.ts";
import { type Answer, type Asked, type Html, type Route, readAs, WrongInput } from "../page.ts";
import { columnTitles } from "../pieces.ts";
import { recordedMost } from "./rule-new.ts";
import { patternOf } from "./rules.ts";

export const ruleProposeRoutes: readonly Route[] = [
  { method: "GET", path: "/rules/propose", may: "govern", answer: proposePage },
];

const query = z.object({ case: z.string().trim().max(100).default("") });

async function proposePage(asked: Asked): Promise<Answer> {
  const { words } = asked;
  const { rules: text } = words;
  const { case: named } = readAs(query, asked.query);
  const found = named === "" ? "" : await proposals(asked, named);
  const body = html`<p class="lead">${text.proposeLead}</p>
<form class="toolbar" action="/rules/propose"><label>${text.caseId}
<input name="case" value="${named}" maxlength="100" required placeholder="c41"></label>
<button class="quiet">${text.look}</button></form>${found}`;
  return { kind: "page", title: text.proposeTitle, body };
}

async function proposals(asked: Asked, named: string): Promise<Html> {
  const { parts, words } = asked;
  const campaign = campaignIn(named);
  if (campaign === undefined)
    throw new WrongInput(`"${named}" is no case: they are named like c41.`);
  const home = parts.home();
  const own = home === undefined ? [] : [home];
  const sources = { ...parts, recorded: await parts.recorded(), recordedMost };
  const found = await proposalsFor(campaign, sources, own);
  if (!found.ok) return html`<p class="note warn">${found.error}.</p>`;
  if (found.value.length === 0) return html`<p class="empty">${words.rules.nothing}</p>`;
  return table(asked, named, found.value);
}

function table(asked: Asked, named: string, found: readonly RuleProposal[]): Html {
  const { words, say, percent } = asked;
  const { rules: text } = words;
  const rows = found.map(({ pattern, inCase, wanted, precision }) => {
    const { low, high } = precision;
    const query = new URLSearchParams({ kind: pattern.kind, text: pattern.text, note: named });
    return html`<tr><td data-label="${text.meets}">${patternOf(asked, { pattern })}</td>
<td data-label="${text.inCase}">${say(text.of, { ...inCase })}</td>
<td data-label="${text.inWanted}">${say(text.of, { ...wanted })}</td>
<td data-label="${text.share}">${say(text.range, { low: percent(low), high: percent(high) })}</td>
<td><a href="/rules/new?${query.toString()}" role="button" class="quiet">${text.takeOver}</a></td>
</tr>`;
  });
  const titles = [text.meets, text.inCase, text.inWanted, text.share];
  return html`<table class="stack"><thead><tr>
${columnTitles(titles)}
<th scope="col"><span class="sr">${text.takeOver}</span></th></tr></thead>
<tbody>${rows}</tbody></table>`;
}
