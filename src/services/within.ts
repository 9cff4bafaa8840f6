// Waiting for something, but not longer than we can afford.

import { after, type EpochMs } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";

/** Nobody reads why the bell is stopped; an error made each time would trace its stack. */
const over = "over";

/** What `work` comes to by `until`; after that undefined, and the work itself goes on. */
export function within<T>(until: EpochMs, work: Promise<T>, clock: Clock): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let stop: AbortController | undefined;
    let settled = false;
    const settle = (): void => {
      settled = true;
      stop?.abort(over);
    };
    const ring = (): void => {
      settle();
      resolve(undefined);
    };
    work.then(
      (value) => {
        settle();
        resolve(value);
      },
      (error: unknown) => {
        settle();
        reject(error as Error);
      },
    );
    // What is at hand comes before any bell could ring: most times none is set.
    void aTurn.then(nothing).then(() => {
      if (settled) return;
      stop = new AbortController();
      clock.wake(until, stop.signal).then(ring, ring);
    });
  });
}

const aTurn = Promise.resolve();
const nothing = (): void => undefined;

/** Lets through what comes in time; else undefined, and the work goes on unheard. */
export type InTime = <T>(work: Promise<T>) => Promise<T | undefined>;

/** All work together has `ms` from now on. */
export function inTimeFor(ms: number, clock: Clock): InTime {
  const until = after(clock.now(), ms);
  return (work) => within(until, work, clock);
}

/** For who has the time. */
export const however: InTime = (work) => work;
