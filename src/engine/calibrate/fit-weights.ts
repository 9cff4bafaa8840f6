/**
 * Weights from cases whose truth is known: those under which the truth is likeliest, held near
 * what was thought before.
 *
 * The score is the one that judges, caps and all. How far to believe it is found beside the
 * weights: else all of them would shrink where signals overlap, and no threshold would hold.
 *
 *   score    = prior + Σ over groups and signs  min(cap, Σ decibans · strength)
 *   log-odds = shift + slope · score
 *   cost     = Σ weight · logistic loss(log-odds, truth) + ½ · Σ ((decibans − before) / doubt)²
 *
 * Walked downhill from what was thought before, each weight by its own curvature, and pushed back
 * where it leaves its range: never another sign, never more than its group's cap, never so much
 * that it could hold alone. The same cases give the same weights.
 */

import type { Decibans } from "../../base/units.ts";

/** A strength that spoke, by its signal's place in the frame. */
export interface Spoke {
  readonly signal: number;
  readonly strength: number;
}

export interface Example {
  readonly spoke: readonly Spoke[];
  readonly isSpam: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** One signal's weight before the fit, and how far it may go. */
export interface Prospect {
  readonly symbol: string;
  readonly group: string;
  readonly before: Decibans;
  /** As far from `before` as costs half a unit of likelihood; 0 keeps it where it is. */
  readonly doubt: Decibans;
  readonly least: Decibans;
  readonly most: Decibans;
}

/** What the score is made of. */
export interface Frame {
  readonly prior: Decibans;
  readonly signals: readonly Prospect[];
  readonly groupMax: Readonly<Record<string, Decibans>>;
  /** Believed as they are: only the shift is found. Where absent, the slope is found as well. */
  readonly slope?: number;
}

/** How far scores are believed: log-odds of spam = shift + slope · score, in natural units. */
export interface Belief {
  readonly slope: number;
  readonly shift: number;
}

export interface Fitted {
  /** In the order of the frame's signals. */
  readonly decibans: Float64Array;
  readonly belief: Belief;
}

/** Natural units of log-odds in a deciban. */
export const perDeciban = Math.LN10 / 10;

/** Belief and weights are found in turns; so many are plenty. */
const turnsMax = 12;
const stepsMax = 200;
/** Steps that lessen the cost by less than that share of it are the last. */
const enough = 1e-6;

export function fitWeights(examples: readonly Example[], frame: Frame): Fitted {
  const scorer = makeScorer(frame);
  let decibans: Float64Array = Float64Array.from(frame.signals, (one) => one.before);
  let belief = beliefIn(decibans, examples, scorer, frame.slope);
  if (frame.signals.every(({ doubt }) => doubt === 0)) return { decibans, belief };
  for (let turn = 0; turn < turnsMax; turn++) {
    decibans = walked(decibans, examples, frame, belief, scorer);
    const next = beliefIn(decibans, examples, scorer, frame.slope);
    const moved = Math.abs(next.slope - belief.slope) + Math.abs(next.shift - belief.shift);
    belief = next;
    if (moved < 1e-3) break;
  }
  return { decibans, belief };
}

/** Downhill from `start`, with the belief as it is. */
function walked(
  start: Float64Array,
  examples: readonly Example[],
  frame: Frame,
  belief: Belief,
  scorer: Scorer,
): Float64Array {
  let weights = start;
  let slope = slopeAt(weights, examples, frame, belief, scorer);
  let pace = 1;
  for (let step = 0; step < stepsMax; step++) {
    const before = slope.cost;
    for (pace = Math.min(1, pace * 2); pace > 1e-6; pace /= 2) {
      const next = moved(weights, slope, pace, frame);
      const there = slopeAt(next, examples, frame, belief, scorer);
      if (there.cost > before) continue;
      weights = next;
      slope = there;
      break;
    }
    if (before - slope.cost <= enough * Math.abs(before)) break;
  }
  return weights;
}

interface Slope {
  readonly cost: number;
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

function moved(weights: Float64Array, slope: Slope, pace: number, { signals }: Frame) {
  return weights.map((decibans, index) => {
    const one = signals[index];
    if (one === undefined || one.doubt === 0) return decibans;
    const step = (slope.gradient[index] ?? 0) / (slope.curvature[index] ?? 1);
    return Math.min(one.most, Math.max(one.least, decibans - pace * step));
  });
}

function slopeAt(
  weights: Float64Array,
  examples: readonly Example[],
  { signals }: Frame,
  { slope, shift }: Belief,
  scorer: Scorer,
): Slope {
  const steep = slope * perDeciban;
  const gradient = new Float64Array(weights.length);
  const curvature = new Float64Array(weights.length);
  let cost = 0;
  signals.forEach(({ before, doubt }, index) => {
    if (doubt === 0) return;
    const off = (weights[index] ?? 0) - before;
    cost += (off / doubt) ** 2 / 2;
    gradient[index] = off / doubt ** 2;
    curvature[index] = 1 / doubt ** 2;
  });
  for (const { spoke, isSpam, weight } of examples) {
    const sign = isSpam ? 1 : -1;
    const margin = sign * (shift + steep * scorer.score(weights, spoke));
    cost += weight * lossOf(margin);
    const wrong = 1 / (1 + Math.exp(margin));
    for (const { signal, strength } of spoke) {
      if (scorer.isCapped(signal)) continue;
      const pull = strength * steep;
      gradient[signal] = (gradient[signal] ?? 0) - weight * sign * wrong * pull;
      // Others that speak with it curve it as well: without them steps are too long.
      const curve = weight * wrong * (1 - wrong) * pull * pull * spoke.length;
      curvature[signal] = (curvature[signal] ?? 0) + curve;
    }
  }
  return { cost, gradient, curvature };
}

/** Newton's method on two numbers, no step longer than helps. */
function beliefIn(
  weights: ArrayLike<number>,
  examples: readonly Example[],
  scorer: Scorer,
  fixed: number | undefined,
): Belief {
  const scores = examples.map(({ spoke }) => scorer.score(weights, spoke) * perDeciban);
  let belief: Belief = { slope: fixed ?? 0.5, shift: 0 };
  let there = bendAt(belief, scores, examples);
  for (let step = 0; step < 60; step++) {
    const { cost } = there;
    const [alongSlope, alongShift] = newtonStep(there, fixed !== undefined);
    for (let pace = 1; pace > 1e-6; pace /= 2) {
      const slope = Math.max(0, belief.slope - pace * alongSlope);
      const next = { slope, shift: belief.shift - pace * alongShift };
      const bend = bendAt(next, scores, examples);
      if (bend.cost > cost) continue;
      belief = next;
      there = bend;
      break;
    }
    if (cost - there.cost <= 1e-9 * cost) break;
  }
  return belief;
}

interface Bend {
  readonly cost: number;
  readonly gradient: readonly [number, number];
  /** Of slope, of both, of shift. */
  readonly curvature: readonly [number, number, number];
}

function newtonStep({ gradient, curvature }: Bend, isFixed: boolean): readonly [number, number] {
  const [slope, shift] = gradient;
  const [a, b, c] = curvature;
  if (isFixed) return [0, shift / c];
  const determinant = a * c - b * b;
  return [(c * slope - b * shift) / determinant, (a * shift - b * slope) / determinant];
}

function bendAt(
  { slope, shift }: Belief,
  scores: readonly number[],
  examples: readonly Example[],
): Bend {
  // A trace of prior keeps the numbers finite where score and truth agree throughout.
  let [cost, bySlope, byShift] = [1e-6 * (slope ** 2 + shift ** 2), 2e-6 * slope, 2e-6 * shift];
  let [a, b, c] = [2e-6, 0, 2e-6];
  examples.forEach(({ isSpam, weight }, index) => {
    const score = scores[index] ?? 0;
    const logOdds = slope * score + shift;
    cost += weight * lossOf(isSpam ? logOdds : -logOdds);
    const spam = 1 / (1 + Math.exp(-logOdds));
    const off = weight * (spam - Number(isSpam));
    const curve = weight * spam * (1 - spam);
    bySlope += off * score;
    byShift += off;
    a += curve * score * score;
    b += curve * score;
    c += curve;
  });
  return { cost, gradient: [bySlope, byShift], curvature: [a, b, c] };
}

/** In nats. `margin`: log-odds of what was true. */
export function lossOf(margin: number): number {
  return Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(0, -margin);
}

/** What `score` in engine/score.ts makes of the same strengths. */
export interface Scorer {
  score(weights: ArrayLike<number>, spoke: readonly Spoke[]): Decibans;
  /** Whether, in the last score, the signal's group said more than its cap. */
  isCapped(signal: number): boolean;
}

/** For and against are capped apart: a side is a group with a sign. */
export function makeScorer({ prior, signals, groupMax }: Frame): Scorer {
  const names = [...new Set(signals.map(sideOf))];
  const sides = Int32Array.from(signals, (one) => names.indexOf(sideOf(one)));
  const caps = names.map((name) => groupMax[name.slice(1)] ?? Number.POSITIVE_INFINITY);
  const sums = new Float64Array(names.length);
  return {
    score(weights, spoke) {
      sums.fill(0);
      for (const { signal, strength } of spoke) {
        const side = sides[signal] ?? 0;
        sums[side] = (sums[side] ?? 0) + (weights[signal] ?? 0) * strength;
      }
      let score = prior;
      caps.forEach((cap, side) => {
        score += Math.max(-cap, Math.min(cap, sums[side] ?? 0));
      });
      return score;
    },
    isCapped(signal) {
      const side = sides[signal] ?? 0;
      return Math.abs(sums[side] ?? 0) > (caps[side] ?? Number.POSITIVE_INFINITY);
    },
  };
}

function sideOf({ group, most }: Prospect): string {
  return `${most <= 0 ? "-" : "+"}${group}`;
}
