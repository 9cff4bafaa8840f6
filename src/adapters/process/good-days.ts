// Standing that is earned one day at a time, and fades.

import { day, type EpochMs } from "../../base/units.ts";

/** design.md section 5: standing fades by half in this many days. */
const halfLifeDays = 60;

/** A sum of days, each worth half as much for every half-life that it lies back. */
export interface GoodDays {
  sum: number;
  /** The last counted day, in days since 1970 (UTC). */
  last: number;
}

export function noGoodDays(): GoodDays {
  return { sum: 0, last: 0 };
}

/** Counts the day of `at`, once. */
export function creditDay(good: GoodDays, at: EpochMs): void {
  const today = Math.floor(at / day);
  if (good.sum > 0 && today <= good.last) return;
  good.sum = faded(good, today) + 1;
  good.last = today;
}

/**
 * Whole days that are left at `at`. Daily mail for ever comes to 87: a year of good days is
 * worth little more than half a year, so nobody can save up for a long betrayal.
 */
export function goodDaysAt(good: GoodDays, at: EpochMs): number {
  return good.sum === 0 ? 0 : Math.round(faded(good, Math.floor(at / day)));
}

function faded(good: GoodDays, today: number): number {
  return good.sum * 2 ** (-Math.max(0, today - good.last) / halfLifeDays);
}
