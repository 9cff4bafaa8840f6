// The thread that watches the event loop. It sleeps on a shared number and shares nothing else
// with the loop, so that nothing that hangs there can hang here.

import { write } from "node:fs";
import { workerData } from "node:worker_threads";
import { beatsSlot, stopSlot, type WatchdogInput } from "./watchdog.ts";

/** For the last words to leave; a full pipe must not keep a hung process alive. */
const lastWordsMs = 100;

function watch({ shared, looksMax, lookMs, limitMs }: WatchdogInput): void {
  let beats = Atomics.load(shared, beatsSlot);
  let missed = 0;
  while (Atomics.load(shared, stopSlot) === 0) {
    Atomics.wait(shared, stopSlot, 0, lookMs);
    const now = Atomics.load(shared, beatsSlot);
    missed = now === beats ? missed + 1 : 0;
    beats = now;
    if (missed >= looksMax) break;
  }
  if (missed >= looksMax) end(limitMs);
}

function end(limitMs: number): void {
  const at = new Date().toISOString();
  const msg = `the event loop has stood still for ${limitMs} ms: the watchdog ends this process`;
  const line = `${JSON.stringify({ level: "fatal", at, msg })}\n`;
  // A write that fails has nobody left to tell.
  write(2, line, () => undefined);
  setTimeout(() => process.kill(process.pid, "SIGKILL"), lastWordsMs);
}

watch(workerData as WatchdogInput);
