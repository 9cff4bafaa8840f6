// All of an admin's rules that stand, matched on one contact at once.

import type { EpochMs } from "../../base/units.ts";
import type { Activity, ActivityKind } from "../../model/activity.ts";
import {
  type AdminRule,
  type RuledAct,
  type RuleReach,
  ruleStateAt,
} from "../../model/admin-rule.ts";
import type { Acquaintance } from "../../model/observation.ts";
import type { RuledContact, RuleHit } from "../../model/ruled-contact.ts";
import { isFirstContact } from "../first-contact.ts";
import { isPrivateMail } from "../private-mail.ts";
import { type CompiledPattern, compilePattern, quotesTheirs } from "./compile-rule.ts";
import { compileExpression, type Expression, matcherOf, stepsOfAllMax } from "./expression.ts";
import { type Sight, sightOf } from "./sight.ts";

export interface RuleSet {
  /** None at all: nobody need look. */
  readonly isEmpty: boolean;
  /** Whether any of them is about what passes unread. */
  readonly reachesAll: boolean;
  /** In the order of writing. */
  hits(contact: RuledContact): readonly RuleHit[];
}

interface Ready {
  readonly rule: AdminRule;
  readonly pattern: CompiledPattern;
  /** Its place among expressions; -1: it is none. */
  readonly place: number;
}

/** Of rules that stand, those that can be read. `clock`: what is past its time meets nothing. */
export function ruleSetOf(rules: readonly AdminRule[], clock: { now(): EpochMs }): RuleSet {
  const { ready, expressions } = readied(rules);
  const matching = matcherOf(expressions);
  return {
    isEmpty: ready.length === 0,
    reachesAll: ready.some(({ rule }) => rule.reach === "all"),
    hits({ arrival, met, seen }) {
      const act = actOf(arrival.activity);
      if (act === undefined || ready.length === 0) return [];
      const now = clock.now();
      const concerned = ready.filter(
        ({ rule }) => ruleStateAt(rule, now) !== "ended" && isAbout(rule, act, arrival, met),
      );
      if (concerned.length === 0) return [];
      const hits = hitsAmong(concerned, seen.map(sightOf), matching);
      return isPrivateMail(arrival.activity) ? hits.map(withoutTheirWords) : hits;
    },
  };
}

function readied(rules: readonly AdminRule[]) {
  const ready: Ready[] = [];
  const expressions: Expression[] = [];
  let steps = 0;
  for (const rule of rules) {
    const compiled = compilePattern(rule.pattern);
    if (!compiled.ok || steps + compiled.value.steps > stepsOfAllMax) continue;
    steps += compiled.value.steps;
    const expression =
      rule.pattern.kind === "expression" ? compileExpression(rule.pattern.text) : undefined;
    const place = expression?.ok ? expressions.push(expression.value) - 1 : -1;
    ready.push({ rule, pattern: compiled.value, place });
  }
  return { ready, expressions };
}

/** Expressions first all at once: only what they match is asked again for where. */
function hitsAmong(
  concerned: readonly Ready[],
  sights: readonly Sight[],
  matching: (text: string) => readonly number[],
): readonly RuleHit[] {
  const found = new Map<AdminRule, string>();
  const asksExpressions = concerned.some(({ place }) => place >= 0);
  for (const sight of sights) {
    const matched = asksExpressions
      ? new Set([...matching(sight.shown()), ...matching(sight.words())])
      : noPlaces;
    for (const { rule, pattern, place } of concerned) {
      if (found.has(rule) || (place >= 0 && !matched.has(place))) continue;
      if (pattern.word !== undefined && !sight.has(pattern.word)) continue;
      const met = pattern.find(sight);
      if (met !== undefined) found.set(rule, met.slice(0, metMax));
    }
  }
  return [...found].map(([rule, met]) => ({ rule, met }));
}

/** Of a post that is not for everybody no word is quoted: reading it is a step of its own. */
function withoutTheirWords(hit: RuleHit): RuleHit {
  return quotesTheirs(hit.rule.pattern) ? { ...hit, met: "" } : hit;
}

const noPlaces: ReadonlySet<number> = new Set();

/** Of what it met, as much as fits a sentence. */
const metMax = 80;

function isAbout(
  { acts, recipient, reach }: AdminRule,
  act: RuledAct,
  arrival: RuledContact["arrival"],
  met: Acquaintance | undefined,
): boolean {
  if (acts.length > 0 && !acts.includes(act)) return false;
  const { notified } = arrival.audience;
  if (recipient !== undefined && !notified.some(({ actor }) => actor === recipient)) return false;
  return reaches(reach, arrival, met);
}

function reaches(
  reach: RuleReach,
  arrival: RuledContact["arrival"],
  met: Acquaintance | undefined,
): boolean {
  if (reach === "all") return true;
  if (met === undefined) return false;
  const { notified, notifiedTotal } = arrival.audience;
  if (reach === "first") return isFirstContact(met, arrival.audience);
  return notifiedTotal > notified.length || met.ties.some(({ solicited }) => !solicited);
}

/** Undefined: it answers or ends something, and no words make it spam. */
export function actOf({ kind, objects }: Activity): RuledAct | undefined {
  if (kind === "update" && objects[0]?.kind === "actor") return "profile";
  return actsByKind[kind];
}

const actsByKind: Readonly<Record<ActivityKind, RuledAct | undefined>> = {
  create: "post",
  update: "post",
  "quote-request": "post",
  announce: "boost",
  like: "like",
  follow: "follow",
  add: "other",
  move: "other",
  other: "other",
  delete: undefined,
  undo: undefined,
  accept: undefined,
  reject: undefined,
  remove: undefined,
  block: undefined,
  flag: undefined,
};
