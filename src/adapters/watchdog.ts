// Ends this process when its event loop stands still: a hung gate answers nobody, and nginx goes
// round a gate only when it is gone. Whoever started us starts us again.
//
//   event loop ── counts up every eighth of the limit ──▶ shared number
//   a thread   ── looks every quarter; unchanged for the whole limit: SIGKILL
//
// The thread sleeps on that number and shares nothing else with the loop, so that nothing that
// hangs there can hang here.

import { Worker } from "node:worker_threads";

export interface Watchdog {
  stop(): Promise<void>;
}

/**
 * Looks are counted, not hours: a process that was stopped as a whole, or a machine that slept,
 * finds itself as it was. A starved machine slows thread and loop alike.
 */
const looksMax = 4;

/** A full pipe must not keep a hung process alive: its last words have so long to leave. */
const lastWordsMs = 100;

interface Watch {
  /** Beats counted, and whether the thread may go. */
  readonly shared: Int32Array<SharedArrayBuffer>;
  readonly looksMax: number;
  readonly lookMs: number;
  readonly lastWordsMs: number;
  readonly words: string;
}

export function startWatchdog(limitMs: number): Watchdog {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const lookMs = limitMs / looksMax;
  const beating = setInterval(() => Atomics.add(shared, 0, 1), lookMs / 2);
  beating.unref();
  const words = `the event loop has stood still for ${limitMs} ms: the watchdog ends this process`;
  const workerData: Watch = { shared, looksMax, lookMs, lastWordsMs, words };
  const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 };
  // Given as text, the thread needs no TypeScript of its own, which would cost it 18 MiB.
  const thread = new Worker(
    `(${watch.toString()})(require("node:worker_threads").workerData, require("node:fs").write);`,
    { eval: true, workerData, resourceLimits },
  );
  thread.unref();
  return {
    async stop() {
      clearInterval(beating);
      const gone = new Promise((resolve) => thread.once("exit", resolve));
      Atomics.store(shared, 1, 1);
      Atomics.notify(shared, 1);
      thread.ref();
      await gone;
    },
  };
}

type Write = (descriptor: number, text: string, done: () => void) => void;

/** Runs in the thread, where only its arguments exist. */
function watch({ shared, looksMax, lookMs, lastWordsMs, words }: Watch, write: Write): void {
  let beats = Atomics.load(shared, 0);
  let missed = 0;
  while (missed < looksMax) {
    if (Atomics.wait(shared, 1, 0, lookMs) !== "timed-out") return;
    const now = Atomics.load(shared, 0);
    missed = now === beats ? missed + 1 : 0;
    beats = now;
  }
  const line = JSON.stringify({ level: "fatal", at: new Date().toISOString(), msg: words });
  // A write that fails has nobody left to tell.
  write(2, `${line}\n`, () => undefined);
  setTimeout(() => process.kill(process.pid, "SIGKILL"), lastWordsMs);
}
