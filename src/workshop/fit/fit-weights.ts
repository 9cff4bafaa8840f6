// The weights to be shipped: fitted to everything there is, with what other campaigns would have
// made of them, and how many of them spoke at all.

import type { Decibans } from "../../base/units.ts";
import { signals } from "../../engine/signals/index.ts";
import type { FittedWeight } from "../../engine/weights.ts";
import { draws, middle } from "./drawn-again.ts";
import type { Weighed } from "./examples.ts";
import { fitted } from "./held-out.ts";

/** Refits for the intervals. Forty leave the ends of an interval a tenth of its width uncertain. */
const refits = 40;

/**
 * Less than that is not shipped. Chosen by us: bounds that are promised (from which copy on a wave
 * is held, how far a reply bot gets) rest on tenths, and what a fit moves less is chance's.
 */
export const moveMin: Decibans = 1;

export interface Shipped extends FittedWeight {
  /** As the fit has it, whether or not that is shipped. */
  readonly fitted: Decibans;
}

export function shippedFit(some: readonly Weighed[], doubt: number): ReadonlyMap<string, Shipped> {
  const { decibans } = fitted(some, doubt);
  const again = draws(
    some.map(({ one }) => one),
    refits,
  ).map((drawn) => fitted(reweighed(some, drawn), doubt).decibans);
  const spoke = spokeIn(some);
  return new Map(
    signals.map(({ symbol, decibans: byHand }, index) => {
      const fit = Math.round((decibans[index] ?? byHand) * 10) / 10;
      const ships = Math.abs(fit - byHand) < moveMin ? byHand : fit;
      const { low, high } = middle(again.map((one) => one[index] ?? 0));
      const campaigns = spoke.get(index)?.size ?? 0;
      return [symbol, { decibans: ships, fitted: fit, low, high, campaigns }] as const;
    }),
  );
}

function reweighed(
  some: readonly Weighed[],
  drawn: ReadonlyMap<string, number>,
): readonly Weighed[] {
  return some.flatMap((one) => {
    const times = drawn.get(one.one.campaign) ?? 0;
    return times === 0 ? [] : [{ ...one, weight: one.weight * times }];
  });
}

/** By signal: what somebody made on purpose. Ordinary mail is one campaign a log. */
function spokeIn(some: readonly Weighed[]): ReadonlyMap<number, ReadonlySet<string>> {
  const spoke = new Map<number, Set<string>>();
  for (const { one, log, last } of some) {
    const campaign = one.kind === "ordinary" ? `${log}: ordinary` : one.campaign;
    for (const { signal } of last) {
      const known = spoke.get(signal) ?? new Set();
      spoke.set(signal, known.add(campaign));
    }
  }
  return spoke;
}
