import assert from "node:assert/strict";
import { test } from "node:test";
import { bounded } from "./bounded.ts";
import type { Features } from "./features.ts";

/** One feature a word, each with a weight of its own. */
function sumOf(weights: readonly number[], always: number): number {
  const features: Features = {
    hashes: Uint32Array.from(weights.keys()),
    ends: Uint32Array.from(weights, (_, at) => at + 1),
  };
  const scale = 1 / Math.sqrt(weights.length);
  const cells = { weights: Float32Array.from(weights), shift: 0 };
  return bounded(features, cells, always * scale).sum / scale;
}

const table: readonly (readonly [string, readonly number[], number])[] = [
  ["no word says more than the fourth strongest", [1, 20, 3, -2, 4, 2, 3], 1 + 4 * 3 - 2 + 2],
  ["one strong word alone says what every word may", [20, -1, -1], 0.1 - 2],
  ["three strong words do so too", [20, 20, 20, -1], 0.3 - 1],
  ["four speak for themselves", [2, 2, 2, 2], 8],
  ["what speaks for ham is not bounded here", [-9, -1], -10],
  ["nothing says nothing", [], 0],
];

for (const [name, weights, sum] of table) {
  test(name, () => assert.ok(Math.abs((sumOf(weights, 0.1) || 0) - sum) < 1e-9));
}

test("a long text is as bad as its worst part", () => {
  const part = (weight: number) => new Array<number>(1000).fill(weight);
  assert.ok(sumOf([...part(-1), ...part(1), ...part(-1)], 0.1) > 500);
  assert.ok(sumOf([...part(-1), ...part(-1), ...part(-1)], 0.1) < -500);
});
