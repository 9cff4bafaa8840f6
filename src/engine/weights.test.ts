import assert from "node:assert/strict";
import { test } from "node:test";
import { shippedSettings } from "./policy.ts";
import { signals } from "./signals/index.ts";
import { calibration, weights } from "./weights.ts";

const { prior, holdAt, groupMax } = shippedSettings;

for (const { symbol, group, decibans: byHand } of signals) {
  const { decibans = byHand } = weights[symbol] ?? {};

  test(`${symbol} ships on its side, within its group, and can't hold alone`, () => {
    assert.equal(shippedSettings.signals[symbol]?.decibans, decibans);
    assert.ok(decibans * byHand >= 0);
    assert.ok(Math.abs(decibans) <= groupMax[group]);
    assert.ok(prior + decibans < holdAt);
  });
}

test("every fitted weight is a signal's and lies in its interval", () => {
  const known = new Set(signals.map(({ symbol }) => symbol));
  for (const [symbol, { decibans, low, high, campaigns }] of Object.entries(weights)) {
    assert.ok(known.has(symbol), `${symbol} is no signal: run npm run fit`);
    assert.ok(low <= high && campaigns >= 0);
    assert.ok(decibans >= low - 1 && decibans <= high + 1, symbol);
  }
});

test("a higher score is likelier spam", () => {
  assert.ok(calibration.low > 0 && calibration.high > 0);
});
