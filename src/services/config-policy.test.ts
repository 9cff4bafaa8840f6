import assert from "node:assert/strict";
import { test } from "node:test";
import { shippedSettings } from "../engine/policy.ts";
import { digestOf, policyFrom } from "./config-policy.ts";

test("the same settings have the same digest, whatever the order of their keys", () => {
  const turned = Object.fromEntries(Object.entries(shippedSettings).reverse());
  const digest = digestOf(shippedSettings, "seed");
  assert.equal(digestOf(turned as unknown as typeof shippedSettings, "seed"), digest);
  assert.match(digest, /^[0-9a-f]{16}$/);
});

test("another setting or another seed has another digest", () => {
  const digest = digestOf(shippedSettings, "seed");
  assert.notEqual(digestOf({ ...shippedSettings, holdAt: 13 }, "seed"), digest);
  assert.notEqual(digestOf(shippedSettings, "another"), digest);
});

test("a policy carries its settings, its seed and its digest", () => {
  const policy = policyFrom({ policy: { ...shippedSettings, holdAt: 9 } }, "seed");
  assert.equal(policy.holdAt, 9);
  assert.equal(policy.seed, "seed");
  assert.equal(policy.digest, digestOf({ ...shippedSettings, holdAt: 9 }, "seed"));
});
