import assert from "node:assert/strict";
import { test } from "node:test";
import { type PolicySettings, shippedSettings } from "../policy.ts";
import { proposedSettings, whyUnlawful } from "./proposed.ts";

const signal = { enabled: true, values: {} };
const settings: PolicySettings = {
  ...shippedSettings,
  prior: -13,
  holdAt: 12,
  signals: {
    AGAINST: { ...signal, decibans: 4 },
    FOR: { ...signal, decibans: -2 },
    STRONG: { ...signal, decibans: 23 },
  },
};

test("a proposal changes what it names and nothing else", () => {
  const changed = proposedSettings(settings, {
    weights: { AGAINST: 5, GONE: 9 },
    holdAt: undefined,
  });
  assert.equal(changed.holdAt, 12);
  assert.deepEqual(changed.signals, {
    ...settings.signals,
    AGAINST: { ...signal, decibans: 5 },
  });
});

test("who settles is the same wherever the threshold goes", () => {
  const lower = proposedSettings(settings, { weights: {}, holdAt: 10.5 });
  assert.deepEqual([lower.holdAt, lower.settleBand], [10.5, settings.settleBand - 1.5]);
  const again = proposedSettings(lower, { weights: {}, holdAt: 13 });
  assert.deepEqual([again.holdAt, again.settleBand], [13, settings.settleBand + 1]);
});

test("whatever made a proposal, it stays near and turns nothing round", () => {
  const why = (weights: Record<string, number>, holdAt?: number) =>
    whyUnlawful(settings, { weights, holdAt });
  assert.equal(why({ AGAINST: 7, FOR: -5 }, 15), undefined);
  assert.equal(why({ AGAINST: 1, FOR: 0 }, 9), undefined);
  assert.match(why({}, 15.1) ?? "", /hold_at would move by more than 3 decibans/);
  assert.match(why({}, Number.NaN) ?? "", /hold_at/);
  assert.match(why({ AGAINST: 7.1 }) ?? "", /AGAINST would move by more than 3/);
  assert.match(why({ AGAINST: Number.NaN }) ?? "", /AGAINST/);
  assert.match(why({ FOR: 0.5 }) ?? "", /FOR would change its sign/);
  assert.match(why({ STRONG: 25 }) ?? "", /STRONG alone would hold/);
  assert.match(why({ STRONG: 24 }, 10) ?? "", /STRONG alone would hold/);
  assert.match(why({ GONE: 1 }) ?? "", /there is no signal GONE/);
});
