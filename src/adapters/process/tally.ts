// How many newcomers a host sent us: exact for small hosts, bounded for the largest.

import { day, dayNumber, type EpochMs, hour } from "../../base/units.ts";
import { type Habit, habitOf } from "../../engine/baseline.ts";
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
  #habit: { on: number; seenDays: number; habit: Habit } | undefined;

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
    // What comes today is no part of the days before.
    if (dayNumber(moment) !== this.#habit?.on) this.#habit = undefined;
    if (this.#newest.length > this.#max) this.#spill();
  }

  takeBack(moment: EpochMs): void {
    this.#habit = undefined;
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

  /** What the days before `on` say, of so many days seen; found once a day and after changes. */
  habit(on: number, seenDays: number): Habit {
    const found = this.#habit;
    if (found?.on === on && found.seenDays === seenDays) return found.habit;
    const moments = this.#newest.filter((moment) => dayNumber(moment) < on);
    const counts = new Map(this.#days);
    for (const moment of moments)
      counts.set(dayNumber(moment), (counts.get(dayNumber(moment)) ?? 0) + 1);
    const days = [...counts].filter(([one]) => one < on).sort(([a], [b]) => a - b);
    const habit = habitOf({ days, moments }, seenDays, on);
    this.#habit = { on, seenDays, habit };
    return habit;
  }

  #spill(): void {
    const oldest = this.#newest.shift();
    if (oldest === undefined) return;
    this.#habit = undefined;
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
