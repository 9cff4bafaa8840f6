// How much may be kept: a flood neither fills the disk nor opens the door.

import { second } from "../base/units.ts";
import { accountsOf } from "../engine/accounts.ts";
import { type Kept, withoutBytes } from "../model/kept.ts";
import { bytesOf, type Quota, type Used, unused } from "../model/usage.ts";
import { reason } from "../model/verdict.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";

export interface QuotaBounds {
  /** Under one registrable domain, one client network, or one view. */
  readonly each: { readonly deliveries: number; readonly bytes: number };
  readonly all: { readonly deliveries: number; readonly bytes: number };
  /** Of the disk, left free by what is kept. */
  readonly diskReserveBytes: number;
}

/**
 * Chosen by us. A wave of February 2024 came with a few hundred posts of one domain, so 2,000
 * leave every one of it to be looked at; a mebibyte each would still be 64. A hundred thousand
 * are more than moderators rule on in a month, and two gibibytes fit on the smallest servers.
 */
export const shippedQuotas: QuotaBounds = {
  each: { deliveries: 2000, bytes: 64 * 1024 ** 2 },
  all: { deliveries: 100_000, bytes: 2 * 1024 ** 3 },
  diskReserveBytes: 512 * 1024 ** 2,
};

/** For a replay, which must say the same wherever it runs. */
export const noQuotas: QuotaBounds = {
  each: { deliveries: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY },
  all: { deliveries: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY },
  diskReserveBytes: 0,
};

/** Which bound was met first: the strictest decides. */
export interface Overrun {
  readonly quota: Quota;
  /** A sentence's end for a moderator: "…: so its text was not kept". */
  readonly because: string;
  /** Whether there is room to write down at least that it came. */
  readonly recorded: boolean;
}

export interface QuotaState {
  readonly all: Used;
  readonly bounds: QuotaBounds;
  /** Domains, client networks and views that have no room left. */
  readonly full: number;
}

export interface Quotas {
  /** Counts anew what is there. Throws LedgerDown. */
  refresh(): Promise<void>;
  /** Takes room for it; answers which bound leaves none. Throws LedgerDown. */
  take(kept: Kept): Promise<Overrun | undefined>;
  /** What is kept, as of the last count and since; the bounds, and who is at theirs. */
  state(): QuotaState;
}

/** Summaries are small: so many times as many as deliveries with their bytes. */
const summariesPerDelivery = 5;

/** What ended meanwhile is found by counting anew, at the most this often. */
const countEveryMs = 10 * second;

interface Named {
  readonly kind: Quota;
  readonly name: string;
}

const everything: Named = { kind: "all", name: "" };

/**
 * The book only grows between two counts, so it may say no too early and never too late; before
 * it says no it counts anew, where that is not just done.
 */
export function makeQuotas(
  bounds: () => QuotaBounds,
  ledger: Pick<Ledger, "usage" | "room">,
  clock: Pick<Clock, "now">,
): Quotas {
  let book = new Map<string, Used>();
  let roomBytes = Number.POSITIVE_INFINITY;
  let countedAt = Number.NEGATIVE_INFINITY;

  async function refresh(): Promise<void> {
    countedAt = clock.now();
    const [usage, room] = await Promise.all([ledger.usage(), ledger.room()]);
    book = new Map(usage.accounts.map((one) => [keyOf(one), one]));
    book.set(allKey, usage.all);
    roomBytes = room;
  }

  const usedBy = (name: Named): Used => book.get(keyOf(name)) ?? unused;

  function fullest(kept: Kept, bytes: number): Named | undefined {
    const { each, all, diskReserveBytes } = bounds();
    if (roomBytes - bytes < diskReserveBytes) return { kind: "disk", name: "" };
    return [everything, ...namesOf(kept)].find((name) => {
      const { deliveries, bytes: taken } = usedBy(name);
      const bound = name.kind === "all" ? all : each;
      return deliveries + 1 > bound.deliveries || taken + bytes > bound.bytes;
    });
  }

  function charge(kept: Kept, more: Used): void {
    for (const name of [everything, ...namesOf(kept)])
      book.set(keyOf(name), plus(usedBy(name), more));
    roomBytes -= more.bytes;
  }

  function hasRoomForSummary(kept: Kept): boolean {
    const { each, all, diskReserveBytes } = bounds();
    if (roomBytes < diskReserveBytes / 2) return false;
    return [everything, ...namesOf(kept)].every((name) => {
      const { deliveries } = name.kind === "all" ? all : each;
      return usedBy(name).summaries < deliveries * summariesPerDelivery;
    });
  }

  return {
    refresh,
    state: () => {
      const full = [...book].filter(([key, used]) => key !== allKey && isFull(used, bounds().each));
      return { all: usedBy(everything), bounds: bounds(), full: full.length };
    },

    async take(kept) {
      const bytes = bytesOf(kept.delivery);
      const isOld = (): boolean => clock.now() - countedAt >= countEveryMs;
      if (isOld() && (countedAt < 0 || fullest(kept, bytes) !== undefined)) await refresh();
      const full = fullest(kept, bytes);
      if (full === undefined) {
        charge(kept, { deliveries: 1, bytes, summaries: 0 });
        return undefined;
      }
      const recorded = hasRoomForSummary(kept);
      if (recorded && kept.state !== "settling") charge(kept, { ...unused, summaries: 1 });
      return { quota: full.kind, because: becauseOf(full), recorded };
    },
  };
}

/** What is written down of a delivery that there is no room for: who, when and why, no words. */
export function withoutText(kept: Kept, { because }: Overrun): Kept {
  const said = `its text was not kept, and it is not passed on: ${because}`;
  const evidence = reason("OVER_QUOTA", said);
  const verdict = { ...kept.verdict, evidence: [evidence, ...kept.verdict.evidence] };
  return withoutBytes({ ...kept, verdict, state: "rejected", dueAt: undefined });
}

function isFull({ deliveries, bytes }: Used, bound: QuotaBounds["each"]): boolean {
  return deliveries >= bound.deliveries || bytes >= bound.bytes;
}

function namesOf(kept: Kept): readonly Named[] {
  const { domain, block, view } = accountsOf(kept);
  const names: Named[] = [];
  if (domain !== undefined) names.push({ kind: "domain", name: domain });
  if (block !== undefined) names.push({ kind: "block", name: block });
  if (view !== undefined) names.push({ kind: "view", name: view });
  return names;
}

function becauseOf({ kind, name }: Named): string {
  switch (kind) {
    case "domain":
      return `as much as may be of ${name} is kept already`;
    case "block":
      return `as much as may be from ${name} is kept already`;
    case "view":
      return "enough that look just like it are kept already";
    case "all":
      return "as much as may be is kept already";
    case "disk":
      return "the disk is nearly full";
  }
}

const allKey = keyOf(everything);

function keyOf({ kind, name }: Named): string {
  return `${kind} ${name}`;
}

function plus(a: Used, b: Used): Used {
  return {
    deliveries: a.deliveries + b.deliveries,
    bytes: a.bytes + b.bytes,
    summaries: a.summaries + b.summaries,
  };
}
