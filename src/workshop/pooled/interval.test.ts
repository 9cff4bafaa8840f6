import assert from "node:assert/strict";
import { test } from "node:test";
import { drawnAnew, shareOf, summed } from "./interval.ts";

test("nothing counted is no share", () => {
  assert.equal(shareOf({ of: 0, part: 0 }), 0);
});

test("what was held together makes an interval wide, and the same one each time", () => {
  const together = Array.from({ length: 20 }, (_, turn) => ({ of: 50, part: turn < 2 ? 50 : 0 }));
  const apart = Array.from({ length: 20 }, () => ({ of: 50, part: 5 }));
  assert.deepEqual(summed(together), summed(apart));
  const [wide, narrow] = [drawnAnew(together), drawnAnew(apart)];
  assert.deepEqual(narrow, { low: 0.1, high: 0.1 });
  assert.ok(wide.low <= 0.01 && wide.high >= 0.2, `${wide.low} to ${wide.high}`);
  assert.deepEqual(drawnAnew(together), wide);
});
