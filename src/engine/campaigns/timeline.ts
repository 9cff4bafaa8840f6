// How a campaign grew: its contacts counted in equal steps of time, few enough to be drawn.

import { day, type EpochMs, epochMs, hour, minute } from "../../base/units.ts";

export interface Step {
  readonly from: EpochMs;
  /** Arrivals from then until the next step. */
  readonly count: number;
  /** With all before. */
  readonly total: number;
}

export interface Timeline {
  readonly stepMs: number;
  /** Every step from the first arrival to the last, empty ones too. */
  readonly steps: readonly Step[];
}

/** What people count time in. */
const widths = [
  ...[minute, 5 * minute, 15 * minute, hour, 6 * hour, day, 7 * day, 28 * day],
] as const;

/** A bar is still as wide as a finger's edge on a phone. Chosen by us. */
const stepsMax = 48;

/** Of more than four years only the last are shown. */
export function timelineOf(moments: readonly EpochMs[]): Timeline {
  const sorted = [...moments].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return { stepMs: minute, steps: [] };
  const stepMs = widths.find((width) => stepsFrom(first, last, width) <= stepsMax) ?? 28 * day;
  const count = Math.min(stepsFrom(first, last, stepMs), stepsMax);
  const end = Math.floor(last / stepMs);
  const counts = new Array<number>(count).fill(0);
  let before = 0;
  for (const moment of sorted) {
    const at = Math.floor(moment / stepMs) - end + count - 1;
    if (at < 0) before += 1;
    else counts[at] = (counts[at] ?? 0) + 1;
  }
  let total = before;
  const steps = counts.map((here, at): Step => {
    total += here;
    return { from: epochMs((end - count + 1 + at) * stepMs), count: here, total };
  });
  return { stepMs, steps };
}

function stepsFrom(first: EpochMs, last: EpochMs, width: number): number {
  return Math.floor(last / width) - Math.floor(first / width) + 1;
}
