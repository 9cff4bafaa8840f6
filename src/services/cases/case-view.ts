// All that is shown of a case: read when somebody looks, bounded, and computed in one place for
// the desk and the command line.

import type { EpochMs } from "../../base/units.ts";
import { epochMs } from "../../base/units.ts";
import { type Timeline, timelineOf } from "../../engine/campaigns/timeline.ts";
import { domainOf } from "../../engine/text/domain.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { CaseRecord } from "../../model/case.ts";
import { hostOf } from "../../model/ids.ts";
import { type KeptState, type KeptSummary, keptStates } from "../../model/kept.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { type AuditLine, audited } from "../audit.ts";
import type { CampaignTold } from "../campaign-told.ts";
import type { Silence, TellsOfCampaigns } from "./knowing.ts";
import { type LookAlike, lookAlikesOf } from "./look-alikes.ts";
import { type Member, membersOf } from "./members.ts";
import { fallsOnCase, type PendingRuling, pendingRulings, pendingWords } from "./pending.ts";
import { type Compared, comparedIn, type SpecimenStores } from "./specimens.ts";
import { openUntil } from "./ways.ts";

export interface CaseParts extends SpecimenStores {
  readonly ledger: Pick<Ledger, "caseRecord" | "ofCase" | "recalls" | "find" | "ruledCases">;
  readonly records: OwnRecords;
  readonly campaigns: TellsOfCampaigns;
}

export interface CaseAsked {
  readonly campaign: CampaignId;
  /** Also lays posts side by side that are not for everybody. */
  readonly alsoPrivate: boolean;
  readonly now: EpochMs;
}

/** How often something occurs among the members of a case. */
export interface Counted {
  readonly what: string;
  readonly count: number;
}

/** The most frequent, and how many different ones there are in all. */
export interface Tally {
  readonly all: number;
  readonly most: readonly Counted[];
}

/** What one symbol says of the kept members together. */
export interface EvidenceSum {
  readonly symbol: string;
  /** Of the newest that it spoke of. */
  readonly because: string;
  readonly members: number;
  /** Over all members of the case, those that it is silent on included. */
  readonly decibansMean: number;
}

export interface CaseView {
  readonly record: CaseRecord;
  /** Oldest arrival first. */
  readonly kept: readonly KeptSummary[];
  /** There is more than one look reads. */
  readonly more: boolean;
  readonly states: Readonly<Partial<Record<KeptState, number>>>;
  readonly told: CampaignTold | undefined;
  /** Why nothing was told. */
  readonly silence: Silence | undefined;
  readonly compared: Compared;
  readonly timeline: Timeline;
  readonly senders: Tally;
  readonly domains: Tally;
  readonly recipients: Tally;
  /** What weighs most first. */
  readonly evidence: readonly EvidenceSum[];
  readonly scores: { readonly least: number; readonly middle: number; readonly most: number };
  readonly members: readonly Member[];
  readonly lookAlikes: readonly LookAlike[];
  /** Of those that wait: when the home server first takes a request no more. */
  readonly nextReplayUntil: EpochMs | undefined;
  /** Of those that wait: how many no way of the gate's leads in any more. */
  readonly beyond: number;
  /** What of it reached people and is listed for recall, and how much of that is withdrawn. */
  readonly listed: number;
  readonly withdrawn: number;
  readonly pending: PendingRuling | undefined;
  /** What people did about it, the last first. */
  readonly acts: readonly AuditLine[];
}

/** Rows that are looked at: more than any wave that moderators have seen. */
const keptMax = 20_000;
const recallsMax = 1000;
const actsMax = 50;
const talliedMax = 8;

