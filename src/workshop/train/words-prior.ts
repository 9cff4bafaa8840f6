// Learns the shipped words: the same regression as engine/words/model.ts, over all texts at once.

import { seeded } from "../../base/prng.ts";
import type { Prior } from "../../engine/words/prior.ts";
import type { LearnedText } from "./words-texts.ts";

/** Cells of what is shipped: it has to hold many languages. */
const cellBits = 20;
const shift = 32 - cellBits;

/**
 * Chosen by leave-one-source-out, among 0.01 to 0.1 and, in `shippedEffort`, 1 to 15 passes:
 * longer steps and more passes fit the sources better and strangers to them worse.
 */
const rate = 0.025;

/** What all texts of one label of one source weigh together, at most one each. */
const sourceWeight = 1000;

export interface Effort {
  /** Texts that must have had a feature: what fewer had would be a name. */
  readonly leastTexts: number;
  readonly passes: number;
}

const shippedEffort: Effort = { leastTexts: 5, passes: 3 };

export interface Learned {
  readonly weights: Float32Array;
  readonly base: number;
}

/** Deterministic: the same texts in the same order give the same weights. */
export function learnPrior(
  texts: readonly LearnedText[],
  { leastTexts, passes }: Effort = shippedEffort,
): Learned {
  const weights = new Float32Array(2 ** cellBits);
  const met = metIn(texts);
  const rarity = met.map((count) => (1 + Math.log1p(texts.length) - Math.log1p(count)) ** 2);
  const sizes = sizesOf(texts);
  let base = 0;
  for (let pass = 0; pass < passes; pass++) {
    for (const text of shuffled(texts, pass)) {
      const { hashes } = text.features;
      if (hashes.length === 0) continue;
      const scale = 1 / Math.sqrt(hashes.length);
      let sum = 0;
      for (const hash of hashes) sum += weights[hash >>> shift] as number;
      const error = 1 / (1 + Math.exp(-(base + sum * scale))) - (text.isSpam ? 1 : 0);
      const gradient = error * weightOf(text, sizes);
      const length = rate * gradient * scale;
      for (const hash of hashes) {
        const cell = hash >>> shift;
        weights[cell] = (weights[cell] as number) - length * (rarity[cell] as number);
      }
      base -= rate * gradient;
    }
  }
  return { weights: weights.map((one, at) => ((met[at] as number) < leastTexts ? 0 : one)), base };
}

/** In how many texts; twice in one text counts once, but for what featuresOf overlooks. */
function metIn(texts: readonly LearnedText[]): Float32Array {
  const met = new Float32Array(2 ** cellBits);
  for (const { features } of texts)
    for (const hash of features.hashes) met[hash >>> shift] = (met[hash >>> shift] as number) + 1;
  return met;
}

function sizesOf(texts: readonly LearnedText[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const text of texts) sizes.set(kindOf(text), (sizes.get(kindOf(text)) ?? 0) + 1);
  return sizes;
}

function kindOf({ source, isSpam }: LearnedText): string {
  return `${source} ${isSpam ? "spam" : "ham"}`;
}

export function weightOf(text: LearnedText, sizes: ReadonlyMap<string, number>): number {
  return Math.min(1, sourceWeight / (sizes.get(kindOf(text)) ?? 1));
}

function shuffled(texts: readonly LearnedText[], pass: number): readonly LearnedText[] {
  const random = seeded(`words ${pass}`);
  const drawn = texts.map((text) => ({ text, at: random() }));
  return drawn.sort((a, b) => a.at - b.at).map(({ text }) => text);
}

/** In one byte each. What is beyond the last step is a handful of weights in a million. */
export function quantised({ weights, base }: Learned): Prior {
  const sizes = weights
    .filter((one) => one !== 0)
    .map(Math.abs)
    .sort();
  const unit = (sizes[Math.floor(sizes.length * 0.9999)] ?? 1) / 127;
  const steps = Int8Array.from(weights, (one) =>
    Math.max(-127, Math.min(127, Math.round(one / unit))),
  );
  return { weights: steps, shift, unit, base: -base, slope: 1 };
}
