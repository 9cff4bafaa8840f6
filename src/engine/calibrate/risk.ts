// Where the hold threshold may stand, so that of legitimate first contacts no more than the
// operator's budget is expected to be held.
//
//          ham held at or above a threshold + 1
//   bound = ------------------------------------      the lowest threshold whose bound is
//                    all ham + 1                       within the budget is taken
//
// Conformal risk control (Angelopoulos, Bates, Fisch, Lei, Schuster 2022, theorem 1, loss 0 or 1):
// if the next legitimate first contact is exchangeable with those counted here, its expected loss
// at that threshold is at most the budget. An expectation over all such days, not a promise for
// each; and n contacts allow no promise below 1 in n + 1, whatever was seen.

import type { Decibans } from "../../base/units.ts";

/** A legitimate first contact of the past. */
export interface Ham {
  readonly score: Decibans;
  /** For how many it stands: more than one where it was drawn by lot from what nobody looked at. */
  readonly weight: number;
}

/** Where a threshold could stand, and what would be expected of it. */
export interface Bound {
  readonly holdAt: Decibans;
  /** Of legitimate first contacts, how many may be held: 0 to 1. */
  readonly share: number;
}

/** How far a fitted threshold may stand from the one it was configured with: the design's own. */
export const holdAtMoveMax: Decibans = 3;

/** Chosen by us: a twentieth of what it may move by, far below what anybody could tell apart. */
const stepsADeciban = 10;

/** What is expected of a threshold. Falls as the threshold rises. */
export function shareHeld(holdAt: Decibans, ham: readonly Ham[]): number {
  let held = 0;
  let all = 0;
  for (const { score, weight } of ham) {
    all += weight;
    if (score >= holdAt) held += weight;
  }
  return Math.min(1, (held + 1) / (all + 1));
}

/** The least share that this many may promise. */
export function leastShare(ham: readonly Ham[]): number {
  return shareHeld(Number.POSITIVE_INFINITY, ham);
}

/** The lowest threshold near `centre` that keeps to the budget; undefined: not one of them does. */
export function lowestWithin(
  budget: number,
  ham: readonly Ham[],
  centre: Decibans,
): Bound | undefined {
  if (leastShare(ham) > budget) return undefined;
  for (const holdAt of around(centre)) {
    const share = shareHeld(holdAt, ham);
    if (share <= budget) return { holdAt, share };
  }
  return undefined;
}

/** Every place a threshold may have, lowest first. */
function* around(centre: Decibans): Generator<Decibans> {
  const reach = holdAtMoveMax * stepsADeciban;
  for (let step = -reach; step <= reach; step++) yield toStep(centre + step / stepsADeciban);
}

/** The nearest place at or below it. */
export function stepBelow(score: Decibans): Decibans {
  return toStep(Math.floor(score * stepsADeciban) / stepsADeciban);
}

function toStep(holdAt: Decibans): Decibans {
  return Math.round(holdAt * stepsADeciban) / stepsADeciban;
}
