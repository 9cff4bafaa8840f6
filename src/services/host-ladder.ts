// Where hosts that nobody looks after stand: read off what moderators ruled, again and again.

import { z } from "zod";
import { Recent } from "../base/recent.ts";
import { day, type EpochMs, epochMs, hour } from "../base/units.ts";
import {
  type HostRulings,
  mayBeNeglected,
  neglectOf,
  type RuledSpam,
  rulingsOn,
} from "../engine/neglect.ts";
import { domainOf } from "../engine/text/domain.ts";
import { hostOf } from "../model/ids.ts";
import type { KeptSummary, RuledSummary } from "../model/kept.ts";
import { type Neglect, neglectRungs } from "../model/neglect.ts";
import type { HostHistory } from "../model/observation.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";
import { isBeyondReach } from "./ladder/deadline.ts";
import { ownValue } from "./own-value.ts";
import { ruledMax } from "./ruled.ts";

const standingShape = z.object({
  domain: z.string(),
  rung: z.enum(neglectRungs),
  spammers: z.int(),
  others: z.int(),
  days: z.int(),
  words: z.int(),
  lastAt: z.number().transform(epochMs),
  welcomed: z.int(),
  open: z.boolean().catch(false),
  /** When it came to this rung. */
  since: z.number().transform(epochMs),
});

/** A host on the ladder, as it was when somebody of it came last. */
export type NeglectedHost = Readonly<z.infer<typeof standingShape>>;

const own = ownValue("host-ladder", z.array(standingShape));

/** By the worst rung, then by name. Throws LedgerDown. */
export async function neglectedHosts(
  ledger: Pick<Ledger, "setting">,
): Promise<readonly NeglectedHost[]> {
  return (await own.read(ledger)) ?? [];
}

export interface HostLadder {
  /** Asked for each contact of a stranger: no trip. */
  neglectOf(domain: string, host: HostHistory): Neglect | undefined;
  /** A host of which it is to be asked whether anybody may sign up there. */
  toAsk(): string | undefined;
  /** What the host says; `false` also where it says nothing. */
  told(domain: string, open: boolean): void;
  /** Reads rulings anew, where that is due. Throws LedgerDown; what was read before stands. */
  refresh(): Promise<void>;
}

/** Chosen by us: days are counted, so an hour is soon enough. */
const refreshEveryMs = hour;

/** The newest that are held; older ones wait for their own time. */
const heldMax = 5000;

/** What hosts say of themselves; asked again after a week, and after a restart. */
const askedMax = 500;
const askedAgainMs = 7 * day;

/**
 * Hosts on it at once; the rest is only judged. One that is to be held takes the place of one that
 * waits: who has two hundred hosts spam for two days must not keep the next off it.
 */
const hostsMax = 200;

type Ledgers = Pick<Ledger, "setting" | "putSetting" | "list" | "ruled" | "rejudge">;

/** `say`: a line of the log, when a host comes to a rung or leaves the ladder. */
export function makeHostLadder(
  ledger: Ledgers,
  clock: Pick<Clock, "now">,
  say: (fields: object, sentence: string) => void = () => undefined,
): HostLadder {
  let rulings: ReadonlyMap<string, HostRulings> = new Map();
  let standing: Map<string, NeglectedHost> | undefined;
  let isNews = false;
  /** Domains that hold nobody any more since the last look; all of them at the start. */
  let fallen: Set<string> | undefined;
  let dueAt: EpochMs | undefined;
  const signUps = new Recent<string, { readonly open: boolean; readonly at: EpochMs }>(askedMax);
  const isOpen = (domain: string): boolean => signUps.get(domain)?.open ?? false;

  function note(domain: string, neglect: Neglect | undefined, at: EpochMs): void {
    if (standing === undefined) return;
    const before = standing.get(domain);
    if (neglect === undefined && before === undefined) return;
    isNews = true;
    if (neglect === undefined) standing.delete(domain);
    else {
      const since = before?.rung === neglect.rung ? before.since : at;
      standing.set(domain, { domain, ...neglect, since });
    }
    if (holds(before) && !holds(neglect)) fallen?.add(domain);
    if (before?.rung !== neglect?.rung) say({ domain, ...neglect }, sentenceOn(domain, neglect));
  }

  function hasRoom(domain: string, neglect: Neglect, at: EpochMs): boolean {
    if (standing === undefined || standing.has(domain) || standing.size < hostsMax) return true;
    const least = [...standing.values()].find((one) => !holds(one));
    if (least === undefined || !holds(neglect)) return false;
    note(least.domain, undefined, at);
    return true;
  }

  /** Of whom nobody came since. */
  function dropFallen(at: EpochMs): void {
    for (const { domain, rung } of [...(standing?.values() ?? [])]) {
      const known = rulings.get(domain);
      if (known === undefined || !mayBeNeglected(known, isOpen(domain), at, rung))
        note(domain, undefined, at);
    }
  }

  return {
    neglectOf(domain, host) {
      const known = rulings.get(domain);
      if (known === undefined) return undefined;
      const at = clock.now();
      const found = neglectOf(known, host, isOpen(domain), at);
      const neglect = found !== undefined && hasRoom(domain, found, at) ? found : undefined;
      note(domain, neglect, at);
      return neglect;
    },

    toAsk() {
      const before = clock.now() - askedAgainMs;
      return [...rulings.keys()].find((one) => (signUps.get(one)?.at ?? 0) < before);
    },
    told: (domain, open) => void signUps.set(domain, { open, at: clock.now() }),

    async refresh() {
      const at = clock.now();
      if (dueAt !== undefined && at < dueAt) return;
      standing ??= new Map((await neglectedHosts(ledger)).map((one) => [one.domain, one]));
      rulings = rulingsIn(await ledger.ruled(ruledMax), at);
      dueAt = epochMs(at + refreshEveryMs);
      dropFallen(at);
      if (isNews) await own.write(ledger, inOrder(standing));
      isNews = false;
      await lookAgain(ledger, standing, fallen, at);
      fallen = new Set();
    },
  };
}

