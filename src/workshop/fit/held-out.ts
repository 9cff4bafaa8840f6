/**
 * How much what was thought by hand is open to the fit, chosen by what was not fitted on.
 *
 * Attacks and classes are dealt into parts. Each part is judged by weights that never saw it, nor
 * anything else of its attacks and classes under another seed: what helps there is no habit of
 * our generators. Of all degrees of openness whose loss is within one standard error of the least
 * the most modest is taken (Hastie, Tibshirani and Friedman, "The Elements of Statistical
 * Learning", 2009, section 7.10).
 */

import { hash32 } from "../../base/prng.ts";
import {
  type Fitted,
  fitWeights,
  lossOf,
  makeScorer,
  perDeciban,
} from "../../engine/calibrate/fit-weights.ts";
import { examplesOf, frameOf, type Weighed } from "./examples.ts";
import { type Done, doneTo, fateOf, together } from "./operating.ts";

/** 0: what was thought by hand. Doubling, from hardly to wide open. */
export const doubts: readonly number[] = [0, 0.5, 1, 2, 4];

const parts = 8;

export interface HeldOut {
  readonly doubt: number;
  /** Nats a case, weighted, on what was not fitted on. */
  readonly loss: number;
  /** Against what was thought by hand, with its standard error over attacks and classes. */
  readonly better: number;
  readonly error: number;
  readonly done: Done;
}

const scorer = makeScorer(frameOf(0));

/** What is not there for the others: an attack, a class, or ordinary mail of one sender's host. */
function partOf({ one }: Weighed): number {
  const name = one.isSpam || one.kind !== "ordinary" ? one.kind : one.campaign.replace(/^.*: /, "");
  return hash32(`part of ${name}`) % parts;
}

export function fitted(some: readonly Weighed[], doubt: number): Fitted {
  return fitWeights(examplesOf(some), frameOf(doubt));
}

/** Each part under the weights of a fit to all others. */
export function unseen(
  some: readonly Weighed[],
  doubt: number,
): readonly { readonly tested: readonly Weighed[]; readonly fit: Fitted }[] {
  const byPart = Map.groupBy(some, partOf);
  return [...byPart].map(([part, tested]) => {
    const others = some.filter((one) => partOf(one) !== part);
    return { tested, fit: fitted(others, doubt) };
  });
}

export function heldOut(some: readonly Weighed[]): readonly HeldOut[] {
  let byHandLosses = new Map<string, Loss>();
  return doubts.map((doubt) => {
    const folds = unseen(some, doubt);
    const losses = byKind(folds.flatMap(({ tested, fit }) => tested.map((one) => lost(one, fit))));
    if (doubt === 0) byHandLosses = losses;
    const done = folds.flatMap(({ tested, fit }) =>
      tested.map((it) => doneTo(it.one, fateOf(it, fit.decibans, scorer))),
    );
    return { doubt, ...compared(losses, byHandLosses), done: together(done) };
  });
}

interface Loss {
  readonly kind: string;
  readonly weight: number;
  readonly loss: number;
}

function lost({ one, last, weight }: Weighed, { decibans, belief }: Fitted): Loss {
  const score = scorer.score(decibans, last) * perDeciban;
  const logOdds = belief.shift + belief.slope * score;
  const kind = `${one.isSpam}${one.kind}`;
  return { kind, weight, loss: weight * lossOf(one.isSpam ? logOdds : -logOdds) };
}

function byKind(losses: readonly Loss[]): Map<string, Loss> {
  const sums = new Map<string, Loss>();
  for (const { kind, weight, loss } of losses) {
    const sum = sums.get(kind) ?? { kind, weight: 0, loss: 0 };
    sums.set(kind, { kind, weight: sum.weight + weight, loss: sum.loss + loss });
  }
  return sums;
}

function compared(losses: ReadonlyMap<string, Loss>, before: ReadonlyMap<string, Loss>) {
  const all = [...losses.values()];
  const weight = all.reduce((sum, one) => sum + one.weight, 0);
  const loss = all.reduce((sum, one) => sum + one.loss, 0) / weight;
  const gains = all.map(({ kind, loss }) => ((before.get(kind)?.loss ?? loss) - loss) / weight);
  const better = gains.reduce((sum, one) => sum + one, 0);
  const mean = better / gains.length;
  const spread = gains.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const error = Math.sqrt((spread * gains.length) / Math.max(1, gains.length - 1));
  return { loss, better, error };
}

/** The most modest within one standard error of the best, but open at all. */
export function chosen(tried: readonly HeldOut[]): HeldOut {
  const best = tried.reduce((one, other) => (other.loss < one.loss ? other : one));
  const near = tried.find(({ doubt, loss }) => doubt > 0 && loss <= best.loss + best.error);
  return near ?? best;
}
