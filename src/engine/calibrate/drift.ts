// Whether today's first contacts score higher than those that a promise was made on.
//
//   each contact ──▶ p: the share of all so far that score as high or higher ──▶ bets on small p
//
// Lower scores break no promise, and fall by themselves while a gate gets to know its neighbours.
// While nothing changes, p is uniform whatever the scores are like, so a bet on small p gains
// nothing on average. Each bet begins anew with every contact, and their sum is a Shiryaev-Roberts
// statistic: it exceeds c within n quiet contacts with probability n/c at most (Doob). Vovk,
// Nouretdinov, Gammerman 2003 (testing exchangeability on-line); Volkhonskiy et al. 2017 (inductive
// conformal martingales for change-point detection); Shin, Ramdas, Rinaldo 2024 (e-detectors).

import type { Decibans } from "../../base/units.ts";

/** Small enough to be written down every minute. */
export interface Drift {
  /** How many contacts scored what, half a deciban a place. */
  readonly counts: readonly number[];
  /** The sums of the bets. */
  readonly bets: readonly number[];
}

/** Scores beyond it count as the outermost. */
const scoreMax: Decibans = 40;
const placesADeciban = 2;
const places = 2 * scoreMax * placesADeciban + 1;

/** Ranks among fewer say nothing, chosen by us. */
const seenMin = 50;

/**
 * Power bets κ·p^(κ−1). Chosen for what they overlook: a change that turns fewer than a quarter of
 * the contacts, or moves all by less than two decibans, loses about as much as it gains.
 */
const kappas = [0.5, 0.75] as const;

/** What keeps a bet finite. */
const pMin = 1e-6;

export const noDrift: Drift = {
  counts: Array<number>(places).fill(0),
  bets: kappas.map(() => 0),
};

/** `random`: 0 to 1, its own for each contact; it orders those that score alike. */
export function watched({ counts, bets }: Drift, score: Decibans, random: number): Drift {
  const place = placeOf(score);
  const next = counts.with(place, (counts[place] ?? 0) + 1);
  const seen = sum(next);
  const higher = sum(next.slice(place + 1));
  const p = (higher + random * (next[place] ?? 0)) / seen;
  if (seen <= seenMin) return { counts: next, bets };
  const odds = kappas.map((kappa) => bet(kappa, p));
  return { counts: next, bets: bets.map((one, index) => (one + 1) * (odds[index] ?? 1)) };
}

function bet(kappa: number, p: number): number {
  return kappa * Math.max(p, pMin) ** (kappa - 1);
}

/** How much speaks for a change: `alarmAt` says from when on it is one. */
export function changeIn({ bets }: Drift): number {
  return sum(bets) / bets.length;
}

/** Of the first contacts that were watched. */
export function seenBy({ counts }: Drift): number {
  return sum(counts);
}

/** In a quiet quarter of a year an alarm comes with a probability of one in this, at most. */
const alarmOdds = 4;

/**
 * `quarter`: how many first contacts come in 90 days. Few are taken for a few hundred: their
 * number is not known well.
 */
export function alarmAt(quarter: number): number {
  return alarmOdds * Math.max(quarter, quarterMin);
}

/** Ten a day, chosen by us. */
const quarterMin = 900;

function placeOf(score: Decibans): number {
  const place = Math.round((score + scoreMax) * placesADeciban);
  return Math.max(0, Math.min(places - 1, place));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
