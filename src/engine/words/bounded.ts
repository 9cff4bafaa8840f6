// A sum over words in which none of them stands out.
//
//   words say    0.1  2.0  0.3  -0.2  0.4  0.2     the fourth strongest says 0.2
//   counted as   0.1  0.2  0.2  -0.2  0.2  0.2     so none says more
//
// A trimmed sum, as robust statistics have it (Tukey, "The future of data analysis", Annals of
// Mathematical Statistics 1962: winsorizing). Only what speaks for spam is bounded so.

//
// A long text is as bad as its worst part: otherwise good words around spam would hide it (Lowd,
// Meek, "Good word attacks on statistical spam filters", CEAS 2005).

import type { Features } from "./features.ts";

/** A weight for each cell; a 32-bit hash shifted right by `shift` is its cell. */
export interface Weights {
  readonly weights: Int8Array | Float32Array;
  readonly shift: number;
}

/** Chosen by us: names of people, hosts and projects have three words at most, or nearly always. */
const rank = 4;

/** Features of a part, about sixty words; each begins in the middle of the one before. */
const partMin = 1000;

/** Words that are looked at; featuresOf has fewer. */
const wordsMax = 4096;
const sums = new Float64Array(wordsMax);

/** `always`: what every word may say. In the unit of the weights, for the length of the text. */
export function bounded(
  features: Features,
  weights: Weights,
  always: number,
): { readonly sum: number; readonly known: number } {
  const { ends } = features;
  const known = addUp(features, weights);
  const count = Math.min(ends.length, wordsMax);
  let sum = sumOver(ends, 0, count, always);
  for (let from = 0; startOf(ends, count) - startOf(ends, from) > 1.5 * partMin; ) {
    const to = wordAfter(ends, from, partMin);
    sum = Math.max(sum, sumOver(ends, from, to, always));
    if (to >= count) break;
    from = wordAfter(ends, from, partMin / 2);
  }
  return { sum, known };
}

/** What each word says; answers how many features are known. */
function addUp({ hashes, ends }: Features, { weights, shift }: Weights): number {
  let known = 0;
  let at = 0;
  const count = Math.min(ends.length, wordsMax);
  for (let word = 0; word < count; word++) {
    let said = 0;
    for (const end = ends[word] as number; at < end; at++) {
      const weight = weights[(hashes[at] as number) >>> shift] as number;
      if (weight !== 0) known++;
      said += weight;
    }
    sums[word] = said;
  }
  return known;
}

/** Features before a word. */
function startOf(ends: Uint32Array, word: number): number {
  return word === 0 ? 0 : (ends[word - 1] as number);
}

/** The first word that begins so many features after another, or the end. */
function wordAfter(ends: Uint32Array, word: number, features: number): number {
  const start = startOf(ends, word);
  let next = word + 1;
  while (next < ends.length && startOf(ends, next) - start < features) next++;
  return next;
}

/** Of a part of the text, as if it were all. */
function sumOver(ends: Uint32Array, from: number, to: number, always: number): number {
  const features = startOf(ends, to) - startOf(ends, from);
  if (features === 0) return 0;
  const strongest = new Array<number>(rank).fill(0);
  for (let word = from; word < to; word++) insert(strongest, sums[word] as number);
  const scale = 1 / Math.sqrt(features);
  const most = Math.max(always / scale, strongest[rank - 1] as number);
  let sum = 0;
  for (let word = from; word < to; word++) sum += Math.min(most, sums[word] as number);
  return sum * scale;
}

/** Into the few strongest, the first the strongest. */
function insert(strongest: number[], said: number): void {
  let rest = said;
  for (let place = 0; place < rank && rest > 0; place++) {
    const here = strongest[place] as number;
    if (rest <= here) continue;
    strongest[place] = rest;
    rest = here;
  }
}
