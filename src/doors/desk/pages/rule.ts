// One rule: what it meets, whom it met, and what may be done with it.

import { html } from "hono/html";
import { z } from "zod";
import { type AdminRule, ruleStateAt } from "../../../model/admin-rule.ts";
import type { Receipt } from "../../../model/ids.ts";
import {
  adminRule,
  confirmRule,
  endRule,
  needsCode,
  triedAgain,
} from "../../../services/admin-rules.ts";
import { type AuditLine, audited } from "../../../services/audit.ts";
import { hitsOf } from "../../../services/rule-hits.ts";
import { shadowMet } from "../../../services/rule-shadow.ts";
import { pageOf } from "../links.ts";
import {
  type Answer,
  type Asked,
  type Html,
  NotThere,
  type Route,
  readAs,
  WrongInput,
} from "../page.ts";
import { columnTitles } from "../pieces.ts";
import { triedAtDesk } from "./rule-new.ts";
import { trialSection } from "./rule-trial.ts";
import { mayWrite, patternOf, stateBadge } from "./rules.ts";

export const ruleRoutes: readonly Route[] = [
  { method: "GET", path: "/rules/:rule", may: "read", answer: rulePage },
  { method: "POST", path: "/rules/:rule/confirm", may: "govern", answer: confirm },
  { method: "POST", path: "/rules/:rule/end", may: "govern", answer: end },
  { method: "POST", path: "/rules/:rule/try", may: "govern", answer: tryAgain },
];

const actsMax = 30;

async function rulePage(asked: Asked): Promise<Answer> {
  const { words, parts } = asked;
  const { rules: text } = words;
  const rule = await ruleIn(asked);
  const history = await audited(parts.ownRecords, { about: rule.id, limit: actsMax });
  const stands = ruleStateAt(rule, asked.now) !== "ended";
  const body = html`<p><a href="/rules">${text.back}</a></p>${facts(asked, rule)}
${await metSection(asked, rule)}${stands && mayWrite(asked) ? actions(asked, rule) : ""}
<h2>${text.trial}</h2>${trialSection(asked, rule.trial)}
<h2>${text.history}</h2>${historyTable(asked, history)}`;
  return { kind: "page", title: `${text.rule} ${rule.id}`, body };
}

async function ruleIn({ params, parts }: Asked): Promise<AdminRule> {
  const rule = await adminRule(parts.ownRecords, params["rule"] ?? "");
  if (rule === undefined) throw new NotThere(params["rule"]);
  return rule;
}

function facts(asked: Asked, rule: AdminRule): Html {
  const { words, moments } = asked;
  const { rules: text } = words;
  const { acts, recipient, expiresAt, note, because } = rule;
  const on = acts.map((act) => text.acts[act]).join(", ");
  const whose = [text.reach[rule.reach], on, recipient ?? ""].filter((part) => part !== "");
  const until = expiresAt === undefined ? text.forGood : moments.at(expiresAt);
  return html`<dl class="facts">
<dt>${text.meets}</dt><dd>${patternOf(asked, rule)}</dd>
<dt>${text.effect}</dt><dd>${text.does[rule.does]}</dd>
<dt>${text.whose}</dt><dd class="strange">${whose.join("; ")}</dd>
<dt>${text.state}</dt><dd>${stateBadge(asked, rule)} <span class="strange">${because}</span></dd>
<dt>${text.until}</dt><dd>${until}</dd>
<dt>${text.written}</dt><dd><span class="strange">${rule.by}</span>, ${moments.at(rule.madeAt)}</dd>
${note === "" ? "" : html`<dt>${text.note}</dt><dd class="strange">${note}</dd>`}</dl>`;
}

