// What the pages of senders and of hosts show alike.

import { html } from "hono/html";
import { z } from "zod";
import { after, day } from "../../../base/units.ts";
import type { Rule } from "../../../model/rule.ts";
import type { Decision, Party, SenderSince } from "../../../ports/chronicle.ts";
import { dropRuleOn, makeRule } from "../../../services/governing.ts";
import { partyDays } from "../../../services/parties.ts";
import { pageOf } from "../links.ts";
import { type Answer, type Asked, type Html, readAs, visitorMay } from "../page.ts";
import { columnTitles, select } from "../pieces.ts";

const listedMax = 100;

const findShape = z.object({ find: z.string().trim().max(200).default("") });

/** Who wrote here lately, whether counted by sender or by host. */
export async function partiesPage(asked: Asked, by: "sender" | "host"): Promise<Answer> {
  const { words, say, parts, now, query, path } = asked;
  const { parties, shell } = words;
  const { find } = readAs(findShape, query);
  const stretch = { since: after(now, -partyDays * day), until: after(now, 1) };
  const found = await parts.chronicle.parties(by, stretch, listedMax, find);
  const none = find === "" ? parties.noneYet : parties.noneFound;
  const lead = by === "host" ? parties.hostsLead : parties.sendersLead;
  const body = html`<p class="lead">${say(lead, { days: partyDays })}</p>
${findForm(asked, path, find)}
${found.length === 0 ? html`<p class="empty">${none}</p>` : partyTable(asked, by, found)}`;
  return { kind: "page", title: by === "host" ? shell.hosts : shell.senders, body };
}

/** `find`: part of a name. */
function findForm({ words }: Asked, to: string, find: string): Html {
  return html`<form class="toolbar" action="${to}"><label>${words.parties.find}
<input type="search" name="find" value="${find}" maxlength="200"></label>
<button class="quiet">${words.parties.search}</button></form>`;
}

function partyTable(asked: Asked, by: "sender" | "host", found: readonly Party[]): Html {
  const { words, moments, number } = asked;
  const { parties } = words;
  const columns = [parties[by], ...(by === "host" ? [parties.senders] : [])];
  const rest = [parties.judged, parties.doubted, parties.kept];
  const rows = found.map(
    (one) => html`<tr><th scope="row"><a class="strange" href="${pageOf[by](one.name)}">
${one.name}</a></th>
${by === "host" ? cell(parties.senders, number(one.senders)) : ""}
${cell(parties.judged, number(one.deliveries))}${cell(parties.doubted, number(one.doubted))}
${cell(parties.kept, number(one.kept))}
<td data-label="${parties.became}">${fateOf(asked, one)}</td>
<td data-label="${parties.last}">${moments.away(one.lastAt)}</td></tr>`,
  );
  return html`<table class="stack"><thead><tr>
${columnTitles(columns)}
${rest.map((title) => html`<th scope="col" class="number">${title}</th>`)}
<th scope="col">${parties.became}</th><th scope="col">${parties.last}</th>
</tr></thead><tbody>${rows}</tbody></table>`;
}

function cell(label: string, value: string): Html {
  return html`<td class="number" data-label="${label}">${value}</td>`;
}

type Fate = Pick<Party, "ended" | "complaints" | "welcomes">;

/** What became of it since, in words; the strongest sign first. */
export function fateOf({ words, say }: Asked, { ended, complaints, welcomes }: Fate): Html {
  const signs = [
    { n: ended, text: words.parties.ended, tone: "bad" },
    { n: complaints, text: words.parties.complaints, tone: "doubt" },
    { n: welcomes, text: words.parties.welcomes, tone: "good" },
  ].filter(({ n }) => n > 0);
  if (signs.length === 0) return html`<span class="meta">${words.parties.nothingYet}</span>`;
  return html`${signs.map(
    ({ n, text, tone }) => html`<span class="badge tone-${tone}">${say(text, { n })}</span> `,
  )}`;
}

export function fateSince({ end, complaints, welcomes }: SenderSince): Fate {
  return { ended: end === undefined ? 0 : 1, complaints, welcomes };
}

export function decisionTable(asked: Asked, decisions: readonly Decision[], sender: boolean): Html {
  const { parties } = asked.words;
  if (decisions.length === 0) return html`<p class="empty">${parties.nothingJudged}</p>`;
  const titles = [
    ...[parties.when, ...(sender ? [parties.sender] : []), parties.kind],
    ...[parties.verdict, parties.done, parties.people, parties.reasons],
  ];
  return html`<table class="stack"><thead><tr>
${columnTitles(titles)}
</tr></thead><tbody>${decisions.map((one) => decisionRow(asked, one, sender))}</tbody></table>`;
}

