// The machine's own time.

import { setTimeout as sleep } from "node:timers/promises";
import { epochMs } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";

/** `setTimeout` counts in 32 bits: longer waits are taken in steps. */
const stepMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => epochMs(Date.now()),
  async wake(at, signal) {
    for (let left = at - Date.now(); left > 0; left = at - Date.now()) {
      await sleep(Math.min(left, stepMs), undefined, { signal, ref: false });
    }
  },
};
