// A sum over words in which none of them stands out.
//
//   words say    0.1  2.0  0.3  -0.2  0.4  0.2     the fourth strongest says 0.2
//   counted as   0.1  0.2  0.2  -0.2  0.2  0.2     so none says more
//
// A trimmed sum, as robust statistics have it (Tukey, "The future of data analysis", Annals of
// Mathematical Statistics 1962: winsorizing). Only what speaks for spam is bounded so.

import type { Features } from "./features.ts";

/** Chosen by us: names of people, hosts and projects have three words at most, or nearly always. */
const rank = 4;

/** Words that are looked at; featuresOf has fewer. */
const wordsMax = 4096;
const sums = new Float64Array(wordsMax);

/** A weight for each cell; a 32-bit hash shifted right by `shift` is its cell. */
export interface Weights {
  readonly weights: Int8Array | Float32Array;
  readonly shift: number;
}

/** `always`: what every word may say. In the unit of the weights, for the length of the text. */
export function bounded(
  { hashes, ends }: Features,
  { weights, shift }: Weights,
  always: number,
): { readonly sum: number; readonly known: number } {
  const scale = hashes.length === 0 ? 0 : 1 / Math.sqrt(hashes.length);
  const strongest = new Array<number>(rank).fill(0);
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
    sums[word] = said * scale;
    if (said > 0) insert(strongest, said * scale);
  }
  const most = Math.max(always, strongest[rank - 1] as number);
  let sum = 0;
  for (let word = 0; word < count; word++) sum += Math.min(most, sums[word] as number);
  return { sum, known };
}

/** Into the few strongest, the first the strongest. */
function insert(strongest: number[], said: number): void {
  let rest = said;
  for (let place = 0; place < rank; place++) {
    const here = strongest[place] as number;
    if (rest <= here) continue;
    strongest[place] = rest;
    rest = here;
  }
}
