import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seeded } from "../../base/prng.ts";
import { hamScore, holdAt, silence } from "./first-contacts.fixture.ts";
import { hamIn } from "./ham.ts";
import { type Ham, holdAtMoveMax, leastShare, lowestWithin, shareHeld, stepBelow } from "./risk.ts";

const budget = 1 / 1000;

function hamOf(...scores: readonly number[]): Ham[] {
  return scores.map((score) => ({ score, weight: 1 }));
}

test("few contacts allow no promise, whatever they scored", () => {
  const few = Array.from({ length: 123 }, () => ({ score: -20, weight: 1 }));
  assert.equal(leastShare(few), 1 / 124);
  assert.equal(lowestWithin(budget, few, holdAt), undefined);
  assert.equal(leastShare([]), 1);
});

test("the lowest threshold that keeps to the budget is taken, at most three decibans away", () => {
  const harmless = Array.from({ length: 2000 }, () => ({ score: -5, weight: 1 }));
  assert.equal(lowestWithin(budget, harmless, holdAt)?.holdAt, 9);
  const some = [...harmless, ...hamOf(9.5, 9.7, 10.24, 10.31)];
  // One of 2,005 held may stand, and the one to come: 2 / 2005.
  assert.equal(lowestWithin(budget, some, holdAt)?.holdAt, 10.3);
  const many = [...harmless, ...hamOf(...Array.from({ length: 40 }, () => 30))];
  assert.equal(lowestWithin(budget, many, holdAt), undefined);
});

test("one that stands for many counts as many", () => {
  const one = [...hamOf(...Array.from({ length: 999 }, () => -5)), { score: 13, weight: 50 }];
  assert.equal(shareHeld(13, one), 51 / 1050);
  assert.equal(shareHeld(13.1, one), 1 / 1050);
});

test("a higher threshold never holds more, and what is chosen keeps to the budget", () => {
  const ham = fc.array(
    fc.record({
      score: fc.integer({ min: -300, max: 300 }),
      weight: fc.integer({ min: 1, max: 50 }),
    }),
    { maxLength: 60 },
  );
  const deciban = fc.integer({ min: -200, max: 200 });
  fc.assert(
    fc.property(ham, deciban, deciban, fc.integer({ min: 1, max: 99 }), (all, a, b, percent) => {
      const share = percent / 100;
      const tenths = all.map(({ score, weight }) => ({ score: score / 10, weight }));
      const [low, high] = [Math.min(a, b) / 10, Math.max(a, b) / 10];
      assert.ok(shareHeld(high, tenths) <= shareHeld(low, tenths));
      const chosen = lowestWithin(share, tenths, low);
      if (chosen === undefined) {
        // In whole tenths: -2.8 and 3 make a little more than 0.2.
        const highest = (Math.min(a, b) + 10 * holdAtMoveMax) / 10;
        assert.ok(shareHeld(highest, tenths) > share);
        return;
      }
      assert.ok(Math.abs(chosen.holdAt - low) <= holdAtMoveMax + 1e-9);
      assert.ok(chosen.share <= share && shareHeld(chosen.holdAt, tenths) === chosen.share);
    }),
  );
});

test("a step is a tenth of a deciban, and never above", () => {
  assert.deepEqual([9.99, 10, -0.01].map(stepBelow), [9.9, 10, -0.1]);
});

/** Of fresh ham, how much a threshold holds that was set on 4,000 contacts of another day. */
function heldOnFreshHam(hiddenSpam: number, seeds: number): { promised: number; held: number } {
  let [promised, held] = [0, 0];
  const fresh = 20_000;
  for (let seed = 0; seed < seeds; seed++) {
    const random = seeded(`promise ${hiddenSpam} ${seed}`);
    const ham = hamIn(silence(4000, random, hiddenSpam), holdAt, holdAt);
    const chosen = lowestWithin(budget, ham, holdAt);
    assert.ok(chosen !== undefined);
    promised += chosen.share / seeds;
    const scores = Array.from({ length: fresh }, () => hamScore(random));
    held += scores.filter((score) => score >= chosen.holdAt).length / fresh / seeds;
  }
  return { promised, held };
}

test("what was promised is kept on mail of another day", () => {
  const { promised, held } = heldOnFreshHam(0, 8);
  assert.ok(promised <= budget && held <= budget, `${promised} ${held}`);
});

test("half a percent of spam that nobody reported does not switch the threshold off", () => {
  const { held } = heldOnFreshHam(0.005, 8);
  assert.ok(held <= budget, `${held}`);
  const random = seeded("silence taken at its word");
  const mixed = silence(4000, random, 0.005);
  assert.equal(
    lowestWithin(
      budget,
      mixed.map(({ score }) => ({ score, weight: 1 })),
      holdAt,
    ),
    undefined,
  );
  const chosen = lowestWithin(budget, hamIn(mixed, holdAt, holdAt), holdAt);
  assert.ok(chosen !== undefined && chosen.holdAt <= holdAt, `${chosen?.holdAt}`);
});
