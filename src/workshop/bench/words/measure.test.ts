import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
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

test("the loss is the share of pairs in which the ham is above, ties counted half", () => {
  const some = fc.array(fc.record({ score: fc.integer({ min: 0, max: 6 }), isSpam: fc.boolean() }));
  fc.assert(
    fc.property(some, (posts) => {
      const [spam, ham] = [true, false].map((kind) =>
        posts.filter(({ isSpam }) => isSpam === kind).map(({ score }) => score),
      ) as [number[], number[]];
      fc.pre(spam.length > 0 && ham.length > 0);
      const lost = spam.flatMap((one) => ham.map((other) => (Math.sign(other - one) + 1) / 2));
      const share = lost.reduce((sum, each) => sum + each, 0) / lost.length;
      const scores = posts.map(({ score }) => score);
      const { loss } = tellingOf(
        scores,
        posts.map(({ isSpam }) => isSpam),
      );
      assert.ok(Math.abs(loss - 100 * share) < 1e-9, `${loss} is not ${100 * share}`);
    }),
  );
});

test("a block of equal scores is found whole, or not at all", () => {
  // Two spam and one of a hundred ham share the second score: 1 % lets them in, 0.1 % does not.
  const scores = [9, 5, 5, 5, ...Array.from({ length: 99 }, () => 1)];
  const isSpam = scores.map((_, at) => at < 3);
  const { recallAt1, recallAt01 } = tellingOf(scores, isSpam);
  assert.equal(recallAt1, 100);
  assert.ok(Math.abs(recallAt01 - 100 / 3) < 1e-9);
});
