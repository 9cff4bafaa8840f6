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

export const weights: Readonly<Record<string, FittedWeight>> = {
  ALIKE_STRANGERS: { decibans: 24, low: 24, high: 24, campaigns: 10 },
  ANSWERS_LOCAL_POST: { decibans: -2, low: -1.9, high: -1.8, campaigns: 280 },
  BARE_MENTION: { decibans: 5, low: 5, high: 5, campaigns: 42 },
  BEYOND_ALLOWANCE: { decibans: 24, low: 23.9, high: 24, campaigns: 123 },
  CAMPAIGN: { decibans: 24, low: 22.9, high: 24, campaigns: 285 },
  CAMPAIGN_BEYOND_ALLOWANCE: { decibans: 24, low: 24, high: 24, campaigns: 118 },
  CLOSED_FELLOWS: { decibans: 8, low: 8, high: 8, campaigns: 0 },
  COMPLAINED_OF: { decibans: 6, low: 6, high: 6, campaigns: 0 },
  CONDEMNED_BEFORE: { decibans: 24, low: 23.9, high: 24, campaigns: 52 },
  CONDEMNED_CAMPAIGN: { decibans: 24, low: 24, high: 24, campaigns: 46 },
  DEVELOPED_PROFILE: { decibans: -2, low: -2.1, high: -2, campaigns: 251 },
  DISGUISE: { decibans: 6, low: 6, high: 6, campaigns: 8 },
  EDIT_SWAP: { decibans: 18, low: 18, high: 18.1, campaigns: 10 },
  EMPTY_PROFILE: { decibans: 5, low: 5.3, high: 5.5, campaigns: 403 },
  GOOD_DAYS: { decibans: -8, low: -8, high: -7.9, campaigns: 154 },
  HINTED_TIE: { decibans: -5, low: -5, high: -5, campaigns: 0 },
  HOST_BEYOND_ALLOWANCE: { decibans: 24, low: 23.6, high: 24, campaigns: 10 },
  HOST_CONDEMNED: { decibans: 8, low: 8, high: 8, campaigns: 41 },
  HOST_SURGE: { decibans: 5, low: 5, high: 5, campaigns: 9 },
  MANY_MENTIONS: { decibans: 8, low: 7.7, high: 8, campaigns: 77 },
  NEWCOMER: { decibans: 4, low: 3.9, high: 4, campaigns: 471 },
  POSTS_COME_HERE: { decibans: -5, low: -5, high: -5, campaigns: 29 },
  REPEATED_LINK: { decibans: 13, low: 13, high: 13.6, campaigns: 135 },
  REPEATS_ITSELF: { decibans: 9, low: 8.8, high: 9.1, campaigns: 200 },
  REUSED_ID: { decibans: 2, low: 2, high: 2, campaigns: 0 },
  SPAM_WORDS: { decibans: 8, low: 8, high: 8.1, campaigns: 89 },
  STRANGER_DIRECT: { decibans: 3, low: 2.9, high: 3, campaigns: 215 },
  STRANGER_LINK: { decibans: 4, low: 4, high: 4.2, campaigns: 209 },
  STRANGER_MENTIONS: { decibans: 8, low: 7.8, high: 8, campaigns: 97 },
  UNKNOWN_HOST: { decibans: 5, low: 4.9, high: 5, campaigns: 472 },
  VOUCHED_FOR: { decibans: -4, low: -4, high: -4, campaigns: 1 },
  WAVE: { decibans: 12, low: 11.9, high: 12, campaigns: 198 },
  WELCOMED: { decibans: -10, low: -10, high: -9.8, campaigns: 18 },
  WELL_KNOWN_HOST: { decibans: -3, low: -3, high: -3, campaigns: 4 },
};

/** How far a score is to be believed. */
export const calibration: Calibration = {
  low: 3.578,
  high: 0.568,
  shift: 0.906,
};
