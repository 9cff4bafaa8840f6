// What stands where, counted from all that is kept.

import { type EpochMs, epochMs } from "../../base/units.ts";
import type { Census, Kept, KeptState } from "../../model/kept.ts";

export function censusOf(all: readonly Kept[], at: EpochMs): readonly Census[] {
  return [...Map.groupBy(all, ({ state }) => state)]
    .map(([state, ofIt]) => countOf(state, ofIt, at))
    .sort((a, b) => (a.state < b.state ? -1 : 1));
}

function countOf(state: KeptState, all: readonly Kept[], at: EpochMs): Census {
  return {
    state,
    count: all.length,
    oldestArrivedAt: earliest(all.map(({ delivery }) => delivery.at)) ?? at,
    nextDueAt: earliest(all.flatMap(({ dueAt }) => (dueAt === undefined ? [] : [dueAt]))),
    nextReplayUntil: earliest(all.map(({ replayUntil }) => replayUntil).filter((one) => one > at)),
  };
}

function earliest(moments: readonly EpochMs[]): EpochMs | undefined {
  const first = moments.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  return moments.length === 0 ? undefined : epochMs(first);
}
