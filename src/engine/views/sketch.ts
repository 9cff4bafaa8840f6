// A text as a small set of numbers, so that texts with words exchanged, sentences shuffled or a
// tail added are still seen to be alike.
//
//   "free coins for all"  ▶  free ree␣ ee␣c e␣co …  shingles: four letters, spaces too
//                         ▶  the 64 smallest of their hashes
//
// Bottom-k sampling (Broder, "On the resemblance and containment of documents", SEQUENCES 1997):
// the k smallest of the union of two sketches are a fair sample of both texts' shingles, and the
// share of it that is in both estimates their Jaccard resemblance, with an error of about
// √(J(1-J)/k): 0.06 for k = 64 at most.

import type { Sketch } from "../../model/likeness.ts";
import { skeletonOf, space } from "./skeleton.ts";

/** Chosen by us: 256 bytes a post. */
export const sketchSize = 64;

/** Letters that are looked at; the rest of an article adds nothing to 64 samples. */
const lettersMax = 8192;

/** `comparable`: a text after normalize.ts. A text without letters has an empty sketch. */
export function sketchOf(comparable: string): Sketch {
  return shinglesOf(comparable, sketchSize);
}

/** All shingles of a text, ascending and distinct, or the smallest of them. */
export function shinglesOf(comparable: string, most = lettersMax): Uint32Array {
  const letters = lettersIn(comparable);
  const hashes = new Uint32Array(letters.length);
  let count = 0;
  for (let at = 0; at < letters.length; at++) {
    const hash = shingleAt(letters, at);
    if (hash !== undefined) hashes[count++] = hash;
  }
  return smallest(hashes.subarray(0, count), most);
}

function smallest(hashes: Uint32Array, most: number): Uint32Array {
  hashes.sort();
  let kept = 0;
  for (let at = 0; at < hashes.length && kept < most; at++) {
    const hash = hashes[at] as number;
    if (kept === 0 || hashes[kept - 1] !== hash) hashes[kept++] = hash;
  }
  return hashes.slice(0, kept);
}

/** From so many signs on they are a picture made of them; fewer are a smiley. Chosen by us. */
const signsMin = 24;

/** Of a text without any letter its signs, as drawings are made of. */
function lettersIn(text: string): Uint16Array {
  const letters = unitsIn(text, skeletonOf);
  return letters.length > 2 || text.length < signsMin ? letters : unitsIn(text, signOf);
}

/** With one space between words and around all of them. */
function unitsIn(text: string, unitOf: (unit: number) => number): Uint16Array {
  const end = Math.min(text.length, lettersMax);
  const units = new Uint16Array(end + 2);
  let count = 0;
  units[count++] = space;
  for (let at = 0; at < end; at++) {
    const unit = unitOf(text.charCodeAt(at));
    if (unit !== space || units[count - 1] !== space) units[count++] = unit;
  }
  if (units[count - 1] !== space) units[count++] = space;
  return units.subarray(0, count);
}

/** Numbers vary. */
function signOf(unit: number): number {
  return unit === 0x30 ? space : unit;
}

/** Scripts without spaces, and both halves of what lies beyond the basic plane. */
function isDense(unit: number): boolean {
  return unit >= 0x3041 && unit < 0xe000;
}

/** Two letters of a dense script say about as much as four of another. */
function shingleAt(letters: Uint16Array, at: number): number | undefined {
  const first = letters[at] as number;
  const second = letters[at + 1];
  if (second === undefined) return undefined;
  if (isDense(first)) return second === space ? undefined : mixed(first, second, 0, 0);
  const third = letters[at + 2];
  const fourth = letters[at + 3];
  if (third === undefined || fourth === undefined) return undefined;
  return mixed(first, second, third, fourth);
}

/** murmur3's mixing and finish over four units: bottom-k needs hashes without order. */
function mixed(first: number, second: number, third: number, fourth: number): number {
  let hash = Math.imul(first | (second << 16), 0xcc9e2d51);
  hash = Math.imul((hash << 15) | (hash >>> 17), 0x1b873593);
  let lane = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  hash = Math.imul(third | (fourth << 16), 0xcc9e2d51);
  lane ^= Math.imul((hash << 15) | (hash >>> 17), 0x1b873593);
  lane = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  lane = Math.imul(lane ^ (lane >>> 13), 0xc2b2ae35);
  return (lane ^ (lane >>> 16)) >>> 0;
}

export interface Weighed {
  /** What the shared ones weigh. */
  readonly shared: number;
  /** How many are in one only. */
  readonly apart: number;
  /** How many shingles of the union each sample stands for, 1 where all of them are seen. */
  readonly each: number;
}

/**
 * What two sketches share, by the `sketchSize` smallest of their union. `weights`: of each shingle
 * of the one, NaN where `weightOf` was not asked yet. The k-th smallest of n hashes lies at about
 * k/n of their range, which tells how many shingles a sample stands for.
 *
 * The inner loop of all linking, hence with as little as possible in it.
 */
export function weigh(
  one: Sketch,
  other: Sketch,
  weights: Float64Array,
  weightOf: (shingle: number) => number,
): Weighed {
  const [ones, others] = [one.length, other.length];
  let i = 0;
  let j = 0;
  let both = 0;
  let shared = 0;
  while (i < ones && j < others && i + j - both < sketchSize) {
    const a = one[i] as number;
    const b = other[j] as number;
    if (a === b) {
      if (Number.isNaN(weights[i])) weights[i] = weightOf(a);
      shared += weights[i] as number;
      both++;
    }
    if (a <= b) i++;
    if (b <= a) j++;
  }
  // One of the two has ended: what is left of the other is in it alone.
  const rest = sketchSize - (i + j - both);
  if (j === others) i = Math.min(ones, i + rest);
  else if (i === ones) j = Math.min(others, j + rest);
  const seen = i + j - both;
  const last = Math.max(i > 0 ? (one[i - 1] as number) : 0, j > 0 ? (other[j - 1] as number) : 0);
  const whole = i === ones && j === others && seen < sketchSize;
  const each = whole ? 1 : Math.max(1, 2 ** 32 / Math.max(1, last));
  return { shared, apart: seen - both, each };
}

/** Of all shingles of two texts the share that is in both, as their sketches estimate it. */
export function resemblance(one: Sketch, other: Sketch): number {
  const ones = new Float64Array(sketchSize).fill(1);
  const { shared, apart } = weigh(one, other, ones, () => 1);
  return shared + apart === 0 ? 0 : shared / (shared + apart);
}
