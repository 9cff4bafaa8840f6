// How common four letters are in ordinary posts of their language, before this server has seen
// any: "the " says nothing of who wrote it, "xkcd" a lot.

import { commonShingles } from "./common-shingles.ts";

/** Shingles share cells by hash: a collision makes a rare one look common, never the reverse. */
export const cells = 2 ** 17;

export function cellOf(shingle: number): number {
  return Math.imul(shingle, 0x9e3779b1) >>> 15;
}

/** Level n stands for a share of 2^(n/2) in 512 texts; 0 for less than one. */
export function levelOf(share: number): number {
  if (share * 512 < 1) return 0;
  return 1 + Math.floor(2 * Math.log2(share * 512));
}

function shareOf(level: number): number {
  return level === 0 ? rare : 2 ** ((level - 0.5) / 2) / 512;
}

/** Chosen by us for what the texts we learned from had less than once in 512. */
const rare = 1 / 2048;

/** The gap to the next cell that is not 0, in sevens of bits, then its level. */
export function packLevels(levels: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  let before = -1;
  for (const [cell, level] of levels.entries()) {
    if (level === 0) continue;
    let gap = cell - before;
    for (; gap >= 128; gap >>>= 7) bytes.push((gap & 127) | 128);
    bytes.push(gap, level);
    before = cell;
  }
  return Uint8Array.from(bytes);
}

function unpackLevels(bytes: Uint8Array): Uint8Array {
  const levels = new Uint8Array(cells);
  let cell = -1;
  for (let at = 0; at < bytes.length; at++) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      gap |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    cell += gap;
    levels[cell] = bytes[at] ?? 0;
  }
  return levels;
}

/** Of each level there may be: it is asked for a hundred times a post. */
const shares = Float64Array.from({ length: 256 }, (_, level) => shareOf(level));

const levels = unpackLevels(Uint8Array.from(atob(commonShingles), (one) => one.charCodeAt(0)));

/** The share of ordinary posts of its language that have this shingle; never 0. */
export function usualShare(shingle: number): number {
  return shares[levels[cellOf(shingle)] as number] as number;
}
