// The machine's own time.

import { type EpochMs, epochMs } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";

/** `setTimeout` counts in 32 bits: longer waits are taken in steps. */
const stepMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => epochMs(Date.now()),
  wake: (at, signal) => (at <= Date.now() ? Promise.resolve() : alarm(at, signal)),
};

/**
 * Not node's own promise of a timer: that one makes an error with a stack each time it is
 * stopped, and nearly every alarm is stopped.
 */
function alarm(at: EpochMs, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const look = (): void => {
      const left = at - Date.now();
      if (left > 0) {
        timer = setTimeout(look, Math.min(left, stepMs)).unref();
        return;
      }
      signal?.removeEventListener("abort", stop);
      resolve();
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop, { once: true });
    look();
  });
}
