import assert from "node:assert/strict";
import { test } from "node:test";
import type { PolicyDigest } from "../model/verdict.ts";
import { makePolicy, shippedSettings } from "./policy.ts";
import { signals } from "./signals/index.ts";
import { groups } from "./signals/signal.ts";

const digest = "0" as PolicyDigest;

for (const { symbol, decibans, settings } of signals) {
  test(`${symbol} alone can't hold`, () => {
    assert.ok(shippedSettings.prior + decibans < shippedSettings.holdAt);
  });

  test(`${symbol} has a cap that leaves it its weight, and defaults within their range`, () => {
    const signal = signals.find((one) => one.symbol === symbol) ?? assert.fail();
    assert.ok(Math.abs(decibans) <= shippedSettings.groupMax[signal.group]);
    for (const setting of Object.values(settings)) {
      assert.ok(setting.default >= setting.min && setting.default <= setting.max);
    }
  });
}

test("signals stand in alphabetical order, each once", () => {
  const symbols = signals.map((one) => one.symbol);
  assert.deepEqual(symbols, [...new Set(symbols)].sort());
});

test("every signal tells its story in one line and says where its weight is from", () => {
  for (const { symbol, summary, misfiresOn, weightBecause } of signals) {
    assert.match(symbol, /^[A-Z][A-Z_]+[A-Z]$/);
    for (const line of [summary, misfiresOn, weightBecause]) assert.match(line, /^[^\n|]{10,}$/);
  }
});

test("trust is negative, everything else positive", () => {
  for (const { symbol, group, decibans } of signals) {
    assert.equal(group === "trust" || group === "appearance", decibans < 0, symbol);
  }
});

test("every group has a cap", () => {
  assert.deepEqual(Object.keys(shippedSettings.groupMax).toSorted(), groups.toSorted());
});

test("a policy is frozen, and asks for what its signals need", () => {
  const policy = makePolicy(shippedSettings, "seed", digest);
  assert.throws(() => Object.assign(policy, { prior: 0 }));
  assert.ok(policy.needs.has("repeats"));
  assert.equal(policy.enabled.length, signals.length);
});

test("a signal that is switched off is neither heard nor asked for", () => {
  const off = Object.fromEntries(
    Object.entries(shippedSettings.signals).map(([symbol, one]) => [
      symbol,
      { ...one, enabled: symbol === "NEWCOMER" },
    ]),
  );
  const policy = makePolicy({ ...shippedSettings, signals: off }, "seed", digest);
  assert.deepEqual(
    policy.enabled.map((one) => one.symbol),
    ["NEWCOMER"],
  );
  assert.deepEqual([...policy.needs], ["actorHistory"]);
});

test("what is drawn differs between installations, by a tenth at most, and never changes", () => {
  const fulls = ["one", "two", "two"].map((seed) => {
    const policy = makePolicy(shippedSettings, seed, digest);
    return policy.signals["CAMPAIGN"]?.values["full"] ?? assert.fail();
  });
  const [one = 0, two = 0, again = 0] = fulls;
  assert.notEqual(one, two);
  assert.equal(two, again);
  for (const full of fulls) assert.ok(Math.abs(full - 3) <= 0.3, `${full}`);
});

test("what is not drawn is the same everywhere", () => {
  const { signals: own } = makePolicy(shippedSettings, "one", digest);
  assert.deepEqual(own["NEWCOMER"], shippedSettings.signals["NEWCOMER"]);
});
