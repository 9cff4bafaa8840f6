// The list of cases, from all that is kept in this process.

import { epochMs } from "../../base/units.ts";
import { accountsOf } from "../../engine/accounts.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Case } from "../../model/case.ts";
import {
  type CaseCounts,
  type CasePage,
  type CasePlace,
  type CaseQuery,
  type ListedCase,
  latelyMs,
} from "../../model/case-list.ts";
import { hostOf } from "../../model/ids.ts";
import { type Kept, type KeptState, summaryOf } from "../../model/kept.ts";
import { openUntil } from "../../services/cases/ways.ts";

interface Group extends CasePlace {
  readonly campaign: CampaignId | undefined;
  readonly members: readonly Kept[];
}

export function listedIn(
  kept: Iterable<Kept>,
  page: CasePage,
  caseOf: (campaign: CampaignId, members: readonly Kept[]) => Case,
): readonly ListedCase[] {
  const { from } = page;
  return groupsIn(kept, page)
    .sort(compare)
    .filter((group) => from === undefined || compare(group, from) > 0)
    .slice(0, page.limit)
    .flatMap(({ campaign, members, ...place }): ListedCase[] => {
      const [first] = members;
      if (first === undefined) return [];
      return campaign === undefined
        ? [{ ...place, kind: "single", delivery: summaryOf(first) }]
        : [{ ...place, kind: "case", found: caseOf(campaign, members) }];
    });
}

export function countedIn(
  kept: Iterable<Kept>,
  query: CaseQuery,
  sets: Readonly<Record<string, readonly string[]>>,
): CaseCounts {
  const groups = groupsIn(kept, query);
  const states: Partial<Record<KeptState, number>> = {};
  for (const { members } of groups)
    for (const state of new Set(members.map((one) => one.state)))
      states[state] = (states[state] ?? 0) + 1;
  const among = (ids: readonly string[]) =>
    groups.filter(({ members }) => members.some((one) => isNamed(one, ids))).length;
  const of = Object.fromEntries(Object.entries(sets).map(([name, ids]) => [name, among(ids)]));
  return { all: groups.length, waves: groups.filter(isWave).length, states, of };
}

function groupsIn(all: Iterable<Kept>, query: CaseQuery): Group[] {
  const found = new Map<string, Kept[]>();
  for (const kept of all) {
    if (!query.states.includes(kept.state) || kept.delivery.at > query.asOf) continue;
    const key = kept.verdict.campaign ?? kept.delivery.receipt;
    found.set(key, [...(found.get(key) ?? []), kept]);
  }
  return [...found.values()]
    .map((members) => groupOf(members, query))
    .filter((group) => {
      const { shape, since } = query;
      const isNew = group.members.some(({ delivery }) => delivery.at > (since ?? 0));
      if (!isNew) return false;
      if (shape !== undefined && isWave(group) !== (shape === "wave")) return false;
      return group.members.some((one) => isAskedFor(one, query)) && !isLeftOut(group, query);
    });
}

function groupOf(members: readonly Kept[], { asOf }: CaseQuery): Group {
  const [first] = members;
  const several = members.length > 1;
  const campaign = several ? first?.verdict.campaign : undefined;
  const ends = members.map((one) => openUntil(one) ?? 0).filter((until) => until > asOf);
  return {
    id: campaign ?? (first?.delivery.receipt as Group["id"]),
    campaign,
    members,
    kept: members.length,
    lately: members.filter(({ delivery }) => delivery.at > asOf - latelyMs).length,
    until: ends.length === 0 ? undefined : epochMs(Math.min(...ends)),
  };
}

function isWave({ campaign }: Group): boolean {
  return campaign !== undefined;
}

function isAskedFor(kept: Kept, { symbol, host, text, only }: CaseQuery): boolean {
  const { sender, verdict, delivery } = kept;
  const { domain = "" } = accountsOf(kept);
  if (symbol !== undefined && !verdict.evidence.some((one) => one.symbol === symbol)) return false;
  if (host !== undefined && host !== domain && host !== hostOf(sender)) return false;
  if (only !== undefined && !isNamed(kept, only)) return false;
  if (text === undefined) return true;
  const sought = text.toLowerCase();
  const places = [sender, domain, delivery.receipt, verdict.campaign ?? ""];
  return places.some((place) => place.toLowerCase().includes(sought));
}

function isLeftOut({ members }: Group, { without = [] }: CaseQuery): boolean {
  return members.some((one) => isNamed(one, without));
}

function isNamed({ verdict, delivery }: Kept, ids: readonly string[]): boolean {
  return ids.includes(delivery.receipt) || ids.includes(verdict.campaign ?? "");
}

function compare(a: CasePlace, b: CasePlace): number {
  const [one, other] = [a.until ?? Number.MAX_SAFE_INTEGER, b.until ?? Number.MAX_SAFE_INTEGER];
  return (
    one - other || b.lately - a.lately || b.kept - a.kept || (a.id < b.id ? -1 : +(a.id > b.id))
  );
}
