// The whole answer of a replay: one line a delivery, in their order, with what became of it.

import type { Outcome, ReplayedVerdict, Step } from "./replay.ts";

export type ReplayedDelivery = ReplayedVerdict & {
  readonly outcome: Outcome | undefined;
  readonly deliveredAt: string | undefined;
};

export interface ReplayTotals {
  readonly deliveries: number;
  readonly byAction: Readonly<Record<string, number>>;
  readonly byOutcome: Readonly<Record<string, number>>;
  readonly fast: number;
}

export interface ReplayAnswer {
  add(step: Step): void;
  deliveries(): Iterable<ReplayedDelivery>;
  totals(): ReplayTotals;
}

export function makeReplayAnswer(): ReplayAnswer {
  const verdicts = new Map<string, ReplayedVerdict>();
  const ends = new Map<string, { readonly outcome: Outcome; readonly at: string }>();

  function* deliveries(): Iterable<ReplayedDelivery> {
    for (const [delivery, { action, score, probability, path, campaign, evidence }] of verdicts) {
      const end = ends.get(delivery);
      const outcome = end?.outcome;
      const deliveredAt = outcome === "delivered" ? end?.at : undefined;
      yield {
        delivery,
        action,
        score,
        probability,
        path,
        outcome,
        deliveredAt,
        campaign,
        evidence,
      };
    }
  }

  return {
    add(step) {
      for (const verdict of step.verdicts) verdicts.set(verdict.delivery, verdict);
      for (const { delivery, outcome, at } of step.outcomes) ends.set(delivery, { outcome, at });
    },
    deliveries,
    totals() {
      const byAction: Record<string, number> = {};
      const byOutcome: Record<string, number> = {};
      let fast = 0;
      for (const { action, outcome = "none", path } of deliveries()) {
        byAction[action] = (byAction[action] ?? 0) + 1;
        byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1;
        if (path === "fast") fast += 1;
      }
      return { deliveries: verdicts.size, byAction, byOutcome, fast };
    },
  };
}
