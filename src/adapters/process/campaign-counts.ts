// Who took part in a campaign, when, and whether people here know them.

import type { EpochMs } from "../../base/units.ts";
import type { Credited } from "../../engine/campaigns/credit.ts";
import type { ActorId } from "../../model/ids.ts";
import type { Campaign } from "../../model/observation.ts";
import { endedSoon } from "./host-records.ts";
import type { Use } from "./views.ts";
import { windowsOf } from "./windows.ts";

/** What is known of an actor by now: what people here did since counts. */
export type CreditOf = (actor: ActorId, at: EpochMs) => Credited;

/** Of each sender once. Who was a regular without anybody's welcome when it wrote still is. */
export function creditsOf(
  uses: readonly Use[],
  at: EpochMs,
  creditOf: CreditOf,
): ReadonlyMap<ActorId, Credited> {
  const credits = new Map<ActorId, Credited>();
  for (const { actor, regular } of uses) {
    const before = credits.get(actor) ?? creditOf(actor, at);
    const wasRegular = regular && before.welcomers.length === 0;
    credits.set(actor, wasRegular ? { ...before, regular } : before);
  }
  return credits;
}

/** Each stranger, domain and recipient at the latest moment it took part. */
export function countsOf(
  uses: readonly Use[],
  at: EpochMs,
  isKnown: (use: Use) => boolean,
): Pick<Campaign, "strangers" | "regulars" | "domains" | "recipients"> {
  const strangers = new Map<string, EpochMs>();
  const regulars = new Map<string, EpochMs>();
  const domains = new Map<string, EpochMs>();
  const recipients = new Map<string, EpochMs>();
  for (const use of uses) {
    const seenAt = use.mark.at;
    const known = isKnown(use);
    later(known ? regulars : strangers, use.actor, seenAt);
    if (!known) later(domains, use.domain, seenAt);
    for (const recipient of use.recipients) later(recipients, recipient, seenAt);
  }
  return {
    strangers: windowsOf(strangers.values(), at),
    regulars: windowsOf(regulars.values(), at),
    domains: windowsOf(domains.values(), at),
    recipients: windowsOf(recipients.values(), at),
  };
}

/** Strangers whose account ended soon after they took part, and from how many domains. */
export function endedAmong(
  uses: readonly Use[],
  at: EpochMs,
  isKnown: (use: Use) => boolean,
  endOf: (use: Use) => EpochMs | undefined,
): Pick<Campaign, "ended" | "endedDomains"> {
  const ended = uses.filter((use) => endedSoon(endOf(use), use.mark.at, at) && !isKnown(use));
  return {
    ended: new Set(ended.map(({ actor }) => actor)).size,
    endedDomains: new Set(ended.map(({ domain }) => domain)).size,
  };
}

export function later(seen: Map<string, EpochMs>, who: string, at: EpochMs): void {
  const before = seen.get(who);
  if (before === undefined || before < at) seen.set(who, at);
}
