// The shipped weights, as `npm run fit` wrote them: change nothing here by hand.
// A signal that does not stand here has the weight that its own file gives it.

import type { Decibans } from "../base/units.ts";
import type { Calibration } from "./calibrate/probability.ts";

/** In decibans at full strength; 95 of 100 fits to other campaigns lie from `low` to `high`. */
export interface FittedWeight {
  readonly decibans: Decibans;
  readonly low: Decibans;
  readonly high: Decibans;
  /** Attacks and kinds of wanted mail in which the signal spoke, each under each seed. */
  readonly campaigns: number;
}

export const weights: Readonly<Record<string, FittedWeight>> = {};

/** How far a score is to be believed. */
export const calibration: Calibration = {
  low: 1,
  high: 1,
  shift: 0,
};
