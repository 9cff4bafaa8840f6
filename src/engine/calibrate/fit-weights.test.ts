import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seeded } from "../../base/prng.ts";
import type { PolicyDigest } from "../../model/verdict.ts";
import { observation } from "../observation.fixture.ts";
import { makePolicy, shippedSettings } from "../policy.ts";
import { score } from "../score.ts";
import { defineSignal, found, type Group } from "../signals/signal.ts";
import { note } from "../signals/stories.ts";
import { type Example, type Frame, fitWeights, makeScorer, type Prospect } from "./fit-weights.ts";

function prospect(symbol: string, before: number, more: Partial<Prospect> = {}): Prospect {
  const range = before < 0 ? { least: -12, most: 0 } : { least: 0, most: 24 };
  return { symbol, group: symbol, before, doubt: 4, ...range, ...more };
}

function frame(...signals: readonly Prospect[]): Frame {
  return { prior: -13, signals, groupMax: {} };
}

const anchor = prospect("ANCHOR", 10, { doubt: 0 });

/** Cases in which the anchor says what its weight says, and each signal what `truly` says. */
function cases(truly: readonly number[], count: number): Example[] {
  const random = seeded("cases");
  return Array.from({ length: count }, () => {
    const spoke = [10, ...truly].flatMap((_, signal) =>
      random() < 0.4 ? [{ signal, strength: 1 }] : [],
    );
    const scores = spoke.map(({ signal }) => [10, ...truly][signal] ?? 0);
    const logOdds = scores.reduce((sum, one) => sum + one, -8);
    return { spoke, isSpam: random() < 1 / (1 + 10 ** (-logOdds / 10)), weight: 1 };
  });
}

test("with enough cases it is found what each signal is worth", () => {
  const [eager, shy] = [prospect("EAGER", 12), prospect("SHY", 3)];
  const { decibans, belief } = fitWeights(cases([3, 9], 6_000), frame(anchor, eager, shy));
  const worth = [...decibans].map((one) => one * belief.slope);
  [10, 3, 9].forEach((one, place) => {
    assert.ok(Math.abs((worth[place] ?? 0) - one) < 1, worth.join());
  });
});

test("a few cases move little, none move nothing", () => {
  const [eager, shy] = [prospect("EAGER", 12), prospect("SHY", 3)];
  const few = fitWeights(cases([3, 9], 12), frame(anchor, eager, shy)).decibans;
  assert.ok(Math.abs((few[1] ?? 0) - 12) < 3 && Math.abs((few[2] ?? 0) - 3) < 3, few.join());
  assert.deepEqual([...fitWeights([], frame(anchor, eager, shy)).decibans], [10, 12, 3]);
});

test("what is not doubted stays", () => {
  const sure = prospect("SURE", 12, { doubt: 0 });
  const { decibans } = fitWeights(cases([3], 2_000), frame(anchor, sure));
  assert.deepEqual([...decibans], [10, 12]);
});

test("a signal that speaks of ham alone falls silent, and never changes sides", () => {
  const wrong = prospect("WRONG", 2, { doubt: 20 });
  const kind = prospect("KIND", -2, { doubt: 20 });
  const { decibans } = fitWeights(cases([-9, 9], 2_000), frame(anchor, wrong, kind));
  assert.deepEqual([...decibans], [10, 0, 0]);
});

test("the same cases give the same weights, in whatever order they come", () => {
  const some = cases([3, 9], 300);
  const own = frame(anchor, prospect("A", 6), prospect("B", 6));
  const once = fitWeights(some, own).decibans;
  const again = fitWeights(some.toReversed(), own).decibans;
  once.forEach((one, index) => {
    assert.ok(Math.abs(one - (again[index] ?? 0)) < 1e-6);
  });
  assert.deepEqual([...fitWeights(some, own).decibans], [...once]);
});

const groups: readonly Group[] = ["reach", "trust", "content"];
const spoken = fc.record({
  group: fc.constantFrom(...groups),
  decibans: fc.integer({ min: -20, max: 24 }),
  strength: fc.double({ min: 0.01, max: 1, noNaN: true }),
});

test("its score is the one that judges, caps and all", () => {
  fc.assert(
    fc.property(fc.array(spoken, { maxLength: 6 }), (rows) => {
      const enabled = rows.map(({ group, decibans, strength }, index) => {
        const told = { weightBecause: "", summary: "", misfiresOn: "", needs: [], settings: {} };
        const judge = () => found(strength, "made up");
        return defineSignal({ symbol: `S${index}`, group, decibans, ...told, judge });
      });
      const settings = rows.map(({ decibans }, index) => {
        return [`S${index}`, { decibans, enabled: true, values: {} }] as const;
      });
      const policy = makePolicy(shippedSettings, "seed", "0" as PolicyDigest);
      const own = { ...policy, enabled, signals: Object.fromEntries(settings) };
      const { prior, groupMax } = policy;
      const signals = rows.map(({ group, decibans }, index) =>
        prospect(`S${index}`, decibans, { group }),
      );
      const scorer = makeScorer({ prior, groupMax, signals });
      const spoke = rows.map(({ strength }, signal) => ({ signal, strength }));
      const weights = rows.map(({ decibans }) => decibans);
      const judged = score(observation(note(), {}), own).score;
      assert.ok(Math.abs(scorer.score(weights, spoke) - judged) < 0.05);
    }),
  );
});
