// Replays away from the test runner: it watches each promise of its own thread, a replay makes
// hundreds of thousands, and watched they take twice as long.

import { parentPort } from "node:worker_threads";
import { lookAlikes } from "./list.ts";
import { replayed, type Setting } from "./replayed.ts";

/** By code, for a class has functions, and those don't cross between threads. */
export interface Asked {
  readonly code: string;
  readonly setting: Setting;
}

parentPort?.on("message", ({ code, setting }: Asked) => {
  const lookAlike = lookAlikes.find((one) => one.code === code);
  if (lookAlike === undefined) throw new Error(`there is no class ${code}`);
  void replayed(lookAlike, setting).then((tally) => parentPort?.postMessage(tally));
});
