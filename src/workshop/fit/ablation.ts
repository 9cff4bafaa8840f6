// What each signal is good for: what would happen without it, everything else as it is.

import type { Scorer } from "../../engine/calibrate/fit-weights.ts";
import { signals } from "../../engine/signals/index.ts";
import { type Drawable, draws, type Interval, middle } from "./drawn-again.ts";
import type { Weighed } from "./examples.ts";
import {
  type Done,
  doneTo,
  type Figure,
  fateOf,
  figureNames,
  figures,
  together,
} from "./operating.ts";

/** How a figure changes without a signal, in points of a hundred. */
export interface Change extends Interval {
  readonly figure: Figure;
  /** Whose: a log, or the lab. */
  readonly where: string;
  readonly points: number;
  /** Of so many hands: of too few an interval says nothing. */
  readonly hands: number;
}

/** Below it an interval over campaigns is none. Chosen by us. */
export const handsMin = 5;

export function isBeyondChance({ low, high, hands }: Change): boolean {
  return hands >= handsMin && (low > 0 || high < 0);
}

export interface Ablated {
  readonly symbol: string;
  /** Cases in which it spoke. */
  readonly spoke: number;
  /** Only those that change at all. */
  readonly changes: readonly Change[];
}

const redraws = 200;

/** `by`: cases of one log, or of the lab, under its name. */
export function ablated(
  by: ReadonlyMap<string, readonly Weighed[]>,
  decibans: readonly number[],
  scorer: Scorer,
): readonly Ablated[] {
  const places = [...by].map(([where, some]) => ({ where, ...measured(some, decibans, scorer) }));
  return signals.map(({ symbol }, signal) => {
    const without = decibans.map((one, index) => (index === signal ? 0 : one));
    let spoke = 0;
    const changes = places.flatMap(({ where, some, done, chance }) => {
      const heard = some.map((one) => speaks(one, signal));
      spoke += heard.filter(Boolean).length;
      const other = some.map((it, index) => {
        const before = done[index];
        const stays = before !== undefined && heard[index] !== true;
        return stays ? before : doneTo(it.one, fateOf(it, without, scorer));
      });
      return changesOf(where, done, other, chance);
    });
    return { symbol, spoke, changes };
  });
}

function speaks({ came, last }: Weighed, signal: number): boolean {
  return [...came, ...last].some((one) => one.signal === signal);
}

function measured(some: readonly Weighed[], decibans: readonly number[], scorer: Scorer) {
  const done = some.map((it) => doneTo(it.one, fateOf(it, decibans, scorer)));
  const chance = chanceOf(
    some.map(({ one }) => one),
    done,
  );
  return { some, done, chance };
}

/** Of each case its campaign, how often each was drawn, and what all of them come to then. */
export interface Chance {
  readonly campaigns: readonly string[];
  readonly spamHands: number;
  readonly hamHands: number;
  readonly draws: readonly { readonly times: ReadonlyMap<string, number>; readonly all: Done }[];
}

export function chanceOf(cases: readonly Drawable[], done: readonly Done[]): Chance {
  const campaigns = cases.map(({ campaign }) => campaign);
  const sums = sumsBy(campaigns, done);
  const names = [...sums.keys()];
  const handsOf = (side: boolean): number =>
    new Set(cases.flatMap((one) => (one.isSpam === side ? [one.campaign] : []))).size;
  const each = [...sums.values()];
  return {
    campaigns,
    spamHands: handsOf(true),
    hamHands: handsOf(false),
    draws: draws(cases, redraws).map((times) => {
      return { times, all: together(each, (index) => times.get(names[index] ?? "") ?? 0) };
    }),
  };
}

/** From `done` to `other`, which are of the same cases: what each figure is out of stays. */
export function changesOf(
  where: string,
  done: readonly Done[],
  other: readonly Done[],
  { campaigns, spamHands, hamHands, draws }: Chance,
): Change[] {
  const changed = [...done.keys()].filter((index) => done[index] !== other[index]);
  const moved = Map.groupBy(changed, (index) => campaigns[index] ?? "");
  const whole = together(done);
  return figureNames.flatMap((figure) => {
    const { some, of } = figures[figure];
    const more = new Map(
      [...moved].map(([campaign, indexes]) => [
        campaign,
        indexes.reduce(
          (sum, index) => sum + (other[index]?.[some] ?? 0) - (done[index]?.[some] ?? 0),
          0,
        ),
      ]),
    );
    const points = percent(
      [...more.values()].reduce((sum, one) => sum + one, 0),
      whole[of],
    );
    if (Math.abs(points) < 1e-9) return [];
    const again = draws.map(({ times, all }) => {
      const sum = [...more].reduce((so, [name, one]) => so + one * (times.get(name) ?? 0), 0);
      return percent(sum, all[of]);
    });
    const hands = of === "caused" ? spamHands : hamHands;
    return [{ figure, where, points, hands, ...middle(again) }];
  });
}

function percent(some: number, all: number): number {
  return (100 * some) / Math.max(1, all);
}

function sumsBy(names: readonly string[], done: readonly Done[]): ReadonlyMap<string, Done> {
  const places = Map.groupBy(names.keys(), (index) => names[index] ?? "");
  return new Map(
    [...places].map(([name, indexes]) => {
      return [name, together(indexes.flatMap((index) => done[index] ?? []))] as const;
    }),
  );
}

/** Whether some figure is worse without it, by more than chance. */
export function earnsItsPlace({ changes }: Ablated): boolean {
  return changes.some((one) => isBeyondChance(one) && one.points > 0);
}
