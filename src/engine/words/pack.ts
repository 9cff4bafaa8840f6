// What was learned here as bytes, for a disk. Only cells that were touched; the same lessons in
// the same order give the same bytes.
//
//   "BWW2" · lessons, base, its squares (8 each)
//   for each cell: gap to it (1+) · weight (2) · √squares (2) · lessons (2) · authors (2)

import { err, ok, type Result } from "../../base/result.ts";
import { counts } from "./authors.ts";
import { cells } from "./cells.ts";
import { newWords, type Words } from "./model.ts";
import type { Prior } from "./prior.ts";

export interface NoWords {
  readonly kind: "no-words";
  readonly because: string;
}

const magic = 0x42575732;
const headBytes = 4 + 3 * 8;

/** Three bytes hold any gap. */
const numbersBytes = 8;
const cellBytesMax = 3 + numbersBytes;

/** At most 2.9 MB. */
export function packWords(words: Words): Uint8Array {
  const bytes = new Uint8Array(headBytes + touched(words) * cellBytesMax);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic);
  view.setFloat64(4, words.all.lessons);
  view.setFloat64(12, words.all.base);
  view.setFloat64(20, words.all.squares);
  let at = headBytes;
  let before = -1;
  for (let cell = 0; cell < cells; cell++) {
    if (words.authors[cell] === 0) continue;
    for (let gap = cell - before; ; gap >>>= 7) {
      bytes[at++] = gap < 128 ? gap : (gap & 127) | 128;
      if (gap < 128) break;
    }
    view.setInt16(at, stepsOf(words.weights[cell] as number, weightStep));
    view.setUint16(at + 2, stepsOf(Math.sqrt(words.squares[cell] as number), rootStep));
    view.setUint16(at + 4, stepsOf(words.met[cell] as number, metStep));
    view.setUint16(at + 6, words.authors[cell] as number);
    at += numbersBytes;
    before = cell;
  }
  return bytes.slice(0, at);
}

/** What was packed with another layout, or cut short, is refused as a whole. */
export function unpackWords(bytes: Uint8Array, prior?: Prior): Result<Words, NoWords> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headBytes || view.getUint32(0) !== magic)
    return refused("this is not what breakwater learned of words");
  const words = newWords(prior);
  words.all.lessons = view.getFloat64(4);
  words.all.base = view.getFloat64(12);
  words.all.squares = view.getFloat64(20);
  let cell = -1;
  for (let at = headBytes; at < bytes.length; at += numbersBytes) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      gap |= (byte & 127) << shift;
      if (byte < 128) break;
      if (shift > 14) return refused("a gap is too wide");
    }
    cell += gap;
    if (gap === 0 || cell >= cells || at + numbersBytes > bytes.length)
      return refused("it is cut short");
    restore(words, cell, view, at);
  }
  return ok(words);
}

function refused(because: string): Result<Words, NoWords> {
  return err({ kind: "no-words", because });
}

function restore(words: Words, cell: number, view: DataView, at: number): void {
  const weight = view.getInt16(at) * weightStep;
  const root = view.getUint16(at + 2) * rootStep;
  const authors = view.getUint16(at + 6);
  words.met[cell] = view.getUint16(at + 4) * metStep;
  words.weights[cell] = weight;
  words.squares[cell] = root * root;
  words.authors[cell] = authors;
  words.counted[cell] = counts(authors, weight > 0) ? weight : 0;
}

function touched({ authors }: Words): number {
  let count = 0;
  for (const one of authors) if (one !== 0) count++;
  return count;
}

/** Nats; 16 bits reach to 32. */
const weightStep = 1 / 1024;
/** 16 bits reach to 16. */
const rootStep = 1 / 4096;
/** 16 bits reach to 4,095 lessons: of what is more common than that rarity says nothing new. */
const metStep = 1 / 16;

function stepsOf(value: number, size: number): number {
  const most = size === weightStep ? 32_767 : 65_535;
  return Math.max(-most, Math.min(most, Math.round(value / size)));
}