async function metSection({ words, say, parts }: Asked, rule: AdminRule): Promise<Html> {
  const { rules: text } = words;
  const hits = await hitsOf(parts.ownRecords, rule.id);
  if (hits === undefined) return html``;
  const shadow = await shadowMet(rule, { ...parts, records: parts.ownRecords });
  const lines = [
    ...(shadow.met > 0 ? [say(text.shadowMet, { met: shadow.met, letIn: shadow.letIn })] : []),
    ...(hits.inForce > 0 ? [say(text.forceMet, { met: hits.inForce })] : []),
  ];
  const last = [...hits.receipts, ...(hits.inForce > 0 ? [] : hits.shadowReceipts)];
  return html`<p>${lines.join(" ")}</p>
<details><summary>${text.lately}</summary><ul class="plain-list">
${last.slice(-lastMax).toReversed().map(receiptLine)}</ul></details>`;
}

const lastMax = 20;

function receiptLine(receipt: Receipt): Html {
  return html`<li><a href="${pageOf.delivery(receipt)}">${receipt}</a></li>`;
}

function actions(asked: Asked, rule: AdminRule): Html {
  const { words, formKey } = asked;
  const { rules: text } = words;
  const to = (what: string): string => `/rules/${rule.id}/${what}`;
  return html`${rule.state === "shadow" ? confirming(asked, rule, to("confirm")) : ""}
<div class="actions">
${
  rule.state === "shadow"
    ? html`<form method="post" action="${to("try")}">${formKey}
<button class="quiet">${text.again}</button></form>`
    : ""
}
<form method="post" action="${to("end")}">${formKey}
<label>${text.why}<input name="why" maxlength="500" autocomplete="off"></label>
<button class="stern">${text.end}</button></form></div>`;
}

function confirming(asked: Asked, rule: AdminRule, to: string): Html {
  const { words, say, moments, now, formKey } = asked;
  const { rules: text } = words;
  const { readyAt, byItself, does, trial } = rule;
  if (now < readyAt) {
    const when = say(text.readyIn, { when: moments.awayText(readyAt) });
    return html`<p class="note">${text.shadowNow} ${when} ${byItself ? text.byItself : ""}</p>`;
  }
  const code = needsCode(does)
    ? html`<label>${say(text.code, { code: trial.code })}<input name="code" required
  maxlength="4" autocomplete="off" autocapitalize="none"></label>`
    : "";
  return html`<p class="note">${text.shadowNow}</p>
<form method="post" action="${to}" class="narrow">${formKey}${code}
<button>${text.confirm}</button></form>`;
}

function historyTable({ words, moments }: Asked, history: readonly AuditLine[]): Html {
  const { audit: text } = words;
  const rows = history.map(({ at, by, did, details }) => {
    return html`<tr><td data-label="${text.when}">${moments.at(at)}</td>
<td data-label="${text.who}" class="strange">${by}</td>
<td data-label="${text.did}">${text.acts[did]}</td>
<td data-label="${text.details}" class="strange">${details}</td></tr>`;
  });
  const titles = [text.when, text.who, text.did, text.details];
  return html`<table class="stack"><thead><tr>
${columnTitles(titles)}</tr></thead>
<tbody>${rows}</tbody></table>`;
}

async function confirm(asked: Asked): Promise<Answer> {
  const { code } = readAs(z.object({ code: z.string().max(20).optional() }), asked.form);
  const { id } = await ruleIn(asked);
  const typed = code?.trim().toLowerCase();
  const done = await confirmRule(asked.parts.ownRecords, id, typed, asked.hand());
  if (!done.ok) throw new WrongInput(`${done.error}.`);
  return { kind: "redirect", to: `/rules/${id}` };
}

async function end(asked: Asked): Promise<Answer> {
  const { why } = readAs(z.object({ why: z.string().trim().max(500).default("") }), asked.form);
  const { id } = await ruleIn(asked);
  await endRule(asked.parts.ownRecords, id, why, asked.hand());
  return { kind: "redirect", to: `/rules/${id}` };
}

async function tryAgain(asked: Asked): Promise<Answer> {
  const rule = await ruleIn(asked);
  const tried = await triedAtDesk(asked, rule);
  await triedAgain(asked.parts.ownRecords, rule.id, tried);
  const { words } = asked;
  const body = html`<p><a href="/rules/${rule.id}">${words.rules.rule} ${rule.id}</a></p>
${trialSection(asked, tried)}`;
  return { kind: "page", title: words.rules.tried, body };
}
