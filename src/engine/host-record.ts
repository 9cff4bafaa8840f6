// What is to be expected of a host's next newcomer, from what became of its others: a few actors
// say little, so that every host begins where all hosts are and moves away as it shows itself.
//
//   all hosts ──▶ its host ──▶ a newcomer
//   (usual)       met, bad      the less its host counts, the more days of its own it has
//
// A beta-binomial with the mean of all hosts as its prior: empirical Bayes as in Casella, "An
// introduction to empirical Bayes data analysis", The American Statistician 39(2), 1985, and Efron
// and Morris's shrinkage before it. What is expected is stated with its standard error: against
// somebody only what is surely worse counts, and what speaks for a host is bounded by the signal
// that asks (WELL_KNOWN_HOST).

import type { Decibans } from "../base/units.ts";
import type { ActorHistory, Expected, HostHistory } from "../model/observation.ts";
import { goodDaysOfStanding } from "./standing.ts";

/** Actors: whom people here heard from unasked or welcomed, and of them whom rulings condemned. */
export interface Met {
  readonly met: number;
  readonly bad: number;
}

/** The same of one host; `tended`: condemned ones that it closed itself, soon. */
export interface MetOfAHost extends Met {
  readonly tended: number;
}

/** As the score's prior has it: one unasked contact in twenty. */
const usualBefore = 0.05;

/** Actors for which that stands. Chosen by us: a small server meets some hundred in a month. */
const actorsBefore = 100;

/**
 * Chosen by us: a factor of two from what we think beforehand. In the middle of a wave many are
 * condemned; that makes no overrun host an ordinary one.
 */
const [usualMin, usualMax] = [usualBefore / 2, usualBefore * 2];

/**
 * Actors of a host that must be met before its own record weighs as much as all others'. Chosen
 * by us: one ruling against the only actor of a tiny host is not yet a whole host's.
 */
const actorsOfDoubt = 5;

/**
 * What is left of a condemned actor's weight where its own host closed it soon. Chosen by us:
 * somebody looks after that host, and spam came from it all the same; whoever closes its own
 * accounts after use gains a half and never more.
 */
const leftOfTended = 0.5;

/** The share of all hosts' actors that are condemned. */
export function usualShare({ met, bad }: Met): number {
  const share = (bad + usualBefore * actorsBefore) / (Math.max(met, bad) + actorsBefore);
  return Math.min(usualMax, Math.max(usualMin, share));
}

/** As it is with no actors at all: about nine decibans to either side. */
export const nothingMet: Expected = { decibans: 0, error: 8.91 };

/** Beside a newcomer of which nothing is known, in decibans: 0 where its host is unknown too. */
export function expectedOf({ met, bad, tended }: MetOfAHost, all: Met): Expected {
  if (met === 0 && bad === 0) return nothingMet;
  const usual = usualShare(all);
  const spam = bad - (1 - leftOfTended) * Math.min(tended, bad) + usual * actorsOfDoubt;
  const ham = Math.max(met, bad) - bad + (1 - usual) * actorsOfDoubt;
  const decibans = decibansOf(spam / ham) - decibansOf(usual / (1 - usual));
  // The log odds of a beta distribution vary by about 1/α + 1/β.
  const error = (10 / Math.LN10) * Math.sqrt(1 / spam + 1 / ham);
  return { decibans: rounded(decibans), error: rounded(error) };
}

function decibansOf(odds: number): Decibans {
  return 10 * Math.log10(odds);
}

function rounded(decibans: Decibans): Decibans {
  return Math.round(decibans * 100) / 100 + 0;
}

/**
 * The part of its host's record that an actor inherits: half where it has as many good days of
 * its own as make a regular.
 */
export function inherited({ goodDays }: Pick<ActorHistory, "goodDays">): number {
  return goodDaysOfStanding / (goodDaysOfStanding + goodDays);
}

/** How much worse than usual a host surely is: within one standard error. */
export function surelyWorse({ expected }: Pick<HostHistory, "expected">): Decibans {
  return Math.max(0, expected.decibans - expected.error);
}
