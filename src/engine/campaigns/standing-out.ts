// Which of a case may not belong to it: a word on all of them must not fall on these unseen.
//
// Whatever its fellows add to a verdict grows with their number, so that the first copies of a
// wave look milder than the last. Compared is therefore what speaks of a delivery by itself.

import type { Verdict } from "../../model/verdict.ts";

/**
 * `spoken for`: something speaks for its sender that speaks for few of the others.
 * `milder`: by itself far less like spam than the others.
 */
export type StandsOut = "spoken for" | "milder";

type Judged = Pick<Verdict, "evidence">;

/** Chosen by us: a sixth of the odds of the middle one. */
const milderBy = 8;

/** Of fewer no middle can be told. */
const comparedMin = 4;

/** What has trust where most have it is how the wave was prepared. Chosen by us. */
const fewShare = 0.5;

/** Below that a word for the sender is a murmur. */
const wordMin = -2;

/** What fellows do to each other's verdict. */
const ofFellows = new Set(["CAMPAIGN_BEYOND_ALLOWANCE", "CONDEMNED_CAMPAIGN", "CLOSED_FELLOWS"]);

/** In the order of the members. */
export function standingOut(members: readonly Judged[]): readonly (StandsOut | undefined)[] {
  const counts = new Map<string, number>();
  const words = members.map(trustIn);
  for (const symbol of words.flat()) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  const isRare = (symbol: string): boolean =>
    members.length === 1 || (counts.get(symbol) ?? 0) <= fewShare * members.length;
  const own = members.map(byItself);
  const middle = members.length < comparedMin ? Number.NEGATIVE_INFINITY : middleOf(own);
  return members.map((_, index) => {
    if (words[index]?.some(isRare)) return "spoken for";
    return (own[index] ?? 0) < middle - milderBy ? "milder" : undefined;
  });
}

function trustIn({ evidence }: Judged): readonly string[] {
  return evidence
    .filter(({ group, decibans }) => group === "trust" && decibans <= wordMin)
    .map(({ symbol }) => symbol);
}

function byItself({ evidence }: Judged): number {
  return evidence
    .filter(({ group, symbol }) => group !== "repetition" && !ofFellows.has(symbol))
    .reduce((sum, { decibans }) => sum + decibans, 0);
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