/** What was ruled, by registrable domain; a host with a single spammer is no matter. */
function rulingsIn(ruled: readonly RuledSummary[], at: EpochMs): ReadonlyMap<string, HostRulings> {
  // Who only claims to be of a host puts it on no ladder.
  const spam = ruled.filter(({ state, isProven }) => state === "rejected" && isProven);
  const byDomain = Map.groupBy(spam, domainIn);
  const found = new Map<string, HostRulings>();
  for (const [domain, theirs] of byDomain) {
    const known = rulingsOn(theirs.map(asRuled), at);
    if (known !== undefined && known.spammers > 1) found.set(domain, known);
  }
  return found;
}

function domainIn({ sender }: Pick<KeptSummary, "sender">): string {
  const host = hostOf(sender);
  return host === undefined ? "" : domainOf(host);
}

function asRuled(one: RuledSummary): RuledSpam {
  const { sender, arrivedAt, campaign = one.receipt, ruledBy, since } = one;
  return { sender, at: arrivedAt, campaign, ruling: `${ruledBy} ${since}` };
}

function holds(neglect: Pick<Neglect, "rung"> | undefined): boolean {
  return neglect !== undefined && neglect.rung !== "waits";
}

/** What the ladder held is judged again once its host holds nobody; `fallen`: which, if not all. */
async function lookAgain(
  ledger: Ledgers,
  standing: ReadonlyMap<string, NeglectedHost>,
  fallen: ReadonlySet<string> | undefined,
  at: EpochMs,
): Promise<void> {
  if (fallen?.size === 0) return;
  for (const kept of await ledger.list(["held"], heldMax)) {
    if (kept.verdict.evidence.every(({ symbol }) => symbol !== "HOST_NEGLECTED")) continue;
    const domain = domainIn(kept);
    if (fallen !== undefined && !fallen.has(domain)) continue;
    if (holds(standing.get(domain)) || isBeyondReach(kept, at)) continue;
    const { receipt, verdict, authenticity } = kept;
    await ledger.rejudge(receipt, verdict, { state: "held", dueAt: at, authenticity }, at);
  }
}

function inOrder(standing: ReadonlyMap<string, NeglectedHost>): NeglectedHost[] {
  const height = ({ rung }: NeglectedHost): number => neglectRungs.indexOf(rung);
  return [...standing.values()].sort(
    (a, b) => height(b) - height(a) || (a.domain < b.domain ? -1 : 1),
  );
}

function sentenceOn(domain: string, neglect: Neglect | undefined): string {
  if (neglect === undefined) return `${domain} is off the ladder of hosts that nobody looks after`;
  switch (neglect.rung) {
    case "waits":
      return `nobody seems to look after ${domain}: its strangers settle longer`;
    case "holds":
      return `nobody seems to look after ${domain}: its strangers are held`;
    case "suggested":
      return `nobody seems to look after ${domain}; to refuse it: ${ruleOn(domain)}`;
  }
}

/** What an admin types. */
export function ruleOn(domain: string): string {
  return `breakwater refuse ${domain} --until 30d`;
}
