// Rules and their dry runs as text.

import { amount } from "../base/amount.ts";
import type { EpochMs } from "../base/units.ts";
import { hour, isoTime } from "../base/units.ts";
import { type AdminRule, ruleStateAt, type TriedFate } from "../model/admin-rule.ts";
import type { Rule } from "../model/rule.ts";
import { isTriedEnough, needsCode, wantedTextsMin } from "../services/admin-rules.ts";
import type { RuleHits } from "../services/rule-hits.ts";
import type { Interval, RuleTried } from "../services/rule-trial.ts";
import { shortTime } from "./moment.ts";
import type { Output } from "./output.ts";
import { printable } from "./printable.ts";
import { shortSender } from "./short-sender.ts";
import { shownSubject } from "./subject.ts";
import { table } from "./table.ts";

export interface ListedRule {
  readonly rule: AdminRule;
  readonly hits: RuleHits | undefined;
}

/** One list for all: those of words, and those that always let in or refuse somebody. */
export function rulesTable(
  listed: readonly ListedRule[],
  senders: readonly Rule[],
  now: EpochMs,
  output: Output,
): string[] {
  const titles = ["rule", "does", "state", "met", "until", "by", "what"].map((title) => ({
    title,
  }));
  const rows = [
    ...listed.map(({ rule, hits }) => [
      rule.id,
      rule.does,
      ruleStateAt(rule, now),
      metWord(hits),
      untilWord(rule.expiresAt),
      rule.by,
      whatWord(rule),
    ]),
    ...senders.map((rule) => [
      "-",
      rule.decision,
      "in force",
      "",
      untilWord(rule.expiresAt),
      rule.by,
      senderWord(rule),
    ]),
  ];
  return table(titles, rows, output.width);
}

function senderWord({ subject, why }: Rule): string {
  return `${subject.kind} ${shownSubject(subject)}${why === "" ? "" : ` (${why})`}`;
}

function metWord(hits: RuleHits | undefined): string {
  if (hits === undefined) return "0";
  return hits.inForce > 0 ? `${hits.inForce}` : `${hits.shadow} in the shadow`;
}

function untilWord(expiresAt: EpochMs | undefined): string {
  return expiresAt === undefined ? "for good" : shortTime(expiresAt);
}

function whatWord({ pattern, reach, acts, recipient, note, because }: AdminRule): string {
  const parts = [
    `${pattern.kind} ${pattern.text}`,
    reach === "first" ? "" : `reach ${reach}`,
    acts.length === 0 ? "" : `on ${acts.join(", ")}`,
    recipient === undefined ? "" : `for ${recipient}`,
    note === "" ? "" : `(${note})`,
    because === "" ? "" : `ended: ${because}`,
  ];
  return parts.filter((part) => part !== "").join("; ");
}

export function ruleAsJson({ rule, hits }: ListedRule): object {
  const { expiresAt, madeAt, since, readyAt, recipient, trial, ...rest } = rule;
  return {
    ...rest,
    recipient: recipient ?? null,
    madeAt: isoTime(madeAt),
    since: isoTime(since),
    readyAt: isoTime(readyAt),
    expiresAt: expiresAt === undefined ? null : isoTime(expiresAt),
    trial: { ...trial, at: isoTime(trial.at) },
    met: { shadow: hits?.shadow ?? 0, inForce: hits?.inForce ?? 0 },
  };
}

const fateWords: Readonly<Record<TriedFate, string>> = {
  ham: "ruled wanted",
  passed: "let in, nobody minded",
  kept: "kept, not ruled on",
  spam: "ruled spam",
};

/** What came out of a dry run. */
export function triedLines(tried: RuleTried, output: Output): string[] {
  const { looked, hit, examples } = tried;
  const rows = (["ham", "passed", "kept", "spam"] as const).map((fate) => [
    fateWords[fate],
    `${looked[fate]}`,
    `${hit[fate]}`,
  ]);
  const titles = [
    { title: "texts" },
    { title: "tried", align: "right" as const },
    { title: "met", align: "right" as const },
  ];
  return [
    ...table(titles, rows, output.width),
    "",
    ...shareLines(tried),
    ...(examples.length === 0 ? [] : ["", ...exampleLines(tried, output)]),
  ];
}

function shareLines({ looked, hit, precision, wantedHit }: RuleTried): string[] {
  const wanted = looked.ham + looked.passed;
  const met = hit.ham + hit.passed;
  const known = met + hit.spam;
  const lines = [
    wanted === 0
      ? "There is no wanted mail to try it on."
      : `Of ${amount(wanted, "text")} of wanted mail it met ${met}: ${range(wantedHit)}.`,
  ];
  if (known > 0)
    lines.push(
      `Of ${known} that it met and that are known, ${hit.spam} are spam: ${range(precision)}.`,
    );
  return lines;
}

/** "0 to 1.9 % (95 %)". */
function range({ low, high }: Interval): string {
  const percent = (share: number): string => `${Math.round(1000 * share) / 10}`;
  return `between ${percent(low)} and ${percent(high)} %, with 95 % certainty`;
}

function exampleLines({ examples }: RuleTried, output: Output): string[] {
  const titles = ["receipt", "known as", "sender", "met"].map((title) => ({ title }));
  const rows = examples.map(({ receipt, fate, sender, met }) => [
    receipt,
    fateWords[fate],
    shortSender(sender),
    met,
  ]);
  return table(titles, rows, output.width);
}

/** What is to be done with a rule that was just written, or tried again. */
export function nextLines(rule: AdminRule, now: EpochMs): string[] {
  const { id, does, readyAt, byItself, trial } = rule;
  const code = needsCode(does) ? ` --code ${trial.code}` : "";
  const confirm = `"breakwater rules confirm ${id}${code}" puts it in force`;
  const shadow = `${id} is in the shadow: what it meets is counted, and nothing is done by it.`;
  if (now >= readyAt) return [shadow, `${confirm}.`];
  const few = isTriedEnough(trial)
    ? ""
    : `It was tried on fewer than ${wantedTextsMin} texts of wanted mail. `;
  const hours = Math.ceil((readyAt - now) / hour);
  const then = byItself
    ? `In ${hours} hours it comes in force by itself, if nothing that it meets is let in`
    : `In ${hours} hours ${confirm}`;
  return [shadow, `${few}${then}; "breakwater rules try ${id}" tries it again.`];
}

export function confirmedLine({ id, does, expiresAt }: AdminRule): string {
  const until = expiresAt === undefined ? "until it is ended" : `until ${shortTime(expiresAt)} UTC`;
  return printable(`${id} is in force ${until}: what it meets it will ${does}.`);
}
