// What each signal is good for: what would happen without it, everything else as it is.

import type { Scorer } from "../../engine/calibrate/fit-weights.ts";
import { signals } from "../../engine/signals/index.ts";
import { type Drawable, draws, type Interval, middle } from "./drawn-again.ts";
import type { Weighed } from "./examples.ts";
import { type Done, doneTo, type Figure, fateOf, figures, together } from "./operating.ts";

/** How a figure changes without a signal, in points of a hundred. */
export interface Change extends Interval {
  readonly figure: Figure;
  /** Whose: a log, or the lab. */
  readonly where: string;
  readonly points: number;
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
  return { some, done, chance: chanceOf(some.map(({ one }) => one)) };
}

/** Of each case its campaign, and how often that was drawn, again and again. */
export interface Chance {
  readonly campaigns: readonly string[];
  readonly drawn: readonly ReadonlyMap<string, number>[];
}

export function chanceOf(cases: readonly Drawable[]): Chance {
  return { campaigns: cases.map(({ campaign }) => campaign), drawn: draws(cases, redraws) };
}

/** From `done` to `other`, which are of the same cases. */
export function changesOf(
  where: string,
  done: readonly Done[],
  other: readonly Done[],
  { campaigns, drawn }: Chance,
): Change[] {
  if (done.every((one, index) => one === other[index])) return [];
  const sums = sumsBy(campaigns, done, other);
  const whole = difference(sums, () => 1);
  const again = drawn.map((times) => difference(sums, (name) => times.get(name) ?? 0));
  return (Object.keys(figures) as Figure[]).flatMap((figure) => {
    const points = whole[figure];
    const interval = middle(again.map((one) => one[figure]));
    return Math.abs(points) < 1e-9 ? [] : [{ figure, where, points, ...interval }];
  });
}

type Sums = readonly { readonly name: string; readonly with: Done; readonly without: Done }[];

function sumsBy(names: readonly string[], done: readonly Done[], other: readonly Done[]): Sums {
  const places = Map.groupBy(names.keys(), (index) => names[index] ?? "");
  return [...places].map(([name, indexes]) => ({
    name,
    with: together(indexes.flatMap((index) => done[index] ?? [])),
    without: together(indexes.flatMap((index) => other[index] ?? [])),
  }));
}

function difference(sums: Sums, times: (name: string) => number): Record<Figure, number> {
  const count = (index: number): number => times(sums[index]?.name ?? "");
  const before = together(
    sums.map((one) => one.with),
    count,
  );
  const after = together(
    sums.map((one) => one.without),
    count,
  );
  const entries = Object.entries(figures).map(([name, of]) => [name, of(after) - of(before)]);
  return Object.fromEntries(entries) as Record<Figure, number>;
}

/** Whether some figure is worse without it, by more than chance. */
export function earnsItsPlace({ changes }: Ablated): boolean {
  return changes.some(({ low }) => low > 0);
}
