// How much each case counts in a fit, so that no family and no class drowns the others.

import type { Example, Frame, Spoke } from "../../engine/calibrate/fit-weights.ts";
import { shippedSettings } from "../../engine/policy.ts";
import { signals } from "../../engine/signals/index.ts";
import { byHand, type Case, type Strengths } from "./collect.ts";

/** A case with the log it is from, and how much it counts. */
export interface Weighed {
  readonly one: Case;
  readonly log: string;
  readonly weight: number;
  readonly came: readonly Spoke[];
  readonly last: readonly Spoke[];
}

/**
 * Of wanted mail that is judged, how much is of a kind that looks like an attack. Chosen by us:
 * enough to be heard, and more than a quiet week has.
 */
const lookAlikeShare = 1 / 8;

/** What is harmless in itself teaches nothing about spam, whoever sends it and what for. */
function isHarmless({ one, log }: Told): boolean {
  return one.kind === "warm-up" && !log.startsWith("siege");
}

const places = new Map(signals.map(({ symbol }, index) => [symbol, index]));

export function spokeOf(strengths: Strengths): Spoke[] {
  return Object.entries(strengths).flatMap(([symbol, strength]) => {
    const signal = places.get(symbol);
    return signal === undefined ? [] : [{ signal, strength }];
  });
}

/**
 * Spam counts as much beside wanted mail as the prior says. Among spam every kind counts alike, in
 * it every campaign, in that every case; among look-alikes too. All together count as much as
 * there are campaigns that somebody made on purpose: more independent words there are not.
 */
export function weighed(logs: ReadonlyMap<string, readonly Case[]>): readonly Weighed[] {
  const cases = [...logs].flatMap(([log, some]) => some.map((one) => ({ log, one })));
  const heard = cases.filter((it) => !it.one.isUnread && !isHarmless(it));
  const all = campaignsIn(heard);
  const odds = 10 ** (shippedSettings.prior / 10);
  const spam = (all * odds) / (1 + odds);
  const ham = all - spam;
  const parts = [
    shared(
      heard.filter((it) => it.one.isSpam),
      spam,
      kindsThenCampaigns,
    ),
    shared(
      heard.filter((it) => isOrdinary(it.one)),
      ham * (1 - lookAlikeShare),
      [],
    ),
    shared(
      heard.filter((it) => isLookAlike(it.one)),
      ham * lookAlikeShare,
      kindsThenCampaigns,
    ),
  ];
  return parts.flat();
}

/** How many somebody made on purpose: attacks and classes, each under each seed. */
export function campaignsIn(some: readonly Told[]): number {
  return new Set(some.filter(({ one }) => !isOrdinary(one)).map(({ one }) => one.campaign)).size;
}

function isOrdinary({ isSpam, kind }: Case): boolean {
  return !isSpam && kind === "ordinary";
}

function isLookAlike(one: Case): boolean {
  return !one.isSpam && !isOrdinary(one);
}

type Told = Pick<Weighed, "log" | "one">;
const kindsThenCampaigns = [(it: Told) => it.one.kind, (it: Told) => it.one.campaign];

/** `weight` divided evenly: among what the first of `by` tells apart, in that by the next. */
function shared(
  some: readonly Told[],
  weight: number,
  by: readonly ((it: Told) => string)[],
): Weighed[] {
  const [first, ...rest] = by;
  if (first === undefined) return some.map((it) => withWeight(it, weight / some.length));
  const groups = Map.groupBy(some, first);
  return [...groups.values()].flatMap((group) => shared(group, weight / groups.size, rest));
}

function withWeight({ log, one }: Told, weight: number): Weighed {
  return { log, one, weight, came: spokeOf(one.came), last: spokeOf(one.last) };
}

/**
 * As it was judged for the last time: that decides what becomes of it. Those of which the same
 * was said are one example, which changes nothing but the time a fit takes.
 */
export function examplesOf(some: readonly Weighed[]): readonly Example[] {
  const alike = Map.groupBy(some, ({ one, last }) => `${one.isSpam}${JSON.stringify(last)}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const weight = group.reduce((sum, one) => sum + one.weight, 0);
    return [{ spoke: first.last, isSpam: first.one.isSpam, weight }];
  });
}

/** `doubt`: how much of what was thought by hand is open to what is seen; 0: none of it. */
export function frameOf(doubt: number): Frame {
  const { prior, holdAt, groupMax } = shippedSettings;
  // No signal alone holds.
  const most = holdAt - prior - 1;
  return {
    prior,
    groupMax,
    signals: signals.map(({ symbol, group }) => {
      const before = byHand[symbol] ?? 0;
      const cap = Math.min(groupMax[group], most);
      return {
        ...{ symbol, group, before },
        // Chosen by us: what weighs more was guessed more roughly.
        doubt: doubt * (1 + Math.abs(before) / 4),
        least: before < 0 ? -cap : 0,
        most: before < 0 ? 0 : cap,
      };
    }),
  };
}
