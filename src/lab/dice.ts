// Chance with a seed: who writes what to whom, the same again whenever it is asked for.

import { seeded } from "../base/prng.ts";

export interface Dice {
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** `count` different ones, in a drawn order; all of them if there are no more. */
  sample<T>(from: readonly T[], count: number): T[];
  /** Deals a list out in a drawn order before anything comes again. */
  deck<T>(from: readonly T[]): () => T;
  letters(alphabet: string, count: number): string;
}

export function dice(seed: string): Dice {
  const next = seeded(seed);
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => {
    const drawn = from[int(0, from.length - 1)];
    if (drawn === undefined) throw new RangeError("nothing to pick from");
    return drawn;
  };
  const sample = <T>(from: readonly T[], count: number): T[] => {
    const rest = [...from];
    const drawn: T[] = [];
    while (rest.length > 0 && drawn.length < count) {
      drawn.push(...rest.splice(int(0, rest.length - 1), 1));
    }
    return drawn;
  };
  const deck = <T>(from: readonly T[]): (() => T) => {
    let rest: T[] = [];
    return () => {
      if (rest.length === 0) rest = sample(from, from.length);
      const next = rest.pop();
      if (next === undefined) throw new RangeError("nothing to deal");
      return next;
    };
  };
  const letters = (alphabet: string, count: number): string =>
    Array.from({ length: count }, () => alphabet.charAt(int(0, alphabet.length - 1))).join("");
  return { int, chance: (probability) => next() < probability, pick, sample, deck, letters };
}
