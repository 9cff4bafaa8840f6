// How the house is doing, for a page that asks every few seconds: asked once for all who look.

import { type EpochMs, epochMs } from "../../base/units.ts";
import type { Case } from "../../model/case.ts";
import type { Census } from "../../model/kept.ts";
import type { Clock } from "../../ports/clock.ts";
import { type Ledger, LedgerDown } from "../../ports/ledger.ts";
import { type Memory, MemoryDown } from "../../ports/memory.ts";
import type { GateStatus } from "../gate-status.ts";
import type { QuotaState } from "../quotas.ts";
import { growingMs, type Wave, type Waves } from "./waves.ts";

export interface HouseNow {
  readonly at: EpochMs;
  /** Undefined: it could not be asked. */
  readonly status: GateStatus | undefined;
  readonly quotas: QuotaState;
  /** What stands where; undefined while the ledger does not answer. */
  readonly census: readonly Census[] | undefined;
  readonly freeBytes: number | undefined;
  /** The oldest first. */
  readonly waves: readonly WaveNow[];
}

export interface WaveNow extends Omit<Wave, "kept"> {
  /** Of it, kept here now or since. */
  readonly kept: number;
  /** Whether there is a case to be ruled on. */
  readonly isCase: boolean;
}

export interface HouseParts {
  readonly waves: Waves;
  readonly ledger: Pick<Ledger, "cases" | "census" | "room">;
  readonly memory: Pick<Memory, "campaignNamed">;
  readonly clock: Pick<Clock, "now">;
  status(): Promise<GateStatus>;
  quotas(): QuotaState;
}

export interface HouseNows {
  /** As of at most five seconds ago. */
  now(): Promise<HouseNow>;
}

/** Shorter than the ten seconds in which pages ask. */
const freshMs = 5000;

/** Cases of which something is kept and that grew last; more are on the page of cases. */
const casesMax = 20;

export function makeHouseNow(parts: HouseParts): HouseNows {
  let known: { readonly at: EpochMs; readonly now: Promise<HouseNow> } | undefined;
  return {
    now() {
      const at = parts.clock.now();
      if (known === undefined || at - known.at >= freshMs || at < known.at)
        known = { at, now: look(parts, at) };
      return known.now;
    },
  };
}

async function look(parts: HouseParts, at: EpochMs): Promise<HouseNow> {
  const { ledger } = parts;
  const [status, census, freeBytes, cases] = await Promise.all([
    orNothing(parts.status()),
    orNothing(ledger.census(at)),
    orNothing(ledger.room()),
    orNothing(ledger.cases(["settling", "held"], casesMax, at)),
  ]);
  await orNothing(mergeNamed(parts));
  const waves = wavesOf(parts.waves.growing(), cases ?? [], at);
  return { at, status, quotas: parts.quotas(), census, freeBytes, waves };
}

/** A part that is down leaves the others to be shown; a mistake of ours is told. */
async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof LedgerDown || error instanceof MemoryDown) return undefined;
    throw error;
  }
}

async function mergeNamed({ waves, memory }: HouseParts): Promise<void> {
  for (const { campaign } of waves.growing())
    waves.merged(campaign, await memory.campaignNamed(campaign));
}

/** What grew before this gate was started is known by what is kept of it. */
function wavesOf(
  growing: readonly Wave[],
  cases: readonly Case[],
  at: EpochMs,
): readonly WaveNow[] {
  const lately = cases.filter(({ lastAt }) => at - lastAt < growingMs);
  const told = new Set(growing.map(({ campaign }) => campaign));
  const known = growing.map((wave): WaveNow => {
    const found = cases.find(({ campaign }) => campaign === wave.campaign);
    if (found === undefined) return { ...wave, isCase: false };
    const firstAt = epochMs(Math.min(found.firstAt, wave.firstAt));
    const kept = Math.max(found.kept, wave.kept);
    const contacts = Math.max(kept, wave.contacts);
    const people = Math.max(found.recipients, wave.people);
    const hosts = Math.max(found.domains, wave.hosts);
    return { ...wave, firstAt, kept, contacts, people, hosts, isCase: true };
  });
  const others = lately.filter(({ campaign, kept }) => !told.has(campaign) && kept >= 3);
  return [...known, ...others.map(ofCase)].sort((a, b) => a.firstAt - b.firstAt);
}

function ofCase({ campaign, kept, domains, recipients, firstAt, lastAt }: Case): WaveNow {
  return {
    ...{ campaign, kept, firstAt, lastAt, contacts: kept, senders: 0, hosts: domains },
    ...{ people: recipients, watched: 0, isCase: true },
  };
}
