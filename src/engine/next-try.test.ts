import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, epochMs, minute, second } from "../base/units.ts";
import { nextTryAt } from "./next-try.ts";

const at = epochMs(Date.UTC(2026, 2, 2, 8));

function pauseAfter(attempts: number, leftMs: number): number {
  return nextTryAt(at, attempts, after(at, leftMs)) - at;
}

test("pauses between tries double, up to ten minutes", () => {
  const pauses = [0, 1, 2, 3, 4, 5, 99].map((attempts) => pauseAfter(attempts, day) / second);
  assert.deepEqual(pauses, [30, 60, 120, 240, 480, 600, 600]);
});

test("no pause leaps over the end of the replay window", () => {
  assert.equal(pauseAfter(9, 5 * minute), 4.5 * minute);
  assert.equal(pauseAfter(9, 9 * minute), 8.5 * minute);
});

test("once that is over there is no hurry any more", () => {
  assert.equal(pauseAfter(9, 50 * second), 10 * minute);
  assert.equal(pauseAfter(9, -minute), 10 * minute);
});
