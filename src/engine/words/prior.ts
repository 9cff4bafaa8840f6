// What is shipped: weights learned beforehand, one byte each, and their form as a file.
//
//   "BWP1" · shift (1) · unit, base, slope (8 each)
//   for each cell that says something: gap to it (1+) · weight (1)

import { assert } from "../../base/assert.ts";

export interface Prior {
  readonly weights: Int8Array;
  /** A 32-bit hash shifted right by so much is its cell. */
  readonly shift: number;
  /** Nats that a step of a weight stands for. */
  readonly unit: number;
  /** Nats at which a text is as likely spam as ham, and how far nats can be believed. */
  readonly base: number;
  readonly slope: number;
}

/** Says nothing about any text. */
export const noPrior: Prior = {
  weights: new Int8Array(2),
  shift: 31,
  unit: 1,
  base: 0,
  slope: 1,
};

const magic = 0x42575031;
const headBytes = 4 + 1 + 3 * 8;

export function packPrior({ weights, shift, unit, base, slope }: Prior): Uint8Array {
  const head = new DataView(new ArrayBuffer(headBytes));
  head.setUint32(0, magic);
  head.setUint8(4, shift);
  for (const [at, number] of [unit, base, slope].entries()) head.setFloat64(5 + 8 * at, number);
  const bytes: number[] = [...new Uint8Array(head.buffer)];
  let before = -1;
  for (const [cell, weight] of weights.entries()) {
    if (weight === 0) continue;
    let gap = cell - before;
    for (; gap >= 128; gap >>>= 7) bytes.push((gap & 127) | 128);
    bytes.push(gap, weight & 255);
    before = cell;
  }
  return Uint8Array.from(bytes);
}

/** Of a file of ours: what is wrong in it is our mistake. */
export function unpackPrior(bytes: Uint8Array): Prior {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  assert(view.getUint32(0) === magic, "a prior begins with its name");
  const shift = view.getUint8(4);
  const weights = new Int8Array(2 ** (32 - shift));
  let cell = -1;
  for (let at = headBytes; at < bytes.length; at++) {
    let gap = 0;
    for (let step = 0; ; step += 7) {
      const byte = bytes[at++] as number;
      gap |= (byte & 127) << step;
      if (byte < 128) break;
    }
    cell += gap;
    weights[cell] = view.getInt8(at);
  }
  const [unit, base, slope] = [5, 13, 21].map((at) => view.getFloat64(at)) as [
    number,
    number,
    number,
  ];
  return { weights, shift, unit, base, slope };
}
