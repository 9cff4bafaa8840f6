// A replay's steps as the answer that docs/traffic-log.md defines: one line a delivery, with its
// outcome, in the order of the deliveries.

import type { ReplayedOutcome, ReplayedVerdict, Step } from "../services/replay.ts";

export interface Answer {
  take(step: Step): void;
  /** Complete once the replay was finished. */
  lines(): Iterable<string>;
  /** By delivery; complete as well. */
  fates(): Iterable<readonly [string, Fate]>;
  readonly counts: ReadonlyMap<string, number>;
}

export interface Fate {
  readonly action: string;
  readonly outcome: string;
  readonly score: number;
}

interface Entry {
  readonly verdict: ReplayedVerdict;
  fate: ReplayedOutcome | undefined;
  /** It was delivered, and then withdrawn at the home server. */
  recalledAt: string | undefined;
}

/** The last word on a delivery is its outcome: what was held and then let in was delivered. */
export function makeAnswer(): Answer {
  const entries = new Map<string, Entry>();
  const counts = new Map<string, number>();
  const count = (key: string, by = 1) => counts.set(key, (counts.get(key) ?? 0) + by);
  return {
    counts,
    take(step) {
      for (const verdict of step.verdicts) {
        if (!entries.has(verdict.delivery)) count(`action ${verdict.action}`);
        entries.set(verdict.delivery, { verdict, fate: undefined, recalledAt: undefined });
      }
      for (const fate of step.outcomes) {
        const entry = entries.get(fate.delivery);
        if (entry === undefined) continue;
        if (fate.outcome === "recalled") {
          entry.recalledAt = fate.at;
          count("then recalled");
          continue;
        }
        if (entry.fate !== undefined) count(`outcome ${entry.fate.outcome}`, -1);
        entry.fate = fate;
        count(`outcome ${fate.outcome}`);
      }
    },
    *fates() {
      for (const [delivery, { verdict, fate }] of entries) {
        const { action, score } = verdict;
        yield [delivery, { action, score, outcome: fate?.outcome ?? "held" }] as const;
      }
    },
    *lines() {
      for (const entry of entries.values()) yield JSON.stringify(lineOf(entry));
    },
  };
}

function lineOf({ verdict, fate, recalledAt }: Entry): object {
  const { delivery, action, score, probability, path, campaign, evidence } = verdict;
  const deliveredAt = fate?.outcome === "delivered" ? { deliveredAt: fate.at } : {};
  const outcome = fate?.outcome ?? "held";
  return {
    ...{ delivery, action, score, probability, path, outcome },
    ...deliveredAt,
    ...(recalledAt === undefined ? {} : { recalledAt }),
    ...{ campaign, evidence },
  };
}