/** Undefined where no case goes by that id. Throws LedgerDown, and what `campaigns` throws. */
export async function caseView(asked: CaseAsked, parts: CaseParts): Promise<CaseView | undefined> {
  const { ledger, records } = parts;
  const record = await ledger.caseRecord(asked.campaign);
  if (record === undefined) return undefined;
  const { campaign } = record;
  const [heard, kept, recalls, waiting, acts] = await Promise.all([
    parts.campaigns.tellOf(campaign),
    ledger.ofCase(campaign, keptStates, keptMax),
    ledger.recalls(campaign, recallsMax),
    pendingRulings(records),
    audited(records, { about: campaign, limit: actsMax }),
  ]);
  const [told, silence] =
    typeof heard === "string" ? [undefined, heard] : ([heard, undefined] as const);
  const [compared, lookAlikes] = await Promise.all([
    comparedIn(kept, asked.alsoPrivate, parts),
    lookAlikesOf(campaign, kept.slice(-alikeMax), ledger),
  ]);
  const members = membersOf(kept, told, record, pendingWords(waiting));
  return {
    ...{ record, kept, more: kept.length === keptMax, states: statesOf(kept), told, silence },
    ...{ compared, lookAlikes, members, acts, timeline: timelineOf(members.map(({ at }) => at)) },
    ...tallies(members),
    ...{ evidence: evidenceIn(kept), scores: scoresOf(kept), ...deadlinesOf(kept, asked.now) },
    listed: recalls.length,
    withdrawn: recalls.filter(({ recalledAt }) => recalledAt !== undefined).length,
    pending: fallsOnCase(campaign, waiting),
  };
}

/** What the newest show is what the case shows by now. */
const alikeMax = 500;

function tallies(members: readonly Member[]): Pick<CaseView, "senders" | "domains" | "recipients"> {
  return {
    senders: tally(members.map(({ sender }) => sender)),
    domains: tally(members.map(({ sender }) => domainOf(hostOf(sender) ?? ""))),
    recipients: tally(members.flatMap(({ recipients }) => recipients)),
  };
}

function tally(all: readonly string[]): Tally {
  const counts = new Map<string, number>();
  for (const what of all) counts.set(what, (counts.get(what) ?? 0) + 1);
  const most = [...counts]
    .map(([what, count]): Counted => ({ what, count }))
    .sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1))
    .slice(0, talliedMax);
  return { all: counts.size, most };
}

function statesOf(kept: readonly KeptSummary[]): CaseView["states"] {
  const counts: Partial<Record<KeptState, number>> = {};
  for (const { state } of kept) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

function evidenceIn(kept: readonly KeptSummary[]): readonly EvidenceSum[] {
  const sums = new Map<string, { because: string; members: number; decibans: number }>();
  for (const { verdict } of kept)
    for (const { symbol, because, decibans } of verdict.evidence) {
      const sum = sums.get(symbol) ?? { because, members: 0, decibans: 0 };
      sums.set(symbol, {
        ...{ because, members: sum.members + 1, decibans: sum.decibans + decibans },
      });
    }
  return [...sums]
    .map(([symbol, { because, members, decibans }]): EvidenceSum => {
      return { symbol, because, members, decibansMean: decibans / kept.length };
    })
    .sort((a, b) => Math.abs(b.decibansMean) - Math.abs(a.decibansMean));
}

function scoresOf(kept: readonly KeptSummary[]): CaseView["scores"] {
  const sorted = kept.map(({ verdict }) => verdict.score).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { least: at(0), middle: at(0.5), most: at(1) };
}

function deadlinesOf(
  kept: readonly KeptSummary[],
  now: EpochMs,
): Pick<CaseView, "nextReplayUntil" | "beyond"> {
  const waiting = kept.filter(({ state }) => state === "settling" || state === "held");
  let next = Number.POSITIVE_INFINITY;
  for (const { replayUntil } of waiting) if (replayUntil > now) next = Math.min(next, replayUntil);
  const closed = waiting.filter((one) => (openUntil(one) ?? Number.POSITIVE_INFINITY) <= now);
  const nextReplayUntil = Number.isFinite(next) ? epochMs(next) : undefined;
  return { nextReplayUntil, beyond: closed.length };
}
