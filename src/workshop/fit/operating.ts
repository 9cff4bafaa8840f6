// What weights would have done with cases that were collected, without replaying anything: the
// rule that judges, on what spoke when it came and at last.

import type { Scorer } from "../../engine/calibrate/fit-weights.ts";
import { shippedSettings } from "../../engine/policy.ts";
import type { Case } from "./collect.ts";
import type { Weighed } from "./examples.ts";

export type Fate = "passes" | "settles" | "held";

/** Sums over cases; shares are made of them. */
export interface Done {
  /** Notifications that spam would have caused, and those that it did. */
  readonly caused: number;
  readonly reached: number;
  /** Wanted first contacts by strangers, and those of them that were held. */
  readonly firsts: number;
  readonly firstsHeld: number;
  /** Wanted mail that was read, and what of it settled and was then let in. */
  readonly ham: number;
  readonly delayed: number;
}

export const nothingDone: Done = {
  ...{ caused: 0, reached: 0 },
  ...{ firsts: 0, firstsHeld: 0 },
  ...{ ham: 0, delayed: 0 },
};

/** What settles is judged once more when its window ends, by what spoke then. */
export function fateOf(
  { came, last }: Pick<Weighed, "came" | "last">,
  decibans: ArrayLike<number>,
  scorer: Scorer,
): Fate {
  const { holdAt, settleBand } = shippedSettings;
  const score = scorer.score(decibans, came);
  if (score >= holdAt) return "held";
  if (score < holdAt - settleBand) return "passes";
  return scorer.score(decibans, last) >= holdAt ? "held" : "settles";
}

/** Of what was read; what was not reached people whatever weighs how much. */
export function doneTo({ isSpam, isFirst, recipients }: Case, fate: Fate): Done {
  const held = fate === "held";
  if (isSpam) return { ...nothingDone, caused: recipients, reached: held ? 0 : recipients };
  return {
    ...nothingDone,
    firsts: Number(isFirst),
    firstsHeld: Number(isFirst && held),
    ham: 1,
    delayed: Number(fate === "settles"),
  };
}

/** `times`: as if each had been there so often. */
export function together(some: readonly Done[], times: (index: number) => number = () => 1): Done {
  const sum = { ...nothingDone } as Record<keyof Done, number>;
  some.forEach((one, index) => {
    const count = times(index);
    for (const name of names) sum[name] += count * one[name];
  });
  return sum;
}

const names = Object.keys(nothingDone) as readonly (keyof Done)[];

/** Figures that weights are judged by: of what, how much. */
export const figures = {
  "spam that reached people": { some: "reached", of: "caused" },
  "first contacts held": { some: "firstsHeld", of: "firsts" },
  "wanted mail delayed": { some: "delayed", of: "ham" },
} as const;

export type Figure = keyof typeof figures;

export const figureNames = Object.keys(figures) as readonly Figure[];

/** In %. */
export function percentOf(done: Done, figure: Figure): number {
  const { some, of } = figures[figure];
  return (100 * done[some]) / Math.max(1, done[of]);
}
