// What a program holds, once what it has let go of is gone.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The collector without a flag at start, since a figure without it would be noise. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}

let collect: (() => void) | undefined;

/** Twice: what the first run finds unused is given back in the second. */
export function bytesHeld(): number {
  collect ??= collector();
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
