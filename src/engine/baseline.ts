// How many newcomers of a host are usual at this time of the day, and how surprising it is when
// more come.
//
//   its days before, and their hours ──▶ belief about its rate ──▶ how many six hours may bring
//   all hosts known here ──▶ belief before ──┘ (gamma)              (negative binomial)
//
// A host's rate is believed to be drawn as the rates of all hosts here are, so that one of which
// little was seen is expected to be like the others (empirical Bayes, by moments). A gamma belief
// and counts by chance make a negative binomial: Gelman et al., Bayesian Data Analysis, 2.6.
// That a surge must not become the usual is from Farrington et al., J. R. Statist. Soc. A 159
// (1996), who weigh outbreaks of the past down.

import { day, type EpochMs, hour } from "../base/units.ts";
import type { Usual } from "../model/observation.ts";

/** By the time of the day (UTC): eight, so that a host's night and evening are told apart. */
const bins = 8;
const binHours = 24 / bins;

/** A host's newcomers on the days before the one that is asked about. */
export interface DaysBefore {
  /** [day since 1970 (UTC), how many], the oldest first. */
  readonly days: readonly (readonly [on: number, newcomers: number])[];
  /** When they came, of those whose moment is known. */
  readonly moments: readonly EpochMs[];
}

/** What is believed of a host before anything is known of it: a gamma over its rate a day. */
export interface Prior {
  readonly shape: number;
  readonly rate: number;
}

/** Chosen by us: a host's usual is that of its last two weeks. */
const halfLifeDays = 7;
const fadeADay = 2 ** (-1 / halfLifeDays);

/**
 * Days of one host differ by half of their mean beyond what chance makes of them: a post that
 * went round, an evening off. As if four days were all that is ever known. Chosen by us.
 */
const daysAlike = 4;

/** Newcomers of a host that tell as much of its own rhythm as an even day does. Chosen by us. */
const evenUntil = 8;

/**
 * What a day may add to what is usual: four times as much as was expected, and a few. A host that
 * grows thirtyfold is usual again after two weeks; what floods us for a day or two stays a flood.
 * Chosen by us; from the third day on, since before that nothing is expected.
 */
const [growthMax, fewMore, settledDays] = [4, 2, 3];

/** What a host's days before say of it. */
export interface Habit {
  /** Newcomers, each day worth half as much for every half-life that it lies back. */
  readonly newcomers: number;
  /** Days seen, in the same way. */
  readonly days: number;
  /** How many of them are known to have come in each part of a day. */
  readonly byTime: readonly number[];
}

/** `seenDays`: days (UTC) since its host was first seen. `on`: the day that is asked about. */
export function habitOf(before: DaysBefore, seenDays: number, on: number): Habit {
  const seen = Math.min(seenDays, daysMax);
  const byTime = Array<number>(bins).fill(0);
  for (const moment of before.moments) byTime[binOf(moment)] = (byTime[binOf(moment)] ?? 0) + 1;
  let [sum, last] = [0, on - seen];
  for (const [day, newcomers] of before.days) {
    if (day < on - seen || day >= on) continue;
    sum *= fadeADay ** (day - last);
    sum += Math.min(newcomers, mostAfter(sum, daysSeen(seen - (on - day))));
    last = day;
  }
  return { newcomers: sum * fadeADay ** (on - last), days: daysSeen(seen), byTime };
}

/** Longer ago is no more remembered. */
const daysMax = 30;

/** How much of a day counts, after days that brought `sum`. */
function mostAfter(sum: number, days: number): number {
  return days < daysSeen(settledDays)
    ? Number.POSITIVE_INFINITY
    : growthMax * (sum / days) + fewMore;
}

/** So many days, each worth half as much for every half-life that it lies back. */
function daysSeen(days: number): number {
  return days <= 0 ? 0 : (fadeADay * (1 - fadeADay ** days)) / (1 - fadeADay);
}

/** What may be expected of the six hours that end at `at`. */
export function usualAt(habit: Habit, prior: Prior, at: EpochMs): Usual {
  const shape = prior.shape + habit.newcomers;
  const perDay = shape / (prior.rate + habit.days);
  return {
    mean: perDay * shareOfWindow(habit.byTime, at),
    size: 1 / (1 / shape + 1 / daysAlike),
  };
}

/** The part of a day's newcomers that comes in the six hours before `at`. */
function shareOfWindow(byTime: readonly number[], at: EpochMs): number {
  const total = byTime.reduce((sum, one) => sum + one, 0);
  const now = binOf(at);
  const part = ((at % day) / hour / binHours) % 1;
  const share = (bin: number): number => {
    const own = byTime[(bin + bins) % bins] ?? 0;
    return (own + evenUntil / bins) / (total + evenUntil);
  };
  return part * share(now) + share(now - 1) + (1 - part) * share(now - 2);
}

function binOf(at: EpochMs): number {
  return Math.floor((at % day) / hour / binHours);
}

/** Where nobody is known yet: one newcomer a host in ten days, and any host may be large. */
export const priorOfNobody: Prior = { shape: 0.3, rate: 3 };

/** Fewer hosts say nothing of hosts. Chosen by us. */
const hostsMin = 20;

/** How hosts here differ, by the mean and the variance of their rates. */
export function priorOf(hosts: Iterable<Pick<Habit, "newcomers" | "days">>): Prior {
  let [count, newcomers, days, squares, pairs] = [0, 0, 0, 0, 0];
  for (const one of hosts) {
    if (one.days <= 0) continue;
    count++;
    newcomers += one.newcomers;
    days += one.days;
    squares += one.days ** 2;
    pairs += Math.max(0, one.newcomers ** 2 - one.newcomers);
  }
  if (count < hostsMin || newcomers === 0) return priorOfNobody;
  const mean = newcomers / days;
  const variance = pairs / squares - mean ** 2;
  const shape = variance <= 0 ? shapeMax : clamped(mean ** 2 / variance);
  return { shape, rate: shape / mean };
}

/** From "a few hosts bring nearly all of it" to "any two are much alike". Chosen by us. */
const [shapeMin, shapeMax] = [0.05, 5];

function clamped(shape: number): number {
  return Math.min(shapeMax, Math.max(shapeMin, shape));
}

/** With `more` beside it that comes by chance as often as not: two independent counts. */
export function withFloor({ mean, size }: Usual, more: number): Usual {
  const sum = mean + more;
  return { mean: sum, size: sum ** 2 / (mean ** 2 / size + more ** 2) };
}

/** −log2 of the chance that so many or more come. 0 for what is no more than expected. */
export function surpriseBits(count: number, { mean, size }: Usual): number {
  if (count <= mean) return 0;
  const more = mean / (mean + size);
  let log = size * Math.log(1 - more);
  for (let k = 0; k < count; k++) log += Math.log((more * (k + size)) / (k + 1));
  let [k, term, tail] = [count, 1, 0];
  for (; term > negligible * tail; k++) {
    tail += term;
    term *= (more * (k + size)) / (k + 1);
  }
  // What is left is about geometric.
  tail += term / (1 - (more * (k + size)) / (k + 1));
  return Math.max(0, -(log + Math.log(tail)) / Math.LN2);
}

const negligible = 1e-5;
