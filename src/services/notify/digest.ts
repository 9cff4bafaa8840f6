// What the hours since the last digest were like, in numbers.

import { after, day, type EpochMs } from "../../base/units.ts";
import type { Case } from "../../model/case.ts";
import type { Census, KeptState, KeptSummary } from "../../model/kept.ts";
import type { Mode } from "../../model/mode.ts";
import type { Chronicle, Stretch } from "../../ports/chronicle.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { Digest } from "./letter.ts";

export interface DigestParts {
  readonly ledger: Pick<Ledger, "census" | "cases" | "list">;
  readonly chronicle: Pick<Chronicle, "totals">;
  readonly mode: () => Mode;
  readonly expireAfterMs: () => number;
}

/** More cases than that nobody counts by eye. */
const casesMax = 1000;

/** Read to count those that are about to go; some megabytes. */
const heldMax = 20_000;

/** What comes to its deadline came within days, so it is among the newest. */
const deliveredMax = 5000;

/** A weekend, and a day to come back from it; `cases list` warns as long before. */
const warnedMs = 3 * day;

/** Throws LedgerDown. */
export async function digestOf(
  since: EpochMs,
  until: EpochMs,
  { ledger, chronicle, mode, expireAfterMs }: DigestParts,
): Promise<Digest> {
  const totals = await chronicle.totals({ since, until });
  const counted = (action: string): number =>
    sum(totals.judged.filter((one) => one.action === action).map(({ count }) => count));
  const unread = ["asked for", "well known", "allowed by a rule"] as const;
  const judged = sum(totals.judged.map(({ count }) => count));
  const census = await ledger.census(until);
  const held = census.find(({ state }) => state === "held");
  const waiting = held?.count ?? 0;
  const open = (await ledger.cases(["held"], casesMax, until)).filter(isOpen);
  const inCases = sum(open.map(heldIn));
  const expiring = await expiringIn(held?.oldestArrivedAt, until, ledger, expireAfterMs());
  const endedAs = (state: KeptState) => endedIn(state, census, { since, until }, ledger);
  const flagged = (await endedAs("delivered")).filter(({ verdict }) => verdict.action === "flag");
  const expired = await endedAs("expired");
  return {
    ...{ since, until, waiting, ...expiring, watching: mode() !== "guard" },
    ...{ flagged: flagged.length, expired: expired.length },
    contacts: judged + sum(unread.map((reason) => totals.passed[reason] ?? 0)),
    settled: counted("settle"),
    held: counted("hold"),
    waves: open.length,
    singles: Math.max(0, waiting - inCases),
    open: open
      .map((one) => ({ campaign: one.campaign, held: heldIn(one), until: one.nextReplayUntil }))
      .sort((a, b) => b.held - a.held),
  };
}

export function isOpen({ ruled }: Case): boolean {
  return ruled === undefined;
}

export function heldIn({ states }: Case): number {
  return states.held ?? 0;
}

async function expiringIn(
  oldestAt: EpochMs | undefined,
  at: EpochMs,
  ledger: Pick<Ledger, "list">,
  expireAfterMs: number,
) {
  const before = after(at, warnedMs - expireAfterMs);
  if (oldestAt === undefined || oldestAt > before) return { expiring: 0, expiringFrom: undefined };
  const ends = (await ledger.list(["held"], heldMax))
    .filter(({ since, ruledBy }) => since <= before && ruledBy === undefined)
    .map(({ since }) => since + expireAfterMs);
  const expiringFrom = ends.length === 0 ? undefined : Math.max(at, Math.min(...ends));
  return { expiring: ends.length, expiringFrom };
}

async function endedIn(
  state: KeptState,
  census: readonly Census[],
  { since, until }: Stretch,
  ledger: Pick<Ledger, "list">,
): Promise<readonly KeptSummary[]> {
  if (census.every((one) => one.state !== state)) return [];
  const all = await ledger.list([state], state === "expired" ? heldMax : deliveredMax);
  return all.filter((one) => one.since >= since && one.since < until);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0);
}
