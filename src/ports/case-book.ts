// What a ledger knows of campaigns: which of the kept deliveries are one case.

import type { EpochMs } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Case, CaseRecord, CaseRuling, RulingOnCase } from "../model/case.ts";
import type { Receipt } from "../model/ids.ts";
import type { KeptState, KeptSummary } from "../model/kept.ts";

/** A kept delivery's case is its `verdict.campaign`, and what is filed here. */
export interface CaseBook {
  /** What of these is kept and in no case yet is in this one from now on. */
  file(campaign: CampaignId, receipts: readonly Receipt[]): Promise<void>;

  /** These are in this case from now on, whichever they were in. */
  refile(campaign: CampaignId, receipts: readonly Receipt[]): Promise<void>;

  /** Ids of campaigns that something which settles or is held is filed under. */
  caseIds(): Promise<readonly CampaignId[]>;

  /** Two turned out to be one: who asks for `was` is led to `is`. The later ruling stands. */
  mergeCases(was: CampaignId, is: CampaignId, at: EpochMs): Promise<void>;

  /** Campaigns of which several are in these states, the last arrival first, as of `at`. */
  cases(states: readonly KeptState[], limit: number, at: EpochMs): Promise<readonly Case[]>;

  /** What is in these states and no part of what `cases` answers, the newest arrival first. */
  single(states: readonly KeptState[], limit: number): Promise<readonly KeptSummary[]>;

  /** Undefined where nothing was ever filed under that id, or ruled on. */
  caseRecord(campaign: CampaignId): Promise<CaseRecord | undefined>;

  /** Campaigns that were ruled on as a whole, by what they go by now, the last ruling first. */
  ruledCases(limit: number): Promise<readonly CaseRuling[]>;

  /** What is kept of a campaign in these states, oldest arrival first. */
  ofCase(
    campaign: CampaignId,
    states: readonly KeptState[],
    limit: number,
  ): Promise<readonly KeptSummary[]>;

  /**
   * Rules on a campaign as a whole, and on those of its deliveries that are named: all of them
   * or none. One lesson, however often it is called with the same moment. Answers how many were
   * moved; those that ended, or are on their way, are left.
   */
  ruleCase(ruling: RulingOnCase): Promise<number>;
}
