// What is kept of campaigns, in this process.

import { type EpochMs, epochMs } from "../../base/units.ts";
import { accountsOf } from "../../engine/accounts.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Case, CaseRecord, CaseRuling, RulingOnCase } from "../../model/case.ts";
import type { CaseCounts, CasePage, CaseQuery, ListedCase } from "../../model/case-list.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import { type Kept, type KeptState, type KeptSummary, summaryOf } from "../../model/kept.ts";
import { wholeMoment } from "../../model/kept-moves.ts";
import type { Recalled } from "../../model/recall.ts";
import type { CaseBook } from "../../ports/case-book.ts";
import type { CaseList } from "../../ports/case-list.ts";
import type { LearnableRuling, Ruling } from "../../ports/ledger.ts";
import type { RecallBook } from "../../ports/recall-book.ts";
import { ProcessBooks } from "./books.ts";
import { countedIn, listedIn } from "./case-list.ts";
import { ProcessRecalls } from "./recalls.ts";

interface Noted {
  leadsTo: CampaignId | undefined;
  ruled: CaseRuling | undefined;
  notedAt: EpochMs;
}

export abstract class ProcessCaseBook
  extends ProcessBooks
  implements CaseBook, CaseList, RecallBook
{
  readonly #campaigns = new Map<CampaignId, Noted>();
  readonly #recalls = new ProcessRecalls();

  /** All that is kept, in the order of keeping. */
  protected abstract everyKept(): Iterable<Kept>;
  protected abstract keptUnder(receipt: Receipt): Kept | undefined;
  protected abstract putInto(campaign: CampaignId, receipt: Receipt): void;
  /** Answers how many moved: its siblings with it. */
  protected abstract ruleOne(ruling: Ruling & Pick<LearnableRuling, "campaign">): number;

  async file(campaign: CampaignId, receipts: readonly Receipt[]): Promise<void> {
    for (const receipt of receipts) {
      const kept = this.keptUnder(receipt);
      if (kept !== undefined && kept.verdict.campaign === undefined)
        this.putInto(campaign, receipt);
    }
  }

  async refile(campaign: CampaignId, receipts: readonly Receipt[]): Promise<void> {
    for (const receipt of receipts) this.putInto(campaign, receipt);
  }

  async caseIds(): Promise<readonly CampaignId[]> {
    const ids = new Set<CampaignId>();
    for (const { state, verdict } of this.everyKept())
      if (verdict.campaign !== undefined && (state === "settling" || state === "held"))
        ids.add(verdict.campaign);
    return [...ids].sort();
  }

  async mergeCases(was: CampaignId, is: CampaignId, at: EpochMs): Promise<void> {
    for (const { delivery, verdict } of this.everyKept())
      if (verdict.campaign === was) this.putInto(is, delivery.receipt);
    this.refileRulings(was, is);
    this.#recalls.move(was, is);
    const [before, stays] = [this.#campaigns.get(was)?.ruled, this.#campaigns.get(is)?.ruled];
    const later = (before?.at ?? 0) > (stays?.at ?? 0) ? before : stays;
    const notedAt = wholeMoment(at);
    this.#campaigns.set(was, { leadsTo: is, ruled: undefined, notedAt });
    const ruled = later && { ...later, campaign: is };
    this.#campaigns.set(is, { leadsTo: undefined, ruled, notedAt });
    for (const one of this.#campaigns.values()) if (one.leadsTo === was) one.leadsTo = is;
  }

  async cases(states: readonly KeptState[], limit: number, at: EpochMs): Promise<readonly Case[]> {
    return [...this.#byCampaign(states)]
      .filter(([, all]) => all.length > 1)
      .map(([campaign, all]) => ({
        ...caseOf(campaign, all, at),
        ruled: this.#campaigns.get(campaign)?.ruled,
      }))
      .sort((a, b) => b.lastAt - a.lastAt || (a.campaign < b.campaign ? -1 : 1))
      .slice(0, limit);
  }

  async single(states: readonly KeptState[], limit: number): Promise<readonly KeptSummary[]> {
    const sizes = this.#byCampaign(states);
    const alone = ({ verdict: { campaign } }: Kept): boolean =>
      campaign === undefined || sizes.get(campaign)?.length === 1;
    const found = [...this.everyKept()].filter((kept) => states.includes(kept.state));
    return newestFirst(found.filter(alone)).slice(0, limit).map(summaryOf);
  }

  async listCases(page: CasePage): Promise<readonly ListedCase[]> {
    return listedIn(this.everyKept(), page, (campaign, all) => ({
      ...caseOf(campaign, all, page.asOf),
      ruled: this.#campaigns.get(campaign)?.ruled,
    }));
  }

  async countCases(
    query: CaseQuery,
    sets: Readonly<Record<string, readonly string[]>>,
  ): Promise<CaseCounts> {
    return countedIn(this.everyKept(), query, sets);
  }

  async caseRecord(named: CampaignId): Promise<CaseRecord | undefined> {
    const noted = this.#campaigns.get(named);
    if (noted?.leadsTo !== undefined) return this.caseRecord(noted.leadsTo);
    if (noted !== undefined) return { campaign: named, ruled: noted.ruled };
    for (const { verdict } of this.everyKept())
      if (verdict.campaign === named) return { campaign: named, ruled: undefined };
    return undefined;
  }

  async ruledCases(limit: number): Promise<readonly CaseRuling[]> {
    return [...this.#campaigns.values()]
      .flatMap(({ ruled }) => ruled ?? [])
      .sort((a, b) => b.at - a.at || (a.campaign < b.campaign ? -1 : 1))
      .slice(0, limit);
  }

  async ofCase(
    campaign: CampaignId,
    states: readonly KeptState[],
    limit: number,
  ): Promise<readonly KeptSummary[]> {
    const all = this.#byCampaign(states).get(campaign) ?? [];
    return newestFirst(all).reverse().slice(0, limit).map(summaryOf);
  }

  async ruleCase(given: RulingOnCase): Promise<number> {
    const { receipts, ...rest } = given;
    const ruling = { ...rest, at: wholeMoment(given.at) };
    const { campaign } = ruling;
    const before = this.#campaigns.get(campaign)?.ruled;
    if (before?.at !== ruling.at || before.ruling !== ruling.ruling || before.by !== ruling.by)
      this.noteRuling({ ...ruling, receipt: undefined }, undefined);
    this.#campaigns.set(campaign, { leadsTo: undefined, ruled: ruling, notedAt: ruling.at });
    let moved = 0;
    for (const receipt of receipts) moved += this.ruleOne({ ...ruling, receipt });
    return moved;
  }

  listRecalls = (posts: readonly Recalled[]): Promise<readonly Receipt[]> =>
    this.#recalls.listRecalls(posts);
  recalled = (receipt: Receipt, at: EpochMs): Promise<void> => this.#recalls.recalled(receipt, at);
  dropRecalls = (campaign: CampaignId): Promise<void> => this.#recalls.dropRecalls(campaign);
  recalls = (campaign: CampaignId | undefined, limit: number): Promise<readonly Recalled[]> =>
    this.#recalls.recalls(campaign, limit);

  protected override forgetSayings(subject: ActorId): void {
    super.forgetSayings(subject);
    this.#recalls.forgetSender(subject);
  }

  protected forgetCampaigns(before: EpochMs): void {
    this.#recalls.forget(before);
    const kept = new Set([...this.everyKept()].map(({ verdict }) => verdict.campaign));
    for (const [id, { leadsTo, notedAt }] of this.#campaigns)
      if (notedAt < before && !kept.has(leadsTo ?? id)) this.#campaigns.delete(id);
  }

  #byCampaign(states: readonly KeptState[]): ReadonlyMap<CampaignId, Kept[]> {
    const found = new Map<CampaignId, Kept[]>();
    for (const kept of this.everyKept()) {
      const { campaign } = kept.verdict;
      if (campaign === undefined || !states.includes(kept.state)) continue;
      const all = found.get(campaign);
      if (all === undefined) found.set(campaign, [kept]);
      else all.push(kept);
    }
    return found;
  }
}

function caseOf(campaign: CampaignId, all: readonly Kept[], at: EpochMs): Omit<Case, "ruled"> {
  const [newest = all[0]] = newestFirst(all);
  if (newest === undefined) throw new Error("a case of nothing");
  const states: Partial<Record<KeptState, number>> = {};
  for (const { state } of all) states[state] = (states[state] ?? 0) + 1;
  const domains = all.map((kept) => accountsOf(kept).domain).filter((one) => one !== undefined);
  const times = all.map(({ delivery }) => delivery.at);
  const ahead = all.map(({ replayUntil }) => replayUntil).filter((until) => until > at);
  return {
    campaign,
    kept: all.length,
    states,
    domains: new Set(domains).size,
    recipients: new Set(all.flatMap(({ recipients }) => recipients)).size,
    firstAt: earliest(times),
    lastAt: newest.delivery.at,
    nextReplayUntil: ahead.length === 0 ? undefined : earliest(ahead),
    newest: summaryOf(newest),
  };
}

function earliest(moments: readonly EpochMs[]): EpochMs {
  return moments.reduce((first, one) => epochMs(Math.min(first, one)));
}

/** Of equal moments the last that was kept comes first. */
function newestFirst(all: readonly Kept[]): Kept[] {
  return [...all].reverse().sort((a, b) => b.delivery.at - a.delivery.at);
}
