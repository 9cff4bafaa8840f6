// Held, unruled, and a way in is about to close or has closed: in, on, or told to the moderator.

import type { Policy } from "../../engine/policy.ts";
import type { Receipt } from "../../model/ids.ts";
import type { Kept } from "../../model/kept.ts";
import type { Verdict } from "../../model/verdict.ts";
import type { Journal } from "../../ports/journal.ts";
import { LedgerDown } from "../../ports/ledger.ts";
import type { Ports } from "../../ports/ports.ts";
import { judgeKept } from "../kept.ts";
import { isBeyondReach, nextDeadline, passedAtDeadline } from "./deadline.ts";

export interface HeldDecisionParts {
  readonly policy: () => Policy;
  readonly ports: Ports;
  readonly journal: Journal;
  readonly release: (receipt: Receipt) => Promise<void>;
  readonly end: (kept: Kept, verdict: Verdict, state: "rejected") => Promise<void>;
}

/** Decides on what is due. Throws LedgerDown. */
export function makeHeldDecision(parts: HeldDecisionParts): (kept: Kept) => Promise<void> {
  const { policy, ports, journal, release, end } = parts;

  /** What can't be judged again stands as it was judged. */
  async function judgedByNow(kept: Kept): Promise<Verdict> {
    try {
      return await judgeKept(kept, ports.clock.now(), policy(), ports);
    } catch (error) {
      if (error instanceof LedgerDown) throw error;
      journal.failed("judging a held delivery at its deadline", error, undefined);
      return kept.verdict;
    }
  }

  return async (kept) => {
    const { receipt } = kept.delivery;
    // It was decided before, and the home server was down.
    if (kept.verdict.action === "flag") return release(receipt);
    const judged = await judgedByNow(kept);
    if (judged.action === "reject") return end(kept, judged, "rejected");
    const at = ports.clock.now();
    const passed = passedAtDeadline(kept, judged, at);
    const dueAt = passed === undefined ? nextDeadline(kept, at) : at;
    const next = { state: "held", dueAt, authenticity: kept.authenticity } as const;
    const moved = await ports.ledger.rejudge(receipt, passed ?? kept.verdict, next, at);
    if (moved.length === 0) return;
    if (passed !== undefined) return release(receipt);
    if (isBeyondReach(kept, at)) for (const one of moved) journal.unreached(one, at);
  };
}
