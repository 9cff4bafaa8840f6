// Mail as it comes: what was done with it, in slots of ten seconds, for the last hour. A few
// kilobytes, whatever comes; a restart begins anew.

import { after, type EpochMs, epochMs, hour, second, startOf } from "../../base/units.ts";
import type { Clock } from "../../ports/clock.ts";
import { deaf, type Journal } from "../../ports/journal.ts";
import { type Counts, type Lane, laneOf, lanes, noCounts } from "./lanes.ts";

/** Fine enough to see a wave begin. */
export const slotMs = 10 * second;
export const slotsShown = hour / slotMs;

export interface Slot {
  /** When it begins. */
  readonly at: EpochMs;
  readonly counts: Counts;
}

export interface Traffic {
  readonly journal: Journal;
  /** From when on it has counted. */
  readonly since: EpochMs;
  /** Those that have ended by now, oldest first, of the last hour; only later ones than `later`. */
  slots(later?: EpochMs): readonly Slot[];
}

/** One is always being filled. */
const ringSize = slotsShown + 1;

export function makeTraffic(clock: Pick<Clock, "now">): Traffic {
  const since = clock.now();
  const counts = new Uint32Array(ringSize * lanes.length);
  /** The number of the slot that each place of the ring holds. */
  const numbers = new Float64Array(ringSize).fill(-1);

  const count = (lane: Lane): void => {
    const number = Math.floor(clock.now() / slotMs);
    const place = number % ringSize;
    const begin = place * lanes.length;
    if (numbers[place] !== number) {
      counts.fill(0, begin, begin + lanes.length);
      numbers[place] = number;
    }
    const at = begin + lanes.indexOf(lane);
    counts[at] = (counts[at] ?? 0) + 1;
  };

  const countsAt = (number: number): Counts => {
    const found = noCounts();
    const place = number % ringSize;
    if (numbers[place] !== number) return found;
    for (const [index, lane] of lanes.entries())
      found[lane] = counts[place * lanes.length + index] ?? 0;
    return found;
  };

  return {
    journal: {
      ...deaf,
      judged: (_, verdict, done) => count(laneOf(verdict, done)),
      unreadable: () => count("turnedAway"),
    },
    since,
    slots(later) {
      const now = Math.floor(clock.now() / slotMs);
      const first = Math.max(now - slotsShown, startOf(slotMs, since) / slotMs);
      const next = later === undefined ? first : Math.floor(later / slotMs) + 1;
      const begin = Math.max(first, next);
      return Array.from({ length: Math.max(0, now - begin) }, (_, index) => {
        return { at: epochMs((begin + index) * slotMs), counts: countsAt(begin + index) };
      });
    },
  };
}

/** When the slot that is being filled now will have ended. */
export function nextSlotAt(now: EpochMs): EpochMs {
  return after(startOf(slotMs, now), slotMs);
}
