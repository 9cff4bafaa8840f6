/**
 * From a score to how often what has that score is spam.
 *
 * Signals overlap, so that their sum says more than it knows: of what adds up to "99 to 1" more
 * than one in a hundred is wanted. Three numbers mend that, one for each tail and one for the
 * whole (Kull, Silva Filho and Flach, "Beta calibration", AISTATS 2017): with p the bare
 * probability of the score,
 *
 *   log-odds of spam = low · ln p − high · ln (1 − p) + shift
 *
 * `low` stretches what is below even, `high` what is above; with both positive a higher score is
 * never less likely spam. Thresholds are on scores: calibrating moves none of them.
 */

import { type Decibans, probabilityOf } from "../../base/units.ts";

export interface Calibration {
  readonly low: number;
  readonly high: number;
  /** In natural units of log-odds. */
  readonly shift: number;
}

/** Believes the score. */
export const uncalibrated: Calibration = { low: 1, high: 1, shift: 0 };

/** Beyond that a score says nothing more. Chosen by us: one in ten million. */
const boundDecibans = 70;

export function calibrated(score: Decibans, { low, high, shift }: Calibration): number {
  const [below, above] = tailsOf(score);
  return 1 / (1 + Math.exp(-(low * below + high * above + shift)));
}

/** ln p and −ln (1 − p): what `low` and `high` stretch. */
export function tailsOf(score: Decibans): readonly [below: number, above: number] {
  const bound = Math.max(-boundDecibans, Math.min(boundDecibans, score));
  return [Math.log(probabilityOf(bound)), -Math.log(probabilityOf(-bound))];
}
