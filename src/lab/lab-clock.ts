// Time as the lab needs it: it stands still until it is moved, so that an hour
// passes as fast as the work in it gets done, and the same way every time.

import { after, type EpochMs } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";

export interface LabClock extends Clock {
  /**
   * It is now `at`: wakes everybody whose moment has come, and waits until they sleep again or
   * have gone, because who looks after something by the clock does its work and goes back to
   * sleep. They are known by their signals; who sleeps without one is not waited for, and who
   * waits for time itself to go on no longer than `patienceMs`.
   */
  moveTo(at: EpochMs): Promise<void>;
  move(ms: number): Promise<void>;
  /** How many sleep now. */
  asleep(): number;
}

/** Of real time. Long beside any round of the gate's on a busy machine, short to a person. */
const patienceMs = 500;

interface Sleeper {
  readonly at: EpochMs;
  readonly signal: AbortSignal | undefined;
  readonly rouse: () => void;
}

export function labClock(start: EpochMs): LabClock {
  let now = start;
  const sleepers = new Set<Sleeper>();

  const moveTo = async (at: EpochMs): Promise<void> => {
    if (at > now) now = at;
    const due = [...sleepers].filter((one) => one.at <= now).sort((a, b) => a.at - b.at);
    for (const one of due) {
      sleepers.delete(one);
      one.rouse();
    }
    await until(() => due.every((one) => isBack(one, sleepers)), patienceMs);
  };

  return {
    now: () => now,
    wake: (at, signal) => (at <= now ? Promise.resolve() : sleep(at, sleepers, signal)),
    moveTo,
    move: (ms) => moveTo(after(now, ms)),
    asleep: () => sleepers.size,
  };
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

/** Waits in real time, letting everything else run. False if it did not come to hold. */
export async function until(holds: () => boolean, patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  do {
    await new Promise((resolve) => setImmediate(resolve));
    if (holds()) return true;
  } while (performance.now() < end);
  return false;
}
