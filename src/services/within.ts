// Waiting for something, but not longer than we can afford.

import { after, type EpochMs } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";

/** Nobody reads why the bell is stopped; an error made each time would trace its stack. */
const over = "over";

/** What `work` comes to by `until`; after that undefined, and the work itself goes on. */
export async function within<T>(
  until: EpochMs,
  work: Promise<T>,
  clock: Clock,
): Promise<T | undefined> {
  const early = await Promise.race([work, aFewTurns()]);
  if (early !== notYet) return early;
  const stop = new AbortController();
  const bell = clock.wake(until, stop.signal).then(
    () => undefined,
    () => undefined,
  );
  try {
    return await Promise.race([work, bell]);
  } finally {
    stop.abort(over);
  }
}

/** What is at hand comes before any bell could ring: then none is set. */
const notYet = Symbol("not yet");

async function aFewTurns(): Promise<typeof notYet> {
  for (let turn = 0; turn < 3; turn++) await Promise.resolve();
  return notYet;
}

/** Lets through what comes in time; else undefined, and the work goes on unheard. */
export type InTime = <T>(work: Promise<T>) => Promise<T | undefined>;

/** All work together has `ms` from now on. */
export function inTimeFor(ms: number, clock: Clock): InTime {
  const until = after(clock.now(), ms);
  return (work) => within(until, work, clock);
}

/** For who has the time. */
export const however: InTime = (work) => work;
