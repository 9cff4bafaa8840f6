// Time as the lab needs it: it stands still until it is moved, so that an hour
// passes as fast as the work in it gets done, and the same way every time.

import { EventEmitter } from "node:events";
import { setImmediate as othersFirst } from "node:timers/promises";
import { after, type EpochMs } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";

export interface LabClock extends Clock {
  /**
   * It is now `at`: wakes everybody whose moment has come, and waits until they sleep again or
   * have gone, because who looks after something by the clock does its work and goes back to
   * sleep. They are known by their signals; who sleeps without one, as a slow host does, is not
   * waited for, and while one does nobody longer than `patienceMs`: they may wait for that host,
   * and so for time itself. Rejects if somebody does neither.
   */
  moveTo(at: EpochMs): Promise<void>;
  move(ms: number): Promise<void>;
  /** How many sleep now. */
  asleep(): number;
  /** Resolves when at least so many sleep; rejects if they never do. */
  untilAsleep(count: number): Promise<void>;
}

/** Of real time. Long beside any round of the gate's on a busy machine, short to a person. */
const patienceMs = 500;

/** Of real time: who is not asleep by then never will be, even on the busiest machine. */
const hopeMs = 20_000;

interface Sleeper {
  readonly at: EpochMs;
  readonly signal: AbortSignal | undefined;
  readonly rouse: () => void;
}

export function labClock(start: EpochMs): LabClock {
  let now = start;
  const sleepers = new Set<Sleeper>();
  const changes = new EventEmitter();
  const changed = (): void => void changes.emit("change");

  const moveTo = async (at: EpochMs): Promise<void> => {
    if (at > now) now = at;
    const due = [...sleepers].filter((one) => one.at <= now).sort((a, b) => a.at - b.at);
    const over = new AbortController();
    for (const one of due) {
      sleepers.delete(one);
      one.rouse();
      one.signal?.addEventListener("abort", changed, { signal: over.signal });
    }
    await allBack(due, sleepers, changes).finally(() => over.abort());
  };

  return {
    now: () => now,
    wake: (at, signal) => {
      if (at <= now) return Promise.resolve();
      const sleeping = sleep(at, sleepers, signal);
      changed();
      return sleeping;
    },
    moveTo,
    move: (ms) => moveTo(after(now, ms)),
    asleep: () => sleepers.size,
    untilAsleep: async (count) => {
      if (await until(() => sleepers.size >= count, changes, hopeMs)) return;
      throw new Error(`only ${sleepers.size} sleep, not ${count}`);
    },
  };
}

async function allBack(
  due: readonly Sleeper[],
  sleepers: ReadonlySet<Sleeper>,
  changes: EventEmitter,
): Promise<void> {
  const hopeEndsAt = performance.now() + hopeMs;
  const back = (): boolean => due.every((one) => isBack(one, sleepers));
  while (!(await until(back, changes, patienceMs))) {
    if ([...sleepers].some(({ signal }) => signal === undefined)) return;
    if (performance.now() > hopeEndsAt) throw new Error("somebody woke and does not go to sleep");
  }
}

function isBack({ signal }: Sleeper, sleepers: ReadonlySet<Sleeper>): boolean {
  if (signal === undefined || signal.aborted) return true;
  for (const one of sleepers) if (one.signal === signal) return true;
  return false;
}

function sleep(
  at: EpochMs,
  sleepers: Set<Sleeper>,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (signal?.aborted) return Promise.reject(signal.reason as Error);
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      sleepers.delete(sleeper);
      reject(signal?.reason as Error);
    };
    const rouse = (): void => {
      signal?.removeEventListener("abort", giveUp);
      resolve();
    };
    const sleeper: Sleeper = { at, signal, rouse };
    sleepers.add(sleeper);
    signal?.addEventListener("abort", giveUp, { once: true });
  });
}

/**
 * Waits in real time for what only a change can bring about; everything else runs meanwhile.
 * False if it did not come to hold.
 */
async function until(holds: () => boolean, changes: EventEmitter, ms: number): Promise<boolean> {
  await othersFirst();
  if (!holds()) await untilChanged(holds, changes, ms);
  await othersFirst();
  return holds();
}

function untilChanged(holds: () => boolean, changes: EventEmitter, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (holds()) stop();
    };
    const stop = (): void => {
      clearTimeout(timer);
      changes.off("change", look);
      resolve();
    };
    const timer = setTimeout(stop, ms);
    changes.on("change", look);
  });
}
