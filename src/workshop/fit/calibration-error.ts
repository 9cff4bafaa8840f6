/**
 * How far probabilities are from what happens.
 *
 * Expected calibration error over fifteen bins of equal width: cases are put into bins by their
 * probability; of each bin the mean probability and the share of spam differ by something; the
 * mean of that, weighted by how many cases are in the bin (Guo and others, "On Calibration of
 * Modern Neural Networks", ICML 2017, equation 3). Of contacts that were judged, as they came:
 * with what passed unread it would be smaller, and say less.
 */

import type { Decibans } from "../../base/units.ts";
import { fitCalibration, type Scored } from "../../engine/calibrate/fit-calibration.ts";
import type { Scorer } from "../../engine/calibrate/fit-weights.ts";
import { type Calibration, calibrated } from "../../engine/calibrate/probability.ts";
import { draws, type Interval, middle } from "./drawn-again.ts";
import type { Weighed } from "./examples.ts";

const bins = 15;

/** A case with its score, and what was drawn anew as a whole. */
export interface Probed extends Scored {
  readonly campaign: string;
}

/** A case with the score that it had when it came. */
export interface Judged {
  readonly it: Weighed;
  readonly score: Decibans;
}

export function judgedBy(
  some: readonly Weighed[],
  decibans: ArrayLike<number>,
  scorer: Scorer,
): readonly Judged[] {
  return some.map((it) => ({ it, score: scorer.score(decibans, it.came) }));
}

/** As a server met them: each contact counts as one. */
export function probed(some: readonly Judged[]): readonly Probed[] {
  return some.map(({ it, score }) => {
    const { campaign, isSpam } = it.one;
    return { campaign, isSpam, weight: 1, score };
  });
}

/**
 * Of contacts that are read, how many are spam: none in a quiet week, half on the day of a wave.
 * Chosen by us between the two: whoever acts on a probability does so when there is a wave.
 */
const spamShare = 1 / 4;

/** As the lab makes them: kinds count as in the fit, spam as much as where it matters. */
export function probedInLab(some: readonly Judged[]): readonly Probed[] {
  const massOf = (spam: boolean): number =>
    some.reduce((sum, { it }) => sum + (it.one.isSpam === spam ? it.weight : 0), 0);
  const [spam, ham] = [massOf(true), massOf(false)];
  return some.map(({ it, score }) => {
    const { campaign, isSpam } = it.one;
    const share = isSpam ? (spamShare * it.weight) / spam : ((1 - spamShare) * it.weight) / ham;
    return { campaign, isSpam, weight: share, score };
  });
}

export function calibrationError(
  cases: readonly Probed[],
  map: Calibration,
  times: (campaign: string) => number = () => 1,
): number {
  const sums = Array.from({ length: bins }, () => ({ count: 0, expected: 0, spam: 0 }));
  let all = 0;
  for (const { score, isSpam, campaign, weight } of cases) {
    const count = weight * times(campaign);
    const probability = calibrated(score, map);
    const bin = sums[Math.min(bins - 1, Math.floor(probability * bins))];
    if (bin === undefined) continue;
    bin.count += count;
    bin.expected += count * probability;
    bin.spam += isSpam ? count : 0;
    all += count;
  }
  const off = sums.reduce((sum, one) => sum + Math.abs(one.expected - one.spam), 0);
  return all === 0 ? 0 : off / all;
}

export function errorInterval(cases: readonly Probed[], map: Calibration): Interval {
  const errors = draws(cases, 200).map((drawn) =>
    calibrationError(cases, map, (campaign) => drawn.get(campaign) ?? 0),
  );
  return middle(errors);
}

/** One log counts as much as another, and the lab as one: else the largest would decide alone. */
export function calibrationOf(logs: readonly (readonly Probed[])[]): Calibration {
  const cases = logs.flatMap((some) => {
    const all = some.reduce((sum, one) => sum + one.weight, 0);
    return some.map((one) => ({ ...one, weight: (1000 * one.weight) / all }));
  });
  return fitCalibration(cases);
}
