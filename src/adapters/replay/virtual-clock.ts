// A clock that is set, for replays, tests and the lab.

import type { EpochMs } from "../../base/units.ts";
import type { Clock } from "../../ports/clock.ts";

export interface VirtualClock extends Clock {
  /** Moves on and wakes who waited for it, in the order of their moments. Never goes back. */
  set(at: EpochMs): void;
}

export function makeVirtualClock(start: EpochMs): VirtualClock {
  let now = start;
  let sleepers: { readonly at: EpochMs; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    wake(at, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (at <= now) return Promise.resolve();
      return new Promise((resolve, reject) => {
        sleepers.push({ at, wake: resolve });
        signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
    },
    set(at) {
      if (at < now) return;
      now = at;
      const due = sleepers.filter((one) => one.at <= now).sort((a, b) => a.at - b.at);
      sleepers = sleepers.filter((one) => one.at > now);
      for (const one of due) one.wake();
    },
  };
}