/** Symbols that weighed most; more is on the page of the delivery. */
const symbolsShown = 3;

function decisionRow(asked: Asked, one: Decision, sender: boolean): Html {
  const { words, moments, number } = asked;
  const { parties } = words;
  const { action, done, state, score, evidence } = one;
  const symbols = evidence.slice(0, symbolsShown).map(({ symbol }) => symbol);
  const by = html`<td data-label="${parties.sender}">
<a class="strange" href="${pageOf.sender(one.sender)}">${one.sender}</a></td>`;
  const became = state === undefined ? parties.dones[done] : parties.states[state];
  return html`<tr>
<td data-label="${parties.when}">
<a href="${pageOf.delivery(one.receipt)}">${moments.at(one.at)}</a></td>${sender ? by : ""}
<td data-label="${parties.kind}">${one.activity}</td>
<td data-label="${parties.verdict}"><span class="badge tone-${action}">
${parties.actions[action]}</span> ${number(score, { maximumFractionDigits: 1 })}</td>
<td data-label="${parties.done}">${became}</td>
<td data-label="${parties.people}">${number(one.recipients)}</td>
<td data-label="${parties.reasons}"><small>${symbols.join(", ")}</small></td></tr>`;
}

/** Rules that stand on it, and the form for another. `to`: the address of the page. */
export function ruleCard(asked: Asked, rules: readonly Rule[], to: string): Html {
  const { words } = asked;
  const mayGovern = visitorMay(asked, "govern");
  const none = html`<p class="meta">${words.parties.noRules}</p>`;
  return html`<h2>${words.parties.rules}</h2>
${rules.length === 0 ? none : rules.map((one) => standingRule(asked, one, to, mayGovern))}
${mayGovern ? ruleForm(asked, to) : ""}`;
}

function standingRule(asked: Asked, rule: Rule, to: string, mayGovern: boolean): Html {
  const { words, say, moments, formKey } = asked;
  const { parties } = words;
  const { decision, by, madeAt, expiresAt, why } = rule;
  const name = decision === "allow" ? parties.allowed : parties.refusedRule;
  const until =
    expiresAt === undefined
      ? parties.untilDropped
      : say(parties.until, { when: moments.text(expiresAt) });
  const drop = html`<form method="post" action="${to}/rule">${formKey}
<input type="hidden" name="decision" value="drop"><button class="quiet">${parties.drop}</button>
</form>`;
  return html`<div class="card"><p><strong>${name}</strong>, ${until}
<small class="meta">${say(parties.ruleBy, { by, when: moments.text(madeAt) })}</small></p>
<p class="strange">${why}</p>${mayGovern ? drop : ""}</div>`;
}

const lasting = { week: 7, month: 30, season: 90 } as const;

function ruleForm({ words, formKey }: Asked, to: string): Html {
  const { parties } = words;
  const days = (["week", "month", "season", "ever"] as const).map(
    (one): readonly [string, string] => [one, parties.dayChoices[one]],
  );
  const decisions: readonly (readonly [string, string])[] = [
    ["refuse", parties.refuse],
    ["allow", parties.allow],
  ];
  return html`<details><summary>${parties.makeRule}</summary>
<form method="post" action="${to}/rule" class="narrow">${formKey}
<p class="meta">${parties.ruleHint}</p>
<label>${parties.makeRule}${select("decision", "refuse", decisions)}</label>
<label>${parties.days}${select("lasts", "month", days)}</label>
<label>${parties.why}<input name="why" maxlength="200"></label>
<button>${parties.makeRule}</button></form></details>`;
}

const ruleShape = z.object({
  decision: z.enum(["allow", "refuse", "drop"]),
  lasts: z.enum(["week", "month", "season", "ever"]).default("month"),
  why: z.string().max(200).default(""),
});

/** Makes or drops the rule on a sender or host, and leads back to its page. */
export async function ruleOn(asked: Asked, subject: Rule["subject"], to: string): Promise<Answer> {
  const { decision, lasts, why } = readAs(ruleShape, asked.form);
  const hand = asked.hand();
  if (decision === "drop") await dropRuleOn(asked.parts, subject, hand);
  else {
    const expiresAt = lasts === "ever" ? undefined : after(hand.at, lasting[lasts] * day);
    const rule: Rule = { decision, subject, by: hand.by, why, madeAt: hand.at, expiresAt };
    await makeRule(asked.parts, rule, hand);
  }
  return { kind: "redirect", to };
}
