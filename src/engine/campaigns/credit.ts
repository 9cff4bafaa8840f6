// Whose standing counts inside a campaign: credit that was got together is none.

import { day, type EpochMs } from "../../base/units.ts";
import type { ActorId } from "../../model/ids.ts";
import { goodDaysOfStanding } from "../standing.ts";

/** What is known of somebody who sent something of a campaign. */
export interface Credited {
  readonly actor: ActorId;
  /** A regular by good days of its own, whoever welcomed it. */
  readonly regular: boolean;
  readonly goodDays: number;
  readonly firstSeenAt: EpochMs | undefined;
  /** Local people who follow it, answered, liked or boosted it. */
  readonly welcomers: readonly ActorId[];
  /** When its account ended, by its own or its host's word. */
  readonly endedAt: EpochMs | undefined;
}

/** What comes of it among all who sent something of one campaign. */
export interface Credit {
  isKnown(sender: Credited): boolean;
  /** Of those who welcomed it, how many have vouched for too many others of the campaign. */
  spentOn(sender: Credited): number;
}

/**
 * Newcomers of one campaign for whom one person's welcome speaks; of more it speaks for none, so
 * that k bought follows buy 2k accounts at most. Chosen by us: friends of one person here may
 * share a meme before anybody else knows them, and rarely three do.
 */
const newcomersPerWelcomer = 2;

/** Chosen by us: days within which a gang begins to warm its accounts up. */
const cohortMs = 3 * day;

/** Two who came together may be friends. Chosen by us. */
const cohortMin = 3;

/** Twice as many as make a regular, and one more: from then on nobody warms up. Chosen by us. */
const settledDays = 2 * goodDaysOfStanding + 1;

/** Each sender once, the one that is asked about among them. */
export function creditAmong(senders: readonly Credited[]): Credit {
  const spent = spentWelcomers(senders);
  const isWelcome = ({ welcomers }: Credited) => welcomers.some((one) => !spent.has(one));
  const cohort = cohortAmong(senders.filter((one) => one.regular && !isWelcome(one)));
  return {
    isKnown: (sender) => isWelcome(sender) || (sender.regular && !cohort.has(sender.actor)),
    spentOn: ({ welcomers }) => welcomers.filter((one) => spent.has(one)).length,
  };
}

/** Who has good days of its own needs nobody's word, so that it is no part of the sum. */
function spentWelcomers(senders: readonly Credited[]): ReadonlySet<ActorId> {
  const welcomed = new Map<ActorId, number>();
  for (const { regular, welcomers } of senders) {
    if (regular) continue;
    for (const one of welcomers) welcomed.set(one, (welcomed.get(one) ?? 0) + 1);
  }
  const spent = [...welcomed].filter(([, count]) => count > newcomersPerWelcomer);
  return new Set(spent.map(([one]) => one));
}

/**
 * Regulars of few days whom nobody welcomed and who came within the same few days. Each alone is
 * like anybody who began to write here; that several of them say the same is what a gang does
 * that warmed its accounts up.
 */
function cohortAmong(regulars: readonly Credited[]): ReadonlySet<ActorId> {
  const young = regulars
    .filter((one) => one.goodDays < settledDays)
    .flatMap(({ actor, firstSeenAt: at }) => (at === undefined ? [] : [{ actor, at }]))
    .sort((a, b) => a.at - b.at);
  const cohort = new Set<ActorId>();
  for (const [from, { at }] of young.entries()) {
    const together = young.slice(from).filter((one) => one.at - at < cohortMs);
    if (together.length >= cohortMin) for (const { actor } of together) cohort.add(actor);
  }
  return cohort;
}
