// Counting what falls into our four windows.

import { day, type EpochMs, hour, minute } from "../../base/units.ts";
import { noWindows, type Windows } from "../../model/observation.ts";

/** The longest window: what is older counts nowhere. */
export const longestWindowMs = 30 * day;

/** What happened then counts at least in the longest window that ends at `at`. */
export function inWindow(moment: EpochMs, at: EpochMs): boolean {
  return at - moment < longestWindowMs;
}

export type Counts = { -readonly [K in keyof Windows]: Windows[K] };

export function emptyWindows(): Counts {
  return { ...noWindows };
}

/**
 * Counts things of this age. A thing exactly one window old is out. One of a negative age is in:
 * what was counted is known, however late its asker comes.
 */
export function addTo(counts: Counts, ageMs: number, times: number): void {
  if (ageMs >= longestWindowMs) return;
  counts.thirtyDays += times;
  if (ageMs >= 7 * day) return;
  counts.sevenDays += times;
  if (ageMs >= 6 * hour) return;
  counts.sixHours += times;
  if (ageMs < 10 * minute) counts.tenMinutes += times;
}

/** How many of these moments lie in each window that ends at `at`. */
export function windowsOf(moments: Iterable<EpochMs>, at: EpochMs): Windows {
  const counts = emptyWindows();
  for (const moment of moments) addTo(counts, at - moment, 1);
  return counts.thirtyDays === 0 ? noWindows : counts;
}
