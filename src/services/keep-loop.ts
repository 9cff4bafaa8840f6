// The gate's heartbeat: does what is due, and notices what another process ruled.

import { after, type EpochMs, epochMs, hour, second } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";
import type { Journal } from "../ports/journal.ts";
import type { Keep } from "./keep.ts";

/** A ruling made on the command line is done at the latest after this long. */
const lookEveryMs = second;

/** Between two rounds at the least, so that a wave is judged in gulps. */
const breathMs = 20;

/** What is to be deleted is gone within the hour. */
const cleanEveryMs = hour;

export interface KeepLoop {
  /** Ends after the round that is under way. */
  stop(): Promise<void>;
}

/**
 * Runs until stopped. `orders` is what admins decided: rules, the mode, a reload. A port that is
 * down is told to the journal and tried again.
 */
export function startKeepLoop(
  keep: Keep,
  orders: { refresh(): Promise<unknown> },
  clock: Clock,
  journal: Journal,
  expireAfterMs: () => number,
): KeepLoop {
  const stopping = new AbortController();
  let cleanAt = clock.now();

  /** The moment of the next round. */
  async function round(): Promise<EpochMs> {
    const latest = after(clock.now(), lookEveryMs);
    try {
      await orders.refresh();
      await keep.tick();
      if (clock.now() >= cleanAt) {
        cleanAt = after(clock.now(), cleanEveryMs);
        await keep.clean(expireAfterMs());
      }
      const due = (await keep.nextDueAt()) ?? latest;
      return epochMs(Math.max(clock.now() + breathMs, Math.min(due, latest)));
    } catch (error) {
      journal.failed("looking after what is kept", error, undefined);
      return latest;
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const next = await round();
      await clock.wake(next, stopping.signal).catch((reason: unknown) => {
        if (!stopping.signal.aborted) throw reason;
      });
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
