// Ends this process when its event loop stands still: a hung gate answers nobody, and nginx goes
// round a gate only when it is gone. Whoever started us starts us again.
//
//   event loop ── counts up every quarter of the limit ──▶ shared number
//   a thread   ── looks at it as often; unchanged for the whole limit: SIGKILL

import { Worker } from "node:worker_threads";
import { fileBeside } from "./file-beside.ts";

export interface Watchdog {
  stop(): Promise<void>;
}

/** What the two threads share: the beats counted, and whether the thread may go. */
export const beatsSlot = 0;
export const stopSlot = 1;

export interface WatchdogInput {
  readonly shared: Int32Array<SharedArrayBuffer>;
  /** The thread's looks without a new beat after which the process ends. */
  readonly looksMax: number;
  readonly lookMs: number;
  readonly limitMs: number;
}

/**
 * Looks are counted, not hours: a process that was stopped as a whole, or a machine that slept,
 * finds itself as it was. A starved machine slows thread and loop alike.
 */
const looksMax = 4;

export function startWatchdog(limitMs: number): Watchdog {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const lookMs = limitMs / looksMax;
  const beating = setInterval(() => Atomics.add(shared, beatsSlot, 1), lookMs / 2);
  beating.unref();
  const input: WatchdogInput = { shared, looksMax, lookMs, limitMs };
  const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 };
  const url = fileBeside(import.meta.url, "watchdog-thread");
  const thread = new Worker(url, { workerData: input, resourceLimits });
  thread.unref();
  return {
    async stop() {
      clearInterval(beating);
      const gone = new Promise((resolve) => thread.once("exit", resolve));
      Atomics.store(shared, stopSlot, 1);
      Atomics.notify(shared, stopSlot);
      thread.ref();
      await gone;
    },
  };
}
