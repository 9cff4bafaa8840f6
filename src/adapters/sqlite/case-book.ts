// The ports of cases and recalls over a queue of queries.

import type { EpochMs } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Case, CaseRecord, CaseRuling, RulingOnCase } from "../../model/case.ts";
import type { CaseCounts, CasePage, CaseQuery, ListedCase } from "../../model/case-list.ts";
import type { Receipt } from "../../model/ids.ts";
import type { KeptState, KeptSummary } from "../../model/kept.ts";
import type { Recalled } from "../../model/recall.ts";
import type { CaseBook } from "../../ports/case-book.ts";
import type { CaseList } from "../../ports/case-list.ts";
import type { RecallBook } from "../../ports/recall-book.ts";
import type { CommitQueue } from "./commit-queue.ts";

export class SqliteCaseBook implements CaseBook, CaseList, RecallBook {
  protected readonly queue: CommitQueue;

  constructor(queue: CommitQueue) {
    this.queue = queue;
  }

  file(campaign: CampaignId, receipts: readonly Receipt[]): Promise<void> {
    return this.queue.call("file", campaign, receipts);
  }

  refile(campaign: CampaignId, receipts: readonly Receipt[]): Promise<void> {
    return this.queue.call("refile", campaign, receipts);
  }

  caseIds(): Promise<readonly CampaignId[]> {
    return this.queue.call("caseIds");
  }

  mergeCases(was: CampaignId, is: CampaignId, at: EpochMs): Promise<void> {
    return this.queue.call("mergeCases", was, is, at);
  }

  cases(states: readonly KeptState[], limit: number, at: EpochMs): Promise<readonly Case[]> {
    return this.queue.call("cases", states, limit, at);
  }

  single(states: readonly KeptState[], limit: number): Promise<readonly KeptSummary[]> {
    return this.queue.call("single", states, limit);
  }

  caseRecord(campaign: CampaignId): Promise<CaseRecord | undefined> {
    return this.queue.call("caseRecord", campaign);
  }

  ruledCases(limit: number): Promise<readonly CaseRuling[]> {
    return this.queue.call("ruledCases", limit);
  }

  ofCase(
    campaign: CampaignId,
    states: readonly KeptState[],
    limit: number,
  ): Promise<readonly KeptSummary[]> {
    return this.queue.call("ofCase", campaign, states, limit);
  }

  listCases(page: CasePage): Promise<readonly ListedCase[]> {
    return this.queue.call("listCases", page);
  }

  countCases(
    query: CaseQuery,
    sets: Readonly<Record<string, readonly string[]>>,
  ): Promise<CaseCounts> {
    return this.queue.call("countCases", query, sets);
  }

  ruleCase(ruling: RulingOnCase): Promise<number> {
    return this.queue.call("ruleCase", ruling);
  }

  listRecalls(posts: readonly Recalled[]): Promise<readonly Receipt[]> {
    return this.queue.call("listRecalls", posts);
  }

  recalled(receipt: Receipt, at: EpochMs): Promise<void> {
    return this.queue.call("recalled", receipt, at);
  }

  dropRecalls(campaign: CampaignId): Promise<void> {
    return this.queue.call("dropRecalls", campaign);
  }

  recalls(campaign: CampaignId | undefined, limit: number): Promise<readonly Recalled[]> {
    return this.queue.call("recalls", campaign, limit);
  }
}
