// An admin's own rules: those that stand, those that ended, and the senders that are always let in
// or refused.

import { html } from "hono/html";
import { type AdminRule, type RuleState, ruleStateAt } from "../../../model/admin-rule.ts";
import type { Rule } from "../../../model/rule.ts";
import { adminRules } from "../../../services/admin-rules.ts";
import { hitsOf, type RuleHits } from "../../../services/rule-hits.ts";
import { type Answer, type Asked, type Html, type Route, visitorMay } from "../page.ts";
import { columnTitles } from "../pieces.ts";

export const rulesRoutes: readonly Route[] = [
  { method: "GET", path: "/rules", may: "read", answer: rulesPage },
];

async function rulesPage(asked: Asked): Promise<Answer> {
  const { words, parts, query } = asked;
  const text = words.rules;
  const withEnded = query.has("ended");
  const rules = await adminRules(parts.ownRecords, withEnded ? "all" : "standing");
  const rows = await Promise.all(
    rules.toReversed().map(async (rule) => {
      return { rule, hits: await hitsOf(parts.ownRecords, rule.id) };
    }),
  );
  const senders = await parts.ledger.rules();
  const other = withEnded ? "/rules" : "/rules?ended";
  const list = rows.length === 0 ? empty(asked) : table(asked, rows);
  const body = html`<p class="lead">${text.lead}</p>
<div class="toolbar">${mayWrite(asked) ? writing(asked) : ""}
<a href="${other}" class="end">${withEnded ? text.hideEnded : text.showEnded}</a></div>
${list}${senders.length === 0 ? "" : sendersTable(asked, senders)}`;
  return { kind: "page", title: words.shell.rules, body };
}

export function mayWrite(asked: Asked): boolean {
  return visitorMay(asked, "govern");
}

function writing({ words }: Asked): Html {
  return html`<a href="/rules/new" role="button">${words.rules.write}</a>
<a href="/rules/propose" role="button" class="quiet">${words.rules.propose}</a>`;
}

function empty({ words }: Asked): Html {
  return html`<div class="empty"><p>${words.rules.none}</p><p>${words.rules.noneHint}</p></div>`;
}

interface Row {
  readonly rule: AdminRule;
  readonly hits: RuleHits | undefined;
}

function table(asked: Asked, rows: readonly Row[]): Html {
  const { rules: text } = asked.words;
  const titles = [text.rule, text.meets, text.effect, text.state, text.met, text.until, text.by];
  return html`<table class="stack"><thead><tr>
${columnTitles(titles)}
</tr></thead><tbody>${rows.map((row) => line(asked, row))}</tbody></table>`;
}

function line(asked: Asked, { rule, hits }: Row): Html {
  const { words, moments } = asked;
  const { rules: text } = words;
  const until = rule.expiresAt === undefined ? text.forGood : moments.at(rule.expiresAt);
  return html`<tr>
<td data-label="${text.rule}"><a href="/rules/${rule.id}">${rule.id}</a></td>
<td data-label="${text.meets}">${patternOf(asked, rule)}</td>
<td data-label="${text.effect}">${text.does[rule.does]}</td>
<td data-label="${text.state}">${stateBadge(asked, rule)}</td>
<td data-label="${text.met}">${metText(asked, hits)}</td>
<td data-label="${text.until}">${until}</td>
<td data-label="${text.by}" class="strange">${rule.by}</td></tr>`;
}

export function patternOf({ words }: Asked, { pattern }: Pick<AdminRule, "pattern">): Html {
  const kind = words.rules.kinds[pattern.kind];
  return html`<small class="meta">${kind}</small> <span class="strange">${pattern.text}</span>`;
}

const tones: Readonly<Record<RuleState, string>> = {
  shadow: "tone-doubt",
  "in force": "tone-good",
  ended: "tone-plain",
};

export function stateBadge({ words, now }: Asked, rule: AdminRule): Html {
  const state = ruleStateAt(rule, now);
  return html`<span class="badge ${tones[state]}">${words.rules.states[state]}</span>`;
}

function metText({ words, say, number }: Asked, hits: RuleHits | undefined): string {
  if (hits === undefined) return number(0);
  if (hits.inForce > 0) return number(hits.inForce);
  return say(words.rules.metInShadow, { count: hits.shadow });
}

function sendersTable({ words, moments }: Asked, senders: readonly Rule[]): Html {
  const { rules: text } = words;
  const rows = senders.map(({ decision, subject, by, why, expiresAt }) => {
    const whom = subject.kind === "host" ? subject.host : subject.actor;
    const until = expiresAt === undefined ? text.forGood : moments.at(expiresAt);
    return html`<tr><td data-label="${text.sender}" class="strange">${whom}</td>
<td data-label="${text.effect}">${text.decisions[decision]}</td>
<td data-label="${text.until}">${until}</td>
<td data-label="${text.by}" class="strange">${by}</td>
<td data-label="${text.note}" class="strange">${why}</td></tr>`;
  });
  const titles = [text.sender, text.effect, text.until, text.by, text.note];
  return html`<h2>${text.senders}</h2><p class="meta">${text.sendersHint}</p>
<table class="stack"><thead><tr>
${columnTitles(titles)}</tr></thead>
<tbody>${rows}</tbody></table>`;
}
