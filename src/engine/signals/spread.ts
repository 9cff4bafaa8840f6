// How far a thing has spread, from the counts of who sent it: shared by the repetition signals.

import { amount } from "../../base/amount.ts";
import { ramp } from "../../base/ramp.ts";
import { count, drawn, type ValuesOf } from "../../base/settings.ts";
import type { Campaign, Known, Repeats } from "../../model/observation.ts";
import { isAnswer, type Reading } from "../../model/reading.ts";

/** Who sent it, from where and to whom, in whatever view. */
export type Senders = Pick<Repeats, "strangers" | "domains" | "recipients" | "regulars">;

export interface SpreadSettings {
  /** Other strangers at which repetition speaks at full strength. */
  readonly full: number;
  /** Domains among them from which on no classroom and no bridge explains it. */
  readonly domains: number;
}

/**
 * What a lone domain's copies count for: a classroom, a bridge, or one abused host. Chosen by us:
 * it grows once they are more than most classes have, and never to half.
 */
const oneDomain = { few: 0.2, many: 0.4, from: 15, full: 40 };

/** People and hosts from which on it goes to several, or comes from several. Chosen by us. */
const manyPeople = { from: 1, full: 3 };
const manyHosts = { from: 2, full: 5 };

/** What copies to one person count for that answer nothing. Chosen by us. */
const onePerson = 0.3;

/**
 * Other strangers from which on it may be one host's affair, or one person's, and is a wave all
 * the same. Chosen by us: two classes at once are below, and what a hundred say is no chance.
 */
const crowd = { from: 50, full: 100 };

/**
 * 0 to 1: how much like a wave it is that others sent this too. Each factor has its own ham:
 * one domain may be a classroom, one recipient a viral post, regulars a meme.
 */
export function spread(senders: Senders, reading: Reading, settings: SpreadSettings): number {
  const strangers = lately(senders.strangers);
  if (strangers === 0) return 0;
  const copies = ramp(strangers, 0, settings.full);
  const mob = crowdOf(strangers, isAnswer(reading));
  const hosts = overDomains(lately(senders.domains), strangers, settings.domains);
  const people = overPeople(senders, reading);
  return copies * Math.max(mob, hosts * people) * unlessRegular(senders);
}

/**
 * Bits of likeness that may be chance (from there on two contacts are linked at all), and that
 * are no phrase which people have in common. Chosen by us.
 */
export const likenessSettings = {
  chance: drawn(count(12, "bits of likeness that may be chance")),
  plain: drawn(count(30, "bits of likeness that make it sure")),
};

/**
 * 0 to 1: how sure it is that one hand is behind this contact and the others. What a moderator
 * found harmless stays so, however it grows.
 */
export function surely(
  { bits, ruled }: Campaign,
  { chance, plain }: ValuesOf<typeof likenessSettings>,
): number {
  return ruled === "ham" ? 0 : ramp(bits, chance, plain);
}

/**
 * How many times as many it takes, up to `times`. Where nothing is known of what our people do,
 * each who writes to them may be somebody's friend, and so may each who wrote alike.
 */
export function timesAsMany(
  { opaqueRecipients, unsolicitedRecipients }: Known<"opaqueRecipients" | "unsolicitedRecipients">,
  times: number,
): number {
  if (!opaqueRecipients.known || !unsolicitedRecipients.known) return 1;
  const share = opaqueRecipients.value / Math.max(1, unsolicitedRecipients.value);
  return 1 + (times - 1) * Math.min(1, share);
}

/** A week counts whole; what took a month counts half, so that a slow drip is seen too. */
export function lately(windows: Repeats["strangers"]): number {
  return Math.max(windows.sevenDays, windows.thirtyDays / 2);
}

/** The share of strangers among all who sent it; a regular's copy weighs as much as two. */
export function unlessRegular({ strangers, regulars }: Senders): number {
  return strangers.thirtyDays / Math.max(1, strangers.thirtyDays + 2 * regulars.thirtyDays);
}

/** 0 to 1: so many that it needs neither several hosts nor several recipients to be a wave. */
export function crowdOf(strangers: number, answer: boolean): number {
  return answer ? 0 : ramp(strangers, crowd.from, crowd.full);
}

function overDomains(domains: number, strangers: number, enough: number): number {
  if (domains >= enough) return 1;
  const { few, many, from, full } = oneDomain;
  return few + (many - few) * ramp(strangers, from, full);
}

/**
 * Answers to one person's post are alike because the post is the same: "me too", "get well".
 * Outside of answers many hosts say as much as many recipients: a server may have one person
 * only, and somebody's mirrors stand on two or three hosts.
 */
function overPeople({ recipients, domains }: Senders, reading: Reading): number {
  const several = ramp(lately(recipients), manyPeople.from, manyPeople.full);
  if (isAnswer(reading)) return several;
  const scattered = ramp(lately(domains), manyHosts.from, manyHosts.full);
  return onePerson + (1 - onePerson) * Math.max(several, scattered);
}

/** The clearest of several repeats of one view, with its strength. */
export function clearest(
  repeats: readonly Repeats[],
  view: string,
  strengthOf: (one: Repeats) => number,
): { readonly repeats: Repeats; readonly strength: number } | undefined {
  let best: { readonly repeats: Repeats; readonly strength: number } | undefined;
  for (const one of repeats) {
    if (one.view !== view) continue;
    const strength = strengthOf(one);
    if (strength > (best?.strength ?? 0)) best = { repeats: one, strength };
  }
  return best;
}

/** "4 strangers from 3 domains sent this link to 6 people here". */
export function tell(repeats: Repeats, what: string): string {
  const { strangers, domains, recipients } = repeats;
  const who = amount(strangers.thirtyDays, "other stranger");
  const from = amount(domains.thirtyDays, "domain");
  return `${who} from ${from} sent ${what} to ${people(recipients.thirtyDays)} here`;
}

function people(count: number): string {
  return amount(count, "person", "people");
}
