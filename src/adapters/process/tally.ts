// How many newcomers a host sent us: exact for small hosts, bounded for the largest.

import { day, dayNumber, type EpochMs, hour } from "../../base/units.ts";
import type { DaysBefore } from "../../engine/baseline.ts";
import { noWindows, type Windows } from "../../model/observation.ts";
import { addTo, emptyWindows, longestWindowMs } from "./windows.ts";

export interface TallyParts {
  /** Moments known one by one, in the order of counting. */
  readonly newest: readonly EpochMs[];
  /** [day since 1970, how many]. */
  readonly days: readonly (readonly [number, number])[];
}

/**
 * Moments counted in our windows. The newest `max` are known one by one; older ones spill into a
 * count per day. So the short windows are exact up to `max` and then say `max`; the long ones are
 * off by at most one day's spilled moments, at their far edge.
 */
export class Tally {
  /** Numbers alone, side by side: a large host's are read for each of its deliveries. */
  readonly #newest: EpochMs[];
  readonly #days: Map<number, number>;
  readonly #max: number;

  constructor(max: number, before: TallyParts = { newest: [], days: [] }) {
    this.#max = max;
    this.#newest = [...before.newest];
    this.#days = new Map(before.days);
  }

  /** All that it knows, to be kept and counted on from. */
  get parts(): TallyParts {
    return { newest: this.#newest, days: [...this.#days] };
  }

  add(moment: EpochMs): void {
    this.#newest.push(moment);
    if (this.#newest.length > this.#max) this.#spill();
  }

  takeBack(moment: EpochMs): void {
    const index = this.#newest.lastIndexOf(moment);
    if (index >= 0) this.#newest.splice(index, 1);
    else this.#spillInto(dayNumber(moment), -1);
  }

  /** Without one event at `except`, while that is among the newest; of many, one is no matter. */
  windows(at: EpochMs, except: EpochMs | undefined): Windows {
    if (this.#newest.length === 0) return noWindows;
    const counts = emptyWindows();
    for (const moment of this.#newest) addTo(counts, at - moment, 1);
    // A spilled moment is older than all the known ones: it is not of the last six hours.
    for (const [on, times] of this.#days) addTo(counts, Math.max(6 * hour, at - on * day), times);
    if (except !== undefined && this.#newest.includes(except)) addTo(counts, at - except, -1);
    return counts;
  }

  /** What the days before `on` brought, as far as they are remembered. */
  before(on: number): DaysBefore {
    const moments = this.#newest.filter((moment) => dayNumber(moment) < on);
    const days = new Map(this.#days);
    for (const moment of moments)
      days.set(dayNumber(moment), (days.get(dayNumber(moment)) ?? 0) + 1);
    return { days: [...days].filter(([one]) => one < on).sort(([a], [b]) => a - b), moments };
  }

  #spill(): void {
    const oldest = this.#newest.shift();
    if (oldest === undefined) return;
    this.#spillInto(dayNumber(oldest), 1);
    for (const on of this.#days.keys()) {
      if ((dayNumber(oldest) - on) * day > longestWindowMs) this.#days.delete(on);
    }
  }

  #spillInto(on: number, times: number): void {
    const count = (this.#days.get(on) ?? 0) + times;
    if (count > 0) this.#days.set(on, count);
    else this.#days.delete(on);
  }
}
