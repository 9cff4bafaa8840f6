import assert from "node:assert/strict";
import { test } from "node:test";
import { Commons } from "./commons.ts";

const trace = (key: number) => ({ sketch: new Uint32Array(), keys: Uint32Array.of(key) });

/** A key that shares the cell of 7 where the secret is 1. */
function collision(): number {
  const known = new Commons(1);
  for (let i = 0; i < 1000; i++) known.learn(trace(7));
  let key = 8;
  while (known.ofTrait(key, 0) === 0) key++;
  return key;
}

test("a thing is as common as it was seen, and as usual as assumed before", () => {
  const commons = new Commons(1);
  assert.equal(commons.ofTrait(7, 0.01), 0.01);
  for (let i = 0; i < 1000; i++) commons.learn(trace(i % 2 === 0 ? 7 : 9));
  assert.ok(Math.abs(commons.ofTrait(7, 0) - 0.25) < 0.01);
  assert.ok(commons.ofTrait(12345, 0.01) < 0.01);
});

test("what shares a cell under one secret does not under another", () => {
  const rare = collision();
  const elsewhere = new Commons(2);
  for (let i = 0; i < 1000; i++) elsewhere.learn(trace(7));
  assert.equal(elsewhere.ofTrait(rare, 0), 0);
});
