// Intervals by drawing campaigns anew: a figure computed again and again on as many campaigns,
// drawn with replacement, spam's and wanted mail's apart. What one hand did is drawn as a whole
// (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 8.5).

import { seeded } from "../../base/prng.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Drawable {
  readonly campaign: string;
  readonly isSpam: boolean;
}

/** How often each campaign was drawn. The same draws each time: a report stays what it is. */
export function draws(
  cases: readonly Drawable[],
  times: number,
): readonly ReadonlyMap<string, number>[] {
  const sides = [true, false].map((side) => {
    const own = cases.filter(({ isSpam }) => isSpam === side);
    return [...new Set(own.map(({ campaign }) => campaign))].sort();
  });
  const random = seeded("campaigns drawn anew");
  return Array.from({ length: times }, () => {
    const drawn = new Map<string, number>();
    for (const side of sides) {
      for (const _ of side) {
        const one = side[Math.floor(random() * side.length)] ?? "";
        drawn.set(one, (drawn.get(one) ?? 0) + 1);
      }
    }
    return drawn;
  });
}

/** The middle 95 of 100. */
export function middle(figures: readonly number[]): Interval {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}
