// What a moderator rules on at once: all that is kept of one campaign.

import type { Brand, EpochMs } from "../base/units.ts";
import type { CampaignId } from "./campaign.ts";
import type { Receipt } from "./ids.ts";
import type { KeptState, KeptSummary } from "./kept.ts";

/** A moderator's word on a campaign as a whole. */
export interface CaseRuling {
  readonly campaign: CampaignId;
  readonly ruling: "ham" | "spam";
  readonly by: string;
  readonly at: EpochMs;
}

/** What is kept of a campaign in the states that were asked for: more than one delivery. */
export interface Case {
  readonly campaign: CampaignId;
  readonly kept: number;
  readonly states: Readonly<Partial<Record<KeptState, number>>>;
  /** Registrable domains of proven senders. */
  readonly domains: number;
  /** Local people whom it would notify. */
  readonly recipients: number;
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
  /** When the home server first takes one request less; undefined where it takes none. */
  readonly nextReplayUntil: EpochMs | undefined;
  /** The last that arrived: its verdict knows most. */
  readonly newest: KeptSummary;
  /** The last ruling on it as a whole. */
  readonly ruled: CaseRuling | undefined;
}

/** A campaign as the ledger knows it, whether anything of it is kept or not. */
export interface CaseRecord {
  /** What it goes by now: an earlier id leads here. */
  readonly campaign: CampaignId;
  readonly ruled: CaseRuling | undefined;
}

/** A split of a case as it is asked of a gate that runs: services/cases/split.ts. */
export type SplitWords = Brand<string, "SplitWords">;

/** So many deliveries are ruled on in one step; more make the gate's own mail wait. */
export const ruledAtOnceMax = 500;

/** What a ruling on a whole case is about. */
export interface RulingOnCase extends CaseRuling {
  /** Of what is kept of it, those that it covers: at most `ruledAtOnceMax`. */
  readonly receipts: readonly Receipt[];
}
