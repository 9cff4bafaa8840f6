// First contacts made up for tests and benches: what ham and spam score, and what may change.

import type { Decibans } from "../../base/units.ts";
import type { FirstContact } from "./ham.ts";

/** Three kinds of strangers: plainly harmless, plain, and a few who look doubtful. Chosen by us. */
const kinds = [
  { upTo: 0.6, mean: -8, spread: 3 },
  { upTo: 0.95, mean: -2, spread: 3 },
  { upTo: 1, mean: 4, spread: 3 },
] as const;

export function hamScore(random: () => number): Decibans {
  const lot = random();
  const { mean, spread } = kinds.find(({ upTo }) => lot < upTo) ?? kinds[2];
  return mean + spread * normal(random);
}

export function spamScore(random: () => number): Decibans {
  return 14 + 5 * normal(random);
}

/** Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export const holdAt: Decibans = 12;

/** What a server remembers after two weeks of watching: all of it passed, nobody minded. */
export function silence(
  count: number,
  random: () => number,
  hiddenSpam: number,
): readonly FirstContact[] {
  return Array.from({ length: count }, (_, group) => {
    const score = random() < hiddenSpam ? spamScore(random) : hamScore(random);
    return { word: "silent", score, drawn: false, group };
  });
}

/** A change of what first contacts score, such as a community of another language that joins. */
export interface Shift {
  readonly name: string;
  readonly changed: (score: Decibans, random: () => number) => Decibans;
}

export const shifts: readonly Shift[] = [
  { name: "all score 4 higher", changed: (score) => score + 4 },
  { name: "half score 6 higher", changed: (score, random) => score + (random() < 0.5 ? 6 : 0) },
  {
    name: "a third scores 9 higher",
    changed: (score, random) => score + (random() < 1 / 3 ? 9 : 0),
  },
];
