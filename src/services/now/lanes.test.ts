import assert from "node:assert/strict";
import { test } from "node:test";
import { countsOf, laneOf, noCounts, sumOf } from "./lanes.ts";

test("what was let in against its verdict is counted as what would have been", () => {
  assert.equal(laneOf({ action: "hold" }, "passed"), "wouldHold");
  assert.equal(laneOf({ action: "reject" }, "passed"), "wouldReject");
  assert.equal(laneOf({ action: "accept", path: "judged" }, "passed"), "accept");
  assert.equal(laneOf({ action: "accept", path: "fast" }, "passed"), "passed");
  assert.equal(laneOf({ action: "accept" }, "held"), "hold", "done counts, not thought");
});

test("totals of the chronicle are counted in the same words", () => {
  const counts = countsOf({
    judged: [
      { action: "hold", done: "held", count: 3, ended: 1 },
      { action: "settle", done: "passed", count: 2, ended: 0 },
    ],
    passed: { "asked for": 5, "well known": 6 },
    firstAt: undefined,
  });
  assert.deepEqual(counts, { ...noCounts(), hold: 3, wouldSettle: 2, passed: 11 });
  assert.equal(sumOf([counts, counts]).passed, 22);
});
