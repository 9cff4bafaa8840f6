// What the shipped words' nats are worth on a source that they were not learned from.

import { bounded } from "../../engine/words/bounded.ts";
import { priorWordMax } from "../../engine/words/model.ts";
import type { Prior } from "../../engine/words/prior.ts";
import { learnPrior, quantised } from "./words-prior.ts";
import type { LearnedText } from "./words-texts.ts";

/** What was said of a text of a source, by what was learned from all the others. */
export interface Said {
  readonly source: string;
  readonly isSpam: boolean;
  readonly nats: number;
}

export function natsOf(prior: Prior, { features }: LearnedText): number {
  return bounded(features, prior, priorWordMax / prior.unit).sum * prior.unit;
}

/** Each source in turn. */
export function saidOfUnseen(bySource: ReadonlyMap<string, readonly LearnedText[]>): Said[] {
  return [...bySource].flatMap(([source, texts]) => {
    const others = [...bySource].filter(([name]) => name !== source).flatMap(([, all]) => all);
    const prior = quantised(learnPrior(others));
    return texts.map((text) => ({ source, isSpam: text.isSpam, nats: natsOf(prior, text) }));
  });
}

/**
 * Base and slope by logistic regression (Platt, "Probabilistic outputs for support vector
 * machines", 1999), every source of a label as heavy as any other, spam as heavy as ham.
 */
export function calibration(said: readonly Said[]): Pick<Prior, "base" | "slope"> {
  const weights = weightsOf(said);
  const at: Line = { slope: 1, shift: 0 };
  for (let round = 0; round < rounds; round++) newtonStep(at, said, weights);
  return { slope: at.slope, base: -at.shift / at.slope };
}

/** More than Newton's method needs for two numbers. */
const rounds = 12;

interface Line {
  slope: number;
  shift: number;
}

function newtonStep(at: Line, said: readonly Said[], weights: readonly number[]): void {
  const sums = { slope: 0, shift: 0, slopes: 0, both: 0, shifts: 0 };
  for (const [one, { isSpam, nats }] of said.entries()) {
    const weight = weights[one] as number;
    const likely = 1 / (1 + Math.exp(-(at.slope * nats + at.shift)));
    const error = weight * (likely - (isSpam ? 1 : 0));
    const curve = weight * likely * (1 - likely);
    sums.slope += error * nats;
    sums.shift += error;
    sums.slopes += curve * nats * nats;
    sums.both += curve * nats;
    sums.shifts += curve;
  }
  const { slopes, both, shifts } = sums;
  const determinant = slopes * shifts - both * both;
  at.slope -= (shifts * sums.slope - both * sums.shift) / determinant;
  at.shift -= (slopes * sums.shift - both * sums.slope) / determinant;
}

function weightsOf(said: readonly Said[]): readonly number[] {
  const kindOf = ({ source, isSpam }: Said) => `${isSpam ? "spam" : "ham"} ${source}`;
  const kinds = Map.groupBy(said, kindOf);
  const sourcesWith = (isSpam: boolean) =>
    [...kinds.keys()].filter((kind) => kind.startsWith(isSpam ? "spam" : "ham")).length;
  const counts = new Map([...kinds].map(([kind, all]) => [kind, all.length]));
  return said.map((one) => 0.5 / (sourcesWith(one.isSpam) * (counts.get(kindOf(one)) ?? 1)));
}
