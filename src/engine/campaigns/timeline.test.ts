import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { day, epochMs, hour, minute } from "../../base/units.ts";
import { timelineOf } from "./timeline.ts";

const start = Date.UTC(2026, 2, 2, 8);
const at = (ms: number) => epochMs(start + ms);

test("a fast wave is told by the minute, a slow one by the day", () => {
  const fast = timelineOf([0, 10_000, 3 * minute].map(at));
  assert.deepEqual(fast, {
    stepMs: minute,
    steps: [
      { from: at(0), count: 2, total: 2 },
      { from: at(minute), count: 0, total: 2 },
      { from: at(2 * minute), count: 0, total: 2 },
      { from: at(3 * minute), count: 1, total: 3 },
    ],
  });
  assert.equal(timelineOf([0, 30 * day].map(at)).stepMs, day);
  assert.equal(timelineOf([0, 40 * hour].map(at)).stepMs, hour);
  assert.deepEqual(timelineOf([]).steps, []);
});

test("however many come and whenever, there are few steps and everybody is counted", () => {
  const moments = fc.array(fc.integer({ min: 0, max: 3000 * day }), { minLength: 1 });
  fc.assert(
    fc.property(moments, (some) => {
      const { steps } = timelineOf(some.map(at));
      assert.ok(steps.length <= 48);
      assert.equal(steps.at(-1)?.total, some.length);
    }),
  );
});
