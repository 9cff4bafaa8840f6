// Waiting for something, but not longer than we can afford.

import type { EpochMs } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";

/** Nobody reads why the bell is stopped; an error made each time would trace its stack. */
const over = "over";

/** What `work` comes to by `until`; after that undefined, and the work itself goes on. */
export async function within<T>(
  until: EpochMs,
  work: Promise<T>,
  clock: Clock,
): Promise<T | undefined> {
  const stop = new AbortController();
  const bell = clock.wake(until, stop.signal).then(
    () => undefined,
    () => undefined,
  );
  try {
    return await Promise.race([work, bell]);
  } finally {
    stop.abort(over);
  }
}
