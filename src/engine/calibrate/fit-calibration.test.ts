import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../base/prng.ts";
import { fitCalibration, type Scored } from "./fit-calibration.ts";
import { type Calibration, calibrated, uncalibrated } from "./probability.ts";

/** Scores from −40 to 40 whose truth is drawn as `truly` says. */
function cases(truly: Calibration, count: number): Scored[] {
  const random = seeded("calibration");
  return Array.from({ length: count }, () => {
    const score = random() * 80 - 40;
    return { score, isSpam: random() < calibrated(score, truly), weight: 1 };
  });
}

test("it is found how scores exaggerate", () => {
  const truly = { low: 0.6, high: 0.3, shift: -0.8 };
  const found = fitCalibration(cases(truly, 20_000));
  for (const score of [-30, -13, 0, 12, 30])
    assert.ok(Math.abs(calibrated(score, found) - calibrated(score, truly)) < 0.03, `${score}`);
});

test("without cases the score is believed", () => {
  assert.deepEqual(fitCalibration([]), uncalibrated);
});

test("where the worst scores are ham the order of scores stays all the same", () => {
  const upside = cases(uncalibrated, 2_000).map((one) => ({ ...one, isSpam: !one.isSpam }));
  const found = fitCalibration(upside);
  assert.ok(found.low > 0 && found.high > 0);
  assert.ok(calibrated(-20, found) <= calibrated(20, found));
});
