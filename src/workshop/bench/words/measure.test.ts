import assert from "node:assert/strict";
import { test } from "node:test";
import { tellingOf } from "./measure.ts";

const half = Array.from({ length: 200 }, (_, at) => at < 100);

test("who ranks every spam first tells them apart", () => {
  const scores = half.map((isSpam, at) => (isSpam ? 1000 : 0) - at);
  assert.deepEqual(tellingOf(scores, half), { loss: 0, recallAt1: 100, recallAt01: 100 });
});

test("one score for all tells nothing", () => {
  const scores = half.map(() => 1);
  assert.deepEqual(tellingOf(scores, half), { loss: 50, recallAt1: 0, recallAt01: 0 });
});

test("one ham in a hundred above all spam costs what it outranks", () => {
  const scores = half.map((isSpam, at) => (at === 100 ? 9 : isSpam ? 5 : 1));
  const { loss, ...recalls } = tellingOf(scores, half);
  assert.ok(Math.abs(loss - 1) < 1e-9);
  assert.deepEqual(recalls, { recallAt1: 100, recallAt01: 0 });
});
