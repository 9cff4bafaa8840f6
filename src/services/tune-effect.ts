// What other settings would have done with what is remembered.

import type { Decibans } from "../base/units.ts";
import { decidedBeside, rescored } from "../engine/calibrate/rescore.ts";
import type { PolicySettings } from "../engine/policy.ts";
import type { Chronicle, Decision, Remembered, Stretch } from "../ports/chronicle.ts";
import { judgedIn } from "./first-contacts.ts";
import type { Rulings } from "./ruled.ts";
import { type Fate, fateOf } from "./week.ts";

export type Outcome = "passed" | "settled" | "held";

/** A delivery that would have fared otherwise. */
export interface Difference {
  readonly decision: Decision;
  readonly before: Outcome;
  readonly after: Outcome;
  /** Its highest score, under each. */
  readonly scores: readonly [Decibans, Decibans];
  readonly fate: Fate;
}

export interface Effect {
  /** Deliveries whose score decided. */
  readonly weighed: number;
  /** Worst first: what would be held now and was not, ham before the rest. */
  readonly differences: readonly Difference[];
  /** How many more there are than are named. */
  readonly more: number;
}

/** Named at most: a screen shows ten, a script may want to look through them. */
const namedMax = 5000;

/** Throws LedgerDown. */
export async function effectOn(
  stretch: Stretch,
  chronicle: Pick<Chronicle, "judged">,
  before: PolicySettings,
  after: PolicySettings,
  rulings: Rulings,
): Promise<Effect> {
  let [weighed, found] = [0, 0];
  let differences: Difference[] = [];
  for await (const page of judgedIn(stretch, chronicle)) {
    const those = page.filter(({ decision }) => isWeighed(decision));
    const fresh = those.flatMap((one) => differenceOf(one, before, after, rulings) ?? []);
    weighed += those.length;
    found += fresh.length;
    differences = [...differences, ...fresh].sort(worstFirst).slice(0, namedMax);
  }
  return { weighed, differences, more: found - differences.length };
}

function differenceOf(
  one: Remembered,
  before: PolicySettings,
  after: PolicySettings,
  rulings: Rulings,
): Difference | undefined {
  const { decision } = one;
  const [old, next] = [outcomeUnder(before, decision), outcomeUnder(after, decision)];
  if (old.outcome === next.outcome) return undefined;
  const { fate } = fateOf([one], rulings);
  const scores = [old.score, next.score] as const;
  return { decision, before: old.outcome, after: next.outcome, scores, fate };
}

/** How the promise fared: of remembered first contacts that were not spam, how many were held. */
export interface Reality {
  readonly firstContacts: number;
  readonly held: number;
}

/** Held, or what would have been under these settings; of it counts who has a record of ham. */
export function realityOf(
  firstContacts: readonly Remembered[],
  settings: PolicySettings,
  rulings: Rulings,
): Reality {
  const firsts = firstContacts.map((one) => {
    return { fate: fateOf([one], rulings).fate, ...outcomeUnder(settings, one.decision) };
  });
  const isHeld = (one: (typeof firsts)[number]) => one.outcome === "held";
  const ham = firsts.filter(
    (one) => one.fate === "ham" || (one.fate === "unknown" && !isHeld(one)),
  );
  return { firstContacts: ham.length, held: ham.filter(isHeld).length };
}

/** Scores of remembered first contacts that turned out to be spam, each at its highest. */
export function spamScores(
  firstContacts: readonly Remembered[],
  settings: PolicySettings,
  rulings: Rulings,
): readonly Decibans[] {
  return firstContacts
    .filter((one) => isSpam(fateOf([one], rulings).fate))
    .map(({ decision }) => outcomeUnder(settings, decision).score);
}

function isSpam(fate: Fate): boolean {
  return fate === "ended" || fate === "ruled spam" || fate === "complained of";
}

function isWeighed({ path, action, evidence }: Decision): boolean {
  return path === "judged" && action !== "reject" && !decidedBeside(evidence);
}

/** It settles by what is known when it comes, and is held by what is known then or later. */
function outcomeUnder(settings: PolicySettings, { evidence, last }: Decision) {
  const arrived = rescored(evidence, settings);
  const score = last === undefined ? arrived : Math.max(arrived, rescored(last.evidence, settings));
  const { holdAt, settleBand } = settings;
  const outcome: Outcome =
    score >= holdAt ? "held" : arrived >= holdAt - settleBand ? "settled" : "passed";
  return { outcome, score };
}

const order: readonly Outcome[] = ["passed", "settled", "held"];

function worstFirst(a: Difference, b: Difference): number {
  const steps = (one: Difference) => order.indexOf(one.after) - order.indexOf(one.before);
  return (
    order.indexOf(b.after) - order.indexOf(a.after) ||
    steps(b) - steps(a) ||
    Number(b.fate === "ham") - Number(a.fate === "ham") ||
    b.scores[1] - a.scores[1]
  );
}
