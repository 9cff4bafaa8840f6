// The gate's heartbeat: does what is due, and notices what another process ruled.

import { after, epochMs, hour, second } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";
import type { Journal } from "../ports/journal.ts";
import type { Keep } from "./keep.ts";
import type { LedgerRuleBook } from "./rule-book.ts";

/** A ruling made on the command line is done at the latest after this long. */
const lookEveryMs = second;

/** What is to be deleted is gone within the hour. */
const cleanEveryMs = hour;

export interface KeepLoop {
  /** Ends after the round that is under way. */
  stop(): Promise<void>;
}

/** Runs until stopped. A port that is down is told to the journal and tried again. */
export function startKeepLoop(
  keep: Keep,
  rules: LedgerRuleBook,
  clock: Clock,
  journal: Journal,
  expireAfterMs: number,
): KeepLoop {
  const stopping = new AbortController();
  let cleanAt = clock.now();

  async function round(): Promise<void> {
    try {
      await rules.refresh();
      await keep.tick();
      if (clock.now() < cleanAt) return;
      cleanAt = after(clock.now(), cleanEveryMs);
      await keep.clean(expireAfterMs);
    } catch (error) {
      journal.failed("looking after what is kept", error, undefined);
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await round();
      const latest = after(clock.now(), lookEveryMs);
      const due = await keep.nextDueAt().catch(() => undefined);
      const at = epochMs(Math.max(clock.now() + 20, Math.min(due ?? latest, latest)));
      await clock.wake(at, stopping.signal).catch(() => undefined);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
