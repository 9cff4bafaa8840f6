/**
 * Weights that a server's own rulings speak for, near those that are configured.
 *
 * What moderators here called spam and ham is the strongest truth there is, and little of it: so
 * it moves weights a little, and back again when they rule otherwise. Silence teaches nothing,
 * because whoever sends enough that nobody minds could buy it; a campaign is one lesson, because
 * whoever is ruled on a hundred times did one thing. Rulings fall on what has a high score, which
 * makes no difference to what signals are worth beside each other: how much is spam where there
 * are rulings is found apart (see fit-weights.ts).
 */

import type { Decibans } from "../../base/units.ts";
import type { PolicySettings } from "../policy.ts";
import { signals } from "../signals/index.ts";
import { type Example, type Frame, fitWeights, type Prospect } from "./fit-weights.ts";

/** What was ruled on one contact, and which signals spoke of it. */
export interface Lesson {
  readonly found: readonly { readonly symbol: string; readonly strength: number }[];
  readonly isSpam: boolean;
  /** Contacts of one campaign have the same. */
  readonly group: number;
}

export interface Refit {
  /** By symbol; only what moved. */
  readonly weights: Readonly<Record<string, Decibans>>;
  /** Campaigns that were ruled spam, and ham. */
  readonly spam: number;
  readonly ham: number;
}

/** Of either, before anything moves: fewer say more of chance than of signals. Chosen by us. */
export const lessonsMin = 8;

/** So many count; of more each counts less. With them a weight seldom reaches its bound. */
const lessonsMax = 100;

/** From the configured weight, as for thresholds. Chosen by design. */
const moveMax: Decibans = 3;

/** Less is not worth a change. Chosen by us. */
const moveMin: Decibans = 0.3;

export function refit(lessons: readonly Lesson[], settings: PolicySettings): Refit {
  const [spam, ham] = [true, false].map((side) => {
    return new Set(lessons.flatMap((one) => (one.isSpam === side ? [one.group] : []))).size;
  }) as [number, number];
  if (Math.min(spam, ham) < lessonsMin) return { weights: {}, spam, ham };
  const frame = frameNear(settings);
  const { decibans } = fitWeights(examplesOf(lessons, spam + ham), frame);
  const moved = frame.signals.flatMap(({ symbol, before }, index) => {
    const now = Math.round((decibans[index] ?? before) * 10) / 10;
    return Math.abs(now - before) < moveMin ? [] : [[symbol, now] as const];
  });
  return { weights: Object.fromEntries(moved), spam, ham };
}

function examplesOf(lessons: readonly Lesson[], campaigns: number): readonly Example[] {
  const places = new Map(signals.map(({ symbol }, index) => [symbol, index]));
  const sizes = new Map<string, number>();
  const keyOf = ({ group, isSpam }: Lesson): string => `${isSpam} ${group}`;
  for (const one of lessons) sizes.set(keyOf(one), (sizes.get(keyOf(one)) ?? 0) + 1);
  return lessons.map((one) => {
    const weight = Math.min(1, lessonsMax / campaigns) / (sizes.get(keyOf(one)) ?? 1);
    const spoke = one.found.flatMap(({ symbol, strength }) => {
      const signal = places.get(symbol);
      return signal === undefined ? [] : [{ signal, strength }];
    });
    return { spoke, isSpam: one.isSpam, weight };
  });
}

/** In the order of the list of signals. */
function frameNear({ prior, holdAt, groupMax, signals: own }: PolicySettings): Frame {
  const prospects = signals.map(({ symbol, group, decibans }): Prospect => {
    const { decibans: before, enabled } = own[symbol] ?? { decibans, enabled: true };
    // No signal alone holds; what an admin gave more weight keeps it, and gets no more.
    const most = Math.max(Math.min(groupMax[group], holdAt - prior - 1), Math.abs(before));
    const [low, high] = decibans < 0 ? [-most, 0] : [0, most];
    return {
      ...{ symbol, group, before },
      // What has more weight was guessed more roughly; as in the shipped fit, and half as far.
      doubt: enabled && before !== 0 ? 0.5 + Math.abs(before) / 8 : 0,
      least: Math.max(low, before - moveMax),
      most: Math.min(high, before + moveMax),
    };
  });
  return { prior, groupMax, signals: prospects, slope: 1 };
}
