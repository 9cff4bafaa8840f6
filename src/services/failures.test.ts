import assert from "node:assert/strict";
import { test } from "node:test";
import { AssertionFailed } from "../base/assert.ts";
import type { Receipt } from "../model/ids.ts";
import { makeFailures } from "./failures.ts";

const [a, b] = ["a", "b"] as [Receipt, Receipt];
const here = new AssertionFailed("a list was sorted");
const there = new AssertionFailed("a sum was positive");

test("one delivery's bad luck is alone, however often it is tried", () => {
  const failures = makeFailures();
  assert.equal(failures.isAlone(here, a), true);
  assert.equal(failures.isAlone(here, a), true);
});

test("a second delivery at the same place makes a key of it", () => {
  const failures = makeFailures();
  failures.note(here, a);
  assert.equal(failures.isAlone(here, b), false);
  assert.equal(failures.isAlone(here, a), false);
  assert.equal(failures.isAlone(there, b), true);
});

test("errors that are not assertions are told apart by where they were thrown", () => {
  const failures = makeFailures();
  const thrown = [1, 2].map(() => new TypeError("x is undefined"));
  const elsewhere = new TypeError("x is undefined");
  failures.note(thrown[0], a);
  assert.equal(failures.isAlone(thrown[1], b), false);
  assert.equal(failures.isAlone(elsewhere, b), true);
});
