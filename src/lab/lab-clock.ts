// Time as the lab needs it: it stands still until it is moved, so that an hour
// passes as fast as the work in it gets done, and the same way every time.

import { after, type EpochMs } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";

export interface LabClock extends Clock {
  /**
   * Moves to `at`, stopping at every moment that somebody sleeps until, in order, and letting
   * them act before time goes on. Never moves back.
   */
  advanceTo(at: EpochMs): Promise<void>;
  advance(ms: number): Promise<void>;
  /** The next moment that somebody sleeps until. */
  nextWake(): EpochMs | undefined;
}

interface Sleeper {
  readonly at: EpochMs;
  readonly rouse: () => void;
}

export function labClock(start: EpochMs): LabClock {
  let now = start;
  const sleepers = new Set<Sleeper>();

  const earliest = (): Sleeper | undefined => {
    let first: Sleeper | undefined;
    for (const one of sleepers) if (first === undefined || one.at < first.at) first = one;
    return first;
  };

  const advanceTo = async (at: EpochMs): Promise<void> => {
    await turn();
    for (let next = earliest(); next !== undefined && next.at <= at; next = earliest()) {
      if (next.at > now) now = next.at;
      sleepers.delete(next);
      next.rouse();
      await turn();
    }
    if (at > now) now = at;
    await turn();
  };

  return {
    now: () => now,
    wake: (at, signal) => sleep(at, now, sleepers, signal),
    advanceTo,
    advance: (ms) => advanceTo(after(now, ms)),
    nextWake: () => earliest()?.at,
  };
}

function sleep(
  at: EpochMs,
  now: EpochMs,
  sleepers: Set<Sleeper>,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (signal?.aborted) return Promise.reject(signal.reason as Error);
  if (at <= now) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      sleepers.delete(sleeper);
      reject(signal?.reason as Error);
    };
    const rouse = (): void => {
      signal?.removeEventListener("abort", giveUp);
      resolve();
    };
    const sleeper: Sleeper = { at, rouse };
    sleepers.add(sleeper);
    signal?.addEventListener("abort", giveUp, { once: true });
  });
}

/** Lets what was just woken run up to its next wait on a socket or disk. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
