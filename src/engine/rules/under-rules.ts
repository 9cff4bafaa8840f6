// What an admin's rules make of a verdict. They name themselves in the evidence, and change no
// score: a word is no probability.

import type { RuleEffect } from "../../model/admin-rule.ts";
import type { RuleHit } from "../../model/ruled-contact.ts";
import { type Action, type Evidence, reason, type Verdict } from "../../model/verdict.ts";

/** Named in a verdict at most; more tell no more. */
const namedMax = 5;

/**
 * Of several the strictest decides, but an `allow` stands before all that keep: who wrote it meant
 * an exception. It lets in what a score or a host kept, not what a campaign's ruling or one of
 * our people did. `reject` stands before `allow`.
 */
export function underRules(
  verdict: Verdict,
  hits: readonly RuleHit[],
  isRuledSpam: boolean,
): Verdict {
  const acting = hits.filter(({ rule }) => rule.state === "in force");
  const effect = strictestOf(acting);
  if (effect === undefined || verdict.action === "reject") return verdict;
  const named = acting.slice(0, namedMax).map(evidenceOf);
  const evidence = [...named, ...verdict.evidence];
  if (effect === "allow")
    return isRuledSpam || verdict.evidence.some(waitsForMore)
      ? { ...verdict, evidence: [...verdict.evidence, ...named] }
      : { ...verdict, action: "accept", evidence };
  const action = sterner(verdict.action, effect);
  // Where it changes nothing, what decided stays first.
  if (action === verdict.action) return { ...verdict, evidence: [...verdict.evidence, ...named] };
  return { ...verdict, action, evidence };
}

/** Who sent it, or what it carries, is not known yet. */
function waitsForMore({ symbol }: Evidence): boolean {
  return symbol === "KEY_UNKNOWN" || symbol === "UNREAD";
}

const order: readonly RuleEffect[] = ["reject", "allow", "hold", "settle", "flag"];

function strictestOf(hits: readonly RuleHit[]): RuleEffect | undefined {
  return order.find((effect) => hits.some(({ rule }) => rule.does === effect));
}

const ranks: Readonly<Record<Action, number>> = {
  accept: 0,
  flag: 1,
  settle: 2,
  hold: 3,
  reject: 4,
};

function sterner(one: Action, other: Exclude<RuleEffect, "allow">): Action {
  return ranks[other] > ranks[one] ? other : one;
}

function evidenceOf({ rule, met }: RuleHit): Evidence {
  return reason("RULE", `rule ${rule.id} of ${rule.by} ${verbs[rule.does]}: ${whatOf(rule, met)}`);
}

const verbs: Readonly<Record<RuleEffect, string>> = {
  flag: "flags it",
  settle: "has it settle",
  hold: "holds it",
  reject: "rejects it",
  allow: "lets it in",
};

/** Private posts are not quoted. */
function quoted(met: string): string {
  return met === "" ? "something in it" : `"${met}" in it`;
}

function whatOf({ pattern }: RuleHit["rule"], met: string): string {
  switch (pattern.kind) {
    case "words":
      return `it says "${met}"`;
    case "fuzzy":
      return `${quoted(met)} is spelled like "${pattern.text}"`;
    case "expression":
      return `${quoted(met)} matches ${pattern.text}`;
    case "link":
      return `it links to ${met}`;
    case "host":
      return `it comes from ${met}`;
    case "actor":
      return `it comes from ${met}`;
    case "name":
      return `its author's name, "${met}", is like ${pattern.text}`;
  }
}
