import assert from "node:assert/strict";
import { test } from "node:test";
import { type PolicySettings, shippedSettings } from "../policy.ts";
import { decidedBeside, rescored } from "./rescore.ts";

const found = [
  { symbol: "NEW_HOST", group: "acquaintance", strength: 0.5 },
  { symbol: "STRANGER", group: "acquaintance", strength: 1 },
  { symbol: "REPLY", group: "trust", strength: 1 },
];
const weights = (decibans: Readonly<Record<string, number>>): PolicySettings => ({
  ...shippedSettings,
  prior: -10,
  signals: Object.fromEntries(
    Object.entries(decibans).map(([symbol, one]) => [
      symbol,
      { decibans: one, enabled: true, values: {} },
    ]),
  ),
});

test("what was found is weighed anew, and capped as it would be", () => {
  assert.equal(rescored(found, weights({ NEW_HOST: 4, STRANGER: 3, REPLY: -2 })), -7);
  assert.equal(rescored(found, weights({ NEW_HOST: 4, STRANGER: 30, REPLY: -2 })), 0);
  assert.equal(rescored(found, weights({})), -10);
});

test("a signal that is off says nothing of what it found", () => {
  const { signals } = weights({ STRANGER: 3 });
  const off = { STRANGER: { ...signals["STRANGER"], enabled: false, decibans: 3, values: {} } };
  assert.equal(rescored(found, { ...weights({}), signals: off }), -10);
});

test("a rule that decided is no matter of scores", () => {
  assert.equal(decidedBeside(found), false);
  assert.equal(decidedBeside([...found, { group: "rule" }]), true);
});
