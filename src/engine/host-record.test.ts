import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { expectedOf, inherited, nothingMet, surelyWorse, usualShare } from "./host-record.ts";

const nobody = { met: 0, bad: 0 };

function decibans(met: number, bad: number, tended = 0, all = nobody): number {
  return expectedOf({ met, bad, tended }, all).decibans;
}

test("a host of which nothing is known is as all hosts are", () => {
  assert.deepEqual(expectedOf({ met: 0, bad: 0, tended: 0 }, nobody), nothingMet);
  const { decibans: barely, error } = expectedOf({ met: 1e-9, bad: 0, tended: 0 }, nobody);
  assert.deepEqual([barely, error], [nothingMet.decibans, nothingMet.error]);
});

test("one actor says little, hundreds say much", () => {
  assert.ok(decibans(1, 0) > -1);
  assert.ok(decibans(300, 0) < -10);
  const alone = expectedOf({ met: 1, bad: 1, tended: 0 }, nobody);
  const many = expectedOf({ met: 300, bad: 300, tended: 0 }, nobody);
  assert.ok(surelyWorse({ expected: alone }) < 4);
  assert.ok(surelyWorse({ expected: many }) > 20);
});

test("an innocent host with one spammer among two hundred is better than usual", () => {
  assert.ok(decibans(200, 1) < -5);
});

test("a host that closes its spammers is blamed for half of them, and never for fewer", () => {
  assert.ok(decibans(20, 6, 6) < decibans(20, 6));
  assert.equal(decibans(20, 6, 60), decibans(20, 6, 6));
  assert.ok(decibans(20, 6, 6) > decibans(20, 0));
});

test("in a wave most hosts are worse, within a factor of two of what is usual", () => {
  assert.equal(usualShare(nobody), 0.05);
  assert.equal(usualShare({ met: 1e6, bad: 0 }), 0.025);
  assert.equal(usualShare({ met: 1e6, bad: 9e5 }), 0.1);
  const quiet = { met: 1e6, bad: 0 };
  const wave = { met: 1e6, bad: 9e5 };
  assert.ok(decibans(12, 10, 0, wave) > 10);
  assert.ok(decibans(12, 10, 0, quiet) - decibans(12, 10, 0, wave) < 7);
});

test("half of it is inherited by who has three good days of its own", () => {
  assert.equal(inherited({ goodDays: 0 }), 1);
  assert.equal(inherited({ goodDays: 3 }), 0.5);
  assert.ok(inherited({ goodDays: 40 }) < 0.1);
});

const count = fc.integer({ min: 0, max: 2000 });

test("more condemned never looks better, more met never looks worse", () => {
  fc.assert(
    fc.property(count, count, count, count, fc.integer({ min: 1, max: 50 }), (...drawn) => {
      const [met, some, tended, everywhere, more] = drawn;
      const bad = Math.min(some, met);
      const all = { met: everywhere, bad: Math.floor(everywhere / 20) };
      const before = decibans(met, bad, tended, all);
      assert.ok(decibans(met + more, bad + more, tended, all) >= before);
      assert.ok(decibans(met + more, bad, tended, all) <= before + 0.011);
      assert.ok(decibans(met, bad, tended + more, all) <= before);
      assert.ok(Number.isFinite(expectedOf({ met, bad, tended }, all).error));
    }),
  );
});
