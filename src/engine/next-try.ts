// When a release that failed is tried again: soon at first, then ever more rarely.

import { after, type EpochMs, minute, second } from "../base/units.ts";

/** Chosen by us: a home server that restarts is back in this time. */
const firstPauseMs = 30 * second;

/** After a long night it gets its mail within this time of coming back. */
const longestPauseMs = 10 * minute;

/** Left for the try itself before the original request is too old. */
const marginMs = 30 * second;

/**
 * `attempts`: those that failed before this one. Each pause is twice the one before, up to ten
 * minutes; but no pause leaps over the end of the time in which the original request is good.
 */
export function nextTryAt(at: EpochMs, attempts: number, replayUntil: EpochMs): EpochMs {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts, 10));
  const next = after(at, pause);
  const last = after(replayUntil, -marginMs);
  return next > last && last - at >= firstPauseMs ? last : next;
}
