// Sums that fade: what happened lately counts more than what happened a season ago.

import { dayNumber, type EpochMs } from "../base/units.ts";

/** Standing fades by half in this many days. Chosen by us: a season away costs no regular all. */
export const halfLifeDays = 60;

/** What something of `then` is worth at `at`: 1 on its day and before. */
export function worth(then: EpochMs, at: EpochMs): number {
  return 2 ** (-Math.max(0, dayNumber(at) - dayNumber(then)) / halfLifeDays);
}
