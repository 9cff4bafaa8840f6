// Small things done every so often beside the mail; what goes wrong is told, and tried again.

import { after } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";
import type { Journal } from "../ports/journal.ts";

export interface Chore {
  /** Follows "failed while". */
  readonly what: string;
  readonly everyMs: number;
  do(): Promise<void>;
}

export interface Chores {
  /** Ends after what is under way; nothing is done once more. */
  stop(): Promise<void>;
}

/** Each goes at its own pace, first after its own time, and waits for no other. */
export function startChores(
  chores: readonly Chore[],
  clock: Clock,
  journal: Pick<Journal, "failed">,
): Chores {
  const running = chores.map((chore) => startOne(chore, clock, journal));
  return {
    async stop() {
      await Promise.all(running.map((stop) => stop()));
    },
  };
}

/** A signal of its own, as a clock that is moved knows its sleepers by theirs. */
function startOne(chore: Chore, clock: Clock, journal: Pick<Journal, "failed">) {
  const stopping = new AbortController();
  const { signal } = stopping;
  async function run(): Promise<void> {
    while (!signal.aborted) {
      await clock.wake(after(clock.now(), chore.everyMs), signal).catch((reason: unknown) => {
        if (!signal.aborted) throw reason;
      });
      if (signal.aborted) return;
      await chore.do().catch((error: unknown) => journal.failed(chore.what, error, undefined));
    }
  }
  const running = run();
  return async () => {
    stopping.abort();
    await running;
  };
}
