// What is known of one sender or one host: what we saw, what people here did, what became of it.

import { after, day, dayNumber, type EpochMs, startOf } from "../base/units.ts";
import { domainOf } from "../engine/text/domain.ts";
import { type ActorId, type Host, hostOf } from "../model/ids.ts";
import type { KeptSummary } from "../model/kept.ts";
import type { ActorHistory, HostHistory } from "../model/observation.ts";
import type { Rule } from "../model/rule.ts";
import type { Action } from "../model/verdict.ts";
import type { Chronicle, Decision, Party, Remembered, SenderSince } from "../ports/chronicle.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Memory } from "../ports/memory.ts";
import { type NeglectedHost, neglectedHosts } from "./host-ladder.ts";

export interface PartyParts {
  readonly memory: Pick<Memory, "histories">;
  readonly chronicle: Pick<Chronicle, "about" | "ofHost" | "parties">;
  readonly ledger: Pick<Ledger, "of" | "rules" | "setting">;
}

export interface SenderView {
  readonly actor: ActorId;
  readonly domain: string;
  readonly history: ActorHistory | undefined;
  readonly since: SenderSince | undefined;
  /** The newest first. */
  readonly decisions: readonly Decision[];
  readonly kept: readonly KeptSummary[];
  readonly rules: readonly Rule[];
}

/** What a page has room for. */
const shownMax = 100;

/** Throws LedgerDown and MemoryDown. */
export async function senderView(
  actor: ActorId,
  { memory, chronicle, ledger }: PartyParts,
  now: EpochMs,
): Promise<SenderView> {
  const domain = domainOf(hostOf(actor) ?? "");
  const [histories, about, kept, rules] = await Promise.all([
    memory.histories(actor, domain, now),
    chronicle.about(actor),
    ledger.of(actor),
    ledger.rules(),
  ]);
  return {
    ...{ actor, domain },
    history: histories.actor,
    since: about?.since,
    decisions: [...(about?.decisions ?? [])].reverse().slice(0, shownMax),
    kept: [...kept].reverse().slice(0, shownMax),
    rules: rules.filter(({ subject }) => subject.kind === "actor" && subject.actor === actor),
  };
}

export interface HostView {
  readonly host: Host;
  /** What its history is of: subdomains are free. */
  readonly domain: string;
  readonly history: HostHistory | undefined;
  readonly ladder: NeglectedHost | undefined;
  readonly fared: Party | undefined;
  readonly last: readonly Remembered[];
  readonly days: readonly HostDay[];
  readonly rules: readonly Rule[];
}

/** Judged deliveries of one day (UTC). */
export interface HostDay {
  readonly startsAt: EpochMs;
  readonly counts: Readonly<Partial<Record<Action, number>>>;
}

/** As far back as decisions are kept: services/chronicler.ts. */
export const partyDays = 14;

/** More would be a long read; a host that writes more has shorter days shown. */
const readMax = 5000;

/** Throws LedgerDown and MemoryDown. */
export async function hostView(
  host: Host,
  { memory, chronicle, ledger }: PartyParts,
  now: EpochMs,
): Promise<HostView> {
  const domain = domainOf(host);
  const stretch = { since: after(now, -partyDays * day), until: after(now, 1) };
  const [{ history }, ladder, parties, last, rules] = await Promise.all([
    memory.histories(undefined, domain, now).then((found) => ({ history: found.host })),
    neglectedHosts(ledger),
    chronicle.parties("host", stretch, shownMax, host),
    chronicle.ofHost(host, readMax),
    ledger.rules(),
  ]);
  return {
    ...{ host, domain, history },
    ladder: ladder.find((one) => one.domain === domain),
    fared: parties.find(({ name }) => name === host),
    last: last.slice(0, shownMax),
    days: daysOf(last, now),
    rules: rules.filter(
      ({ subject }) => subject.kind === "host" && [host, domain].includes(subject.host),
    ),
  };
}

function daysOf(all: readonly Remembered[], now: EpochMs): readonly HostDay[] {
  const byDay = Map.groupBy(all, ({ decision }) => dayNumber(decision.at));
  const today = startOf(day, now);
  return Array.from({ length: partyDays }, (_, index): HostDay => {
    const startsAt = after(today, (index - partyDays + 1) * day);
    const counts: Partial<Record<Action, number>> = {};
    for (const { decision } of byDay.get(dayNumber(startsAt)) ?? [])
      counts[decision.action] = (counts[decision.action] ?? 0) + 1;
    return { startsAt, counts };
  });
}
