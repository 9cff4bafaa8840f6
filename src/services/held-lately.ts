// What is held, in short: read at once for all who look, however many and however often.

import { second } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { KeptSummary } from "../model/kept.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";

/** As much of a kept delivery as tells whose it is and for whom. */
export type Glimpse = Pick<
  KeptSummary,
  "receipt" | "state" | "sender" | "author" | "activityId" | "objectId" | "recipients" | "arrivedAt"
> & { readonly campaign: CampaignId | undefined; readonly isRuled: boolean };

export interface HeldLately {
  /** What waits or was refused, the last first; some seconds old. Throws LedgerDown. */
  read(): Promise<readonly Glimpse[]>;
  /** Something was changed that whoever looks next should see. */
  forget(): void;
}

/** Chosen by us: in a flood that is longer the rest is seen by moderators alone. */
const readMax = 5000;
const readEveryMs = 20 * second;

export function makeHeldLately(
  ledger: Pick<Ledger, "list">,
  clock: Pick<Clock, "now">,
): HeldLately {
  let held: Promise<readonly Glimpse[]> | undefined;
  let readAt = clock.now();
  return {
    read() {
      const now = clock.now();
      if (held !== undefined && now - readAt < readEveryMs) return held;
      readAt = now;
      held = ledger
        .list(["settling", "held", "rejected"], readMax)
        .then((found) => found.map(glimpseOf))
        .catch((error: unknown) => {
          held = undefined;
          throw error;
        });
      return held;
    },
    forget() {
      held = undefined;
    },
  };
}

function glimpseOf(kept: KeptSummary): Glimpse {
  const { receipt, state, sender, author, activityId, objectId, recipients, arrivedAt } = kept;
  const isRuled = kept.ruledBy !== undefined;
  const { campaign } = kept.verdict;
  return {
    ...{ receipt, state, sender, author, activityId, objectId, recipients, arrivedAt },
    ...{ campaign, isRuled },
  };
}
