// What `cases list` says of holds that nobody ruled on: they are not kept for ever.

import { day, type EpochMs, isoTime } from "../base/units.ts";
import type { KeptSummary } from "../model/kept.ts";

/** A weekend, and a day to come back from it. */
const warnedMs = 3 * day;

/** Undefined where none of these is about to go. */
export function expiringLine(
  found: readonly KeptSummary[],
  expireAfterMs: number,
  now: EpochMs,
): string | undefined {
  const ends = found
    .filter(({ state, ruledBy }) => state === "held" && ruledBy === undefined)
    .map(({ since }) => since + expireAfterMs)
    .filter((end) => end - now < warnedMs);
  if (ends.length === 0) return undefined;
  const first = isoTime(Math.max(now, Math.min(...ends)) as EpochMs).slice(0, 10);
  const some = ends.length === 1 ? "One of these is" : `${ends.length} of these are`;
  return `${some} deleted unruled within three days, the first on ${first}: rule before then.`;
}
