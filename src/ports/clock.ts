// Time is a port, so that a replay and a test can set it.

import type { EpochMs } from "../base/units.ts";

export interface Clock {
  now(): EpochMs;
  /** Resolves at `at`, at once if that has passed; rejects with the signal's reason if aborted. */
  wake(at: EpochMs, signal?: AbortSignal): Promise<void>;
}
