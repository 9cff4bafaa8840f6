// Sums that fade: what happened lately counts more than what happened a season ago.

import { dayNumber, type EpochMs } from "../base/units.ts";

/** Standing fades by half in this many days. Chosen by us: a season away costs no regular all. */
export const halfLifeDays = 60;

/** What something of `then` is worth at `at`: 1 on its day and before. */
export function worth(then: EpochMs, at: EpochMs): number {
  return 2 ** (-Math.max(0, dayNumber(at) - dayNumber(then)) / halfLifeDays);
}
/** A sum, each part worth half as much for every half-life that it lies back. */
export interface Faded {
  sum: number;
  /** As of which day, in days since 1970 (UTC). */
  day: number;
}

export function nothingYet(): Faded {
  return { sum: 0, day: 0 };
}

export function sumAt({ sum, day }: Faded, at: EpochMs): number {
  return sum === 0 ? 0 : sum * 2 ** (-Math.max(0, dayNumber(at) - day) / halfLifeDays);
}

/**
 * Adds what was worth `amount` on the day of `at`, however late it is told; less than nothing takes
 * back what was added for that day, never below 0.
 */
export function addTo(faded: Faded, amount: number, at: EpochMs): void {
  const on = dayNumber(at);
  const day = Math.max(faded.day, on);
  const fades = (days: number): number => 2 ** (-days / halfLifeDays);
  const before = faded.sum === 0 ? 0 : faded.sum * fades(day - faded.day);
  const sum = before + amount * fades(day - on);
  faded.sum = sum < 1e-9 ? 0 : sum;
  faded.day = day;
}
