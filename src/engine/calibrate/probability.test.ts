import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { probabilityOf } from "../../base/units.ts";
import { calibrated, uncalibrated } from "./probability.ts";

const scores = fc.double({ min: -200, max: 200, noNaN: true });
const slopes = fc.double({ min: 0, max: 3, noNaN: true });
const shifts = fc.double({ min: -5, max: 5, noNaN: true });

test("without calibration ten decibans are ten to one", () => {
  for (const score of [-40, -13, 0, 10, 40])
    assert.ok(Math.abs(calibrated(score, uncalibrated) - probabilityOf(score)) < 1e-9);
});

test("a higher score is never less likely spam, and all are probabilities", () => {
  fc.assert(
    fc.property(scores, scores, slopes, slopes, shifts, (one, other, low, high, shift) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      const map = { low, high, shift };
      const [below, above] = [calibrated(less, map), calibrated(more, map)];
      assert.ok(below >= 0 && above <= 1 && below <= above + 1e-12);
    }),
  );
});

test("each tail has a slope of its own", () => {
  const doubtful = { low: 1, high: 0.5, shift: 0 };
  assert.ok(Math.abs(calibrated(-40, doubtful) / probabilityOf(-40) - 1) < 0.01);
  assert.ok(calibrated(40, doubtful) < 0.995);
});
