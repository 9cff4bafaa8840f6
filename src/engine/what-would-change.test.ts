import assert from "node:assert/strict";
import { test } from "node:test";
import { hingesOf } from "./what-would-change.ts";

const thresholds = { settleAt: 0, holdAt: 12 };

function judged(...decibans: readonly number[]) {
  const evidence = decibans.map((one, index) => ({ symbol: "ABCD"[index] ?? "", decibans: one }));
  return { score: decibans.reduce((sum, one) => sum + one, -5), evidence };
}

test("evidence that alone keeps a score over a threshold, or under it, is named", () => {
  const held = hingesOf(judged(10, 9, 1), thresholds);
  assert.deepEqual([held.band, held.toHold, held.toSettle], ["hold", undefined, undefined]);
  assert.deepEqual(held.alone, [
    { symbol: "A", score: 5, band: "settle" },
    { symbol: "B", score: 6, band: "settle" },
  ]);
  assert.deepEqual(held.together, ["A", "B"]);
  const trusted = hingesOf(judged(12, 9, -10), thresholds);
  assert.deepEqual([trusted.band, trusted.toHold], ["settle", 6]);
  assert.deepEqual(
    trusted.alone.map(({ symbol, band }) => `${symbol} ${band}`),
    [...["A accept", "C hold", "B accept"]],
  );
});

test("what many carry hangs on none of them, and what is far below on nothing", () => {
  assert.deepEqual(hingesOf(judged(9, 9, 9, 9), thresholds).alone, []);
  const calm = hingesOf(judged(1), thresholds);
  assert.deepEqual([calm.band, calm.toSettle, calm.toHold], ["accept", 4, 16]);
  assert.deepEqual([calm.alone, calm.together], [[], []]);
});
