// Who was seen doing one thing, when: exact and bounded.

import type { EpochMs } from "../../base/units.ts";
import { noWindows, type Windows } from "../../model/observation.ts";
import { addTo, emptyWindows, windowsOf } from "./windows.ts";

/**
 * What one counted arrival leaves wherever it was counted. When the home server refuses the
 * arrival, its mark is struck out, and with it every sighting that rests on it alone.
 */
export interface Mark {
  /** No two marks of one memory have the same. */
  readonly id: number;
  readonly at: EpochMs;
  struck: boolean;
}

export interface Sighting {
  readonly who: string;
  /** A second name that belongs to it: the domain of `who`, or who contacted them. */
  readonly tag: string;
  latest: Mark;
  /** Stands in when the latest is struck out; the ones before it are not kept. */
  earlier: Mark | undefined;
}

/** When it was last seen; undefined when every mark that we still have is struck out. */
export function seenAt(one: Sighting): EpochMs | undefined {
  if (!one.latest.struck) return one.latest.at;
  return one.earlier === undefined || one.earlier.struck ? undefined : one.earlier.at;
}

export interface SightingsMax {
  readonly all: number;
  /** Of one `tag`, so that one sender can't displace what the others did. */
  readonly perTag: number;
}

/**
 * Distinct (who, tag) pairs, the least recently seen first. Of more than `max.all` pairs the
 * most recent stay: every count is exact up to that number and then says that number.
 */
export class Sightings {
  readonly #list: Sighting[];
  readonly #max: SightingsMax;

  /** `list`: what was seen before, the least recently seen first. */
  constructor(max: SightingsMax, list: readonly Sighting[] = []) {
    this.#max = max;
    this.#list = [...list];
  }

  get all(): readonly Sighting[] {
    return this.#list;
  }

  /** Noting the same mark again changes nothing: a retried delivery is seen once. */
  note(who: string, tag: string, mark: Mark): void {
    const index = this.#list.findLastIndex((one) => one.who === who && one.tag === tag);
    const known = this.#list[index];
    if (known === undefined) {
      this.#makeRoom(tag);
      this.#list.push({ who, tag, latest: mark, earlier: undefined });
    } else if (mark !== known.latest && mark !== known.earlier) {
      add(known, mark);
      this.#list.splice(index, 1);
      this.#list.push(known);
    }
  }

  drop(goes: (one: Sighting) => boolean): void {
    const left = this.#list.filter((one) => !goes(one));
    if (left.length < this.#list.length) this.#list.splice(0, this.#list.length, ...left);
  }

  #makeRoom(tag: string): void {
    if (this.#list.length >= this.#max.all) this.#list.shift();
    if (this.#list.length < this.#max.perTag) return;
    const ofTag = this.#list.filter((one) => one.tag === tag);
    if (ofTag.length < this.#max.perTag || ofTag[0] === undefined) return;
    this.#list.splice(this.#list.indexOf(ofTag[0]), 1);
  }
}

/** The two newest marks that stand. */
function add(known: Sighting, mark: Mark): void {
  const [latest = mark, earlier] = [known.latest, known.earlier, mark]
    .filter((one) => one !== undefined && !one.struck)
    .toSorted((a, b) => (b?.at ?? 0) - (a?.at ?? 0));
  known.latest = latest;
  known.earlier = earlier;
}

/** All sightings of others than `except`, where each is of somebody else. */
export function all(sightings: Sightings, at: EpochMs, except: string): Windows {
  const counts = emptyWindows();
  for (const one of sightings.all) {
    const moment = one.who === except ? undefined : seenAt(one);
    if (moment !== undefined) addTo(counts, at - moment, 1);
  }
  return counts;
}

/** Distinct names among sightings, each by its newest; `nameOf` leaves out with undefined. */
export function distinct(
  sightings: Sightings | undefined,
  at: EpochMs,
  nameOf: (one: Sighting) => string | undefined,
): Windows {
  if (sightings === undefined || sightings.all.length === 0) return noWindows;
  const newest = new Map<string, EpochMs>();
  for (const one of sightings.all) {
    const name = nameOf(one);
    const moment = seenAt(one);
    if (name === undefined || moment === undefined) continue;
    const before = newest.get(name);
    if (before === undefined || before < moment) newest.set(name, moment);
  }
  return windowsOf(newest.values(), at);
}
