// What became of a host's actors: met, condemned, and closed by their own host, each once.

import { day, type EpochMs, epochMs } from "../../base/units.ts";
import { addTo, type Faded, nothingYet, sumAt } from "../../engine/fading.ts";
import type { Met, MetOfAHost } from "../../engine/host-record.ts";
import type { KnownActor, KnownDomain } from "./acquaintances.ts";
import { condemnedPerDomainMax, peoplePerActorMax } from "./memory-bounds.ts";
import { put } from "./people.ts";
import { inWindow, longestWindowMs } from "./windows.ts";

export interface HostRecord {
  readonly met: Faded;
  readonly bad: Faded;
  readonly tended: Faded;
}

/** The sums of all hosts' records, what was forgotten of them included. */
export type Everywhere = Pick<HostRecord, "met" | "bad">;

export function newRecord(): HostRecord {
  return { met: nothingYet(), bad: nothingYet(), tended: nothingYet() };
}

export function recordAt({ met, bad, tended }: HostRecord, at: EpochMs): MetOfAHost {
  return { met: short(met, at), bad: short(bad, at), tended: short(tended, at) };
}

export function everywhereAt({ met, bad }: Everywhere, at: EpochMs): Met {
  return { met: sumAt(met, at), bad: sumAt(bad, at) };
}

function short(faded: Faded, at: EpochMs): number {
  return Math.round(sumAt(faded, at) * 100) / 100;
}

/** Before its first contact or welcome is noted: true if this is the first of either. */
export function isUnmet({ firstContact, friends }: KnownActor): boolean {
  return firstContact === undefined && friends === undefined;
}

/** One actor more, or, where the home server refused what it came with, one less. */
export function countMet(
  { record }: KnownDomain,
  everywhere: Everywhere,
  times: 1 | -1,
  at: EpochMs,
): void {
  addTo(record.met, times, at);
  addTo(everywhere.met, times, at);
}

/** An account that ends so soon after it was condemned, or before, was closed for that. */
const closedWithinMs = 7 * day;

export function condemn(
  actor: KnownActor,
  host: KnownDomain,
  everywhere: Everywhere,
  at: EpochMs,
): void {
  const isNew = (host.condemned.get(actor.id) ?? 0) <= at;
  actor.condemnedAt = [...actor.condemnedAt.slice(-peoplePerActorMax + 1), at];
  put(host.condemned, actor.id, epochMs(at + longestWindowMs), condemnedPerDomainMax);
  if (!isNew) return;
  for (const { bad } of [host.record, everywhere]) addTo(bad, 1, at);
  if (wasTended(actor)) addTo(host.record.tended, 1, at);
}

/** Takes back what `condemn` counted. */
export function pardon(actor: KnownActor, host: KnownDomain, everywhere: Everywhere): void {
  const [first] = actor.condemnedAt;
  if (first !== undefined && host.condemned.has(actor.id)) {
    for (const { bad } of [host.record, everywhere]) addTo(bad, -1, first);
    if (wasTended(actor)) addTo(host.record.tended, -1, first);
  }
  actor.condemnedAt = [];
  host.condemned.delete(actor.id);
}

/** Its host or itself says that it is no more. True if that is news. */
export function end(actor: KnownActor, host: KnownDomain, at: EpochMs): boolean {
  if (actor.endedAt !== undefined && actor.endedAt <= at) return false;
  const isCounted = wasTended(actor);
  actor.endedAt = at;
  const [condemnedAt] = actor.condemnedAt;
  if (condemnedAt !== undefined && wasTended(actor) && !isCounted)
    addTo(host.record.tended, 1, condemnedAt);
  return true;
}

function wasTended({ condemnedAt: [first], endedAt }: KnownActor): boolean {
  if (first === undefined || endedAt === undefined) return false;
  return Math.abs(endedAt - first) < closedWithinMs;
}

/** It writes again, long after the last of it can have been under way: true if it had ended. */
export function revive(actor: KnownActor, at: EpochMs): boolean {
  if (actor.endedAt === undefined || at - actor.endedAt < day) return false;
  actor.endedAt = undefined;
  return true;
}

/** Chosen by us: a host that moderates has acted within a week, mostly within a day. */
const soonMs = 7 * day;

/** Whether an account that wrote at `wroteAt` ended soon after, as far as is known at `at`. */
export function endedSoon(endedAt: EpochMs | undefined, wroteAt: EpochMs, at: EpochMs): boolean {
  if (endedAt === undefined || endedAt > at || !inWindow(endedAt, at)) return false;
  return endedAt >= wroteAt && endedAt - wroteAt < soonMs;
}
