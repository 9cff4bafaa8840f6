// A moderator's standing order on a campaign: what is done with what of it comes later.

import type { EpochMs } from "../base/units.ts";
import type { CampaignId } from "./campaign.ts";
import type { Trace } from "./likeness.ts";

/** One post that a moderator saw when the order was given. No words. */
export interface OrderedCopy extends Trace {
  /** Where it would have its reader go, and what it shows: keys of its traits. */
  readonly leads: readonly number[];
}

export interface CaseOrder {
  /** Rejected when it comes; or let in, whatever others sent. */
  readonly decision: "refuse" | "allow";
  readonly campaign: CampaignId;
  readonly by: string;
  /** What came before is a ruling's affair. */
  readonly at: EpochMs;
  readonly copies: readonly OrderedCopy[];
}
