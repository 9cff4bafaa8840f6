import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "./nearest.ts";

const known = ["hold_at", "settle", "settle_band", "signals", "state"];

test("a slip of the finger finds the word that was meant", () => {
  assert.equal(nearest("hold_att", known), "hold_at");
  assert.equal(nearest("hodl_at", known), "hold_at");
  assert.equal(nearest("Settle_bnad", known), "settle_band");
  assert.equal(nearest("SIGNALS", known), "signals");
});

test("a word like none of them finds nothing", () => {
  assert.equal(nearest("threshold", known), undefined);
  assert.equal(nearest("", known), undefined);
  assert.equal(nearest("s".repeat(100_000), known), undefined);
});
