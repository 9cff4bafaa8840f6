import assert from "node:assert/strict";
import { test } from "node:test";
import { spreadOf } from "./spread.ts";

test("three figures stand for many runs, in whatever order they came", () => {
  assert.deepEqual(spreadOf([5, 1, 9]), { median: 5, min: 1, max: 9 });
  assert.deepEqual(spreadOf([2]), { median: 2, min: 2, max: 2 });
  assert.deepEqual(spreadOf([1, 2, 10, 4]), { median: 4, min: 1, max: 10 });
});
