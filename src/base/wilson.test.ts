import assert from "node:assert/strict";
import { test } from "node:test";
import { wilson } from "./wilson.ts";

/** Newcombe's tables of the method ("Two-sided confidence intervals for the single
 * proportion", 1998, table I). */
const known = [
  [263, 81, 0.2553, 0.3662],
  [148, 15, 0.0624, 0.1605],
  [20, 0, 0, 0.1611],
  [29, 1, 0.0061, 0.1718],
] as const;

for (const [of, part, low, high] of known) {
  test(`${part} of ${of} are a share from ${low} to ${high}`, () => {
    const found = wilson({ of, part });
    assert.ok(Math.abs(found.low - low) < 0.0001, `${found.low}`);
    assert.ok(Math.abs(found.high - high) < 0.0001, `${found.high}`);
  });
}

test("nothing counted, nothing known", () => {
  assert.deepEqual(wilson({ of: 0, part: 0 }), { low: 0, high: 1 });
});
