// What a filter did with one traffic log, counted against the truth beside it.

import { assert } from "../../base/assert.ts";
import type { Filter } from "../../lab/filter.ts";
import { lineOf, type Truth } from "../../lab/traffic/lines.ts";
import type { TrafficLog } from "../../lab/traffic/scribe.ts";

/** How many there were, and how many of them it happened to. */
export interface Share {
  readonly of: number;
  readonly part: number;
}

export interface Measured {
  /** People whom spam was to notify, and who were notified, recalled afterwards or not. */
  readonly notified: Share;
  /** First contacts by legitimate strangers, and those that did not get in. */
  readonly firstsHeld: Share;
  readonly hamHeld: Share;
}

const none: Share = { of: 0, part: 0 };

/** Feeds the filter the whole log, and then its clock runs on until nothing is undecided. */
export async function measure(filter: Filter, { lines, truths }: TrafficLog): Promise<Measured> {
  const got = new Set<string>();
  const told = new Set<string>();
  const take = (fates: Awaited<ReturnType<Filter["feed"]>>): void => {
    for (const { delivery, outcome } of fates) {
      told.add(delivery);
      if (outcome === "delivered") got.add(delivery);
    }
  };
  for (const line of lines) take(await filter.feed(lineOf(line)));
  take(await filter.finish());
  const lost = truths.find(({ delivery }) => !told.has(delivery));
  assert(lost === undefined, `${filter.name} says of every delivery what became of it`);
  return counted(truths, got);
}

function counted(truths: readonly Truth[], got: ReadonlySet<string>): Measured {
  let [notified, firstsHeld, hamHeld] = [none, none, none];
  for (const truth of truths) {
    const came = got.has(truth.delivery);
    if (truth.truth === "spam") notified = plus(notified, truth.recipients, came);
    else {
      hamHeld = plus(hamHeld, 1, !came);
      if (truth.first) firstsHeld = plus(firstsHeld, 1, !came);
    }
  }
  return { notified, firstsHeld, hamHeld };
}

function plus({ of, part }: Share, more: number, happened: boolean): Share {
  return { of: of + more, part: part + (happened ? more : 0) };
}

export function shareOf({ of, part }: Share): number {
  return of === 0 ? 0 : part / of;
}
