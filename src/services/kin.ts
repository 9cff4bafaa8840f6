// What must not overtake what: an edit its post, an unpinning the pinning, while those are kept.

import { objectIdOf } from "../engine/named-objects.ts";
import type { ActivityKind } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import { reason, type Verdict } from "../model/verdict.ts";
import type { Ledger } from "../ports/ledger.ts";

/**
 * What ends or answers something is never delayed, and reports are never withheld. An Undo that
 * took something back has nothing left to wait for.
 */
const neverWaiting: ReadonlySet<ActivityKind> = new Set([
  ...(["delete", "accept", "reject", "block", "flag"] as const),
]);

export interface KinFinder {
  /** Learns anew of whom something stands here. Throws LedgerDown. */
  refresh(): Promise<void>;
  /** Something of this sender is on its way to the ledger. */
  keeps(sender: ActorId): void;
  /** What stands here and that this delivery belongs with; undefined if it goes its own way. */
  kinOf(arrival: Arrival): Promise<Receipt | undefined>;
}

/** Most mail is of people of whom nothing stands here: it costs a look into a set. */
export function makeKinFinder(ledger: Ledger): KinFinder {
  let senders = new Set<ActorId>();
  /** Kept while the set was read anew. */
  let meanwhile = new Set<ActorId>();
  return {
    async refresh() {
      meanwhile = new Set();
      senders = new Set([...(await ledger.standingSenders()), ...meanwhile]);
    },

    keeps(sender) {
      senders.add(sender);
      meanwhile.add(sender);
    },

    async kinOf({ activity, authenticity, sender }) {
      if (!senders.has(sender.actor) || neverWaiting.has(activity.kind)) return undefined;
      // The home server refuses it, or the judgement keeps it: nobody is to wait for a forgery.
      if (authenticity.kind === "refuted") return undefined;
      return ledger.kin({
        sender: sender.actor,
        proven: sender.proven,
        activityId: activity.id,
        objectId: objectIdOf(activity),
      });
    },
  };
}

/** What would pass by itself waits all the same; what is held or rejected stays so. */
export function waitingBehind(verdict: Verdict, kin: Receipt): Verdict {
  const because = `belongs with ${kin}, which is kept here, and must not overtake it`;
  const evidence = reason("WAITS", because);
  const lets = verdict.action === "accept" || verdict.action === "flag";
  const action = lets ? "settle" : verdict.action;
  return { ...verdict, action, evidence: [evidence, ...verdict.evidence] };
}
