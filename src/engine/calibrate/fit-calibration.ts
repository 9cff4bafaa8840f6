// The calibration under which known cases are likeliest, held a little near believing the score.

import type { Decibans } from "../../base/units.ts";
import { lossOf } from "./fit-weights.ts";
import { type Calibration, calibrated, tailsOf, uncalibrated } from "./probability.ts";

export interface Scored {
  readonly score: Decibans;
  readonly isSpam: boolean;
  readonly weight: number;
}

type Triple = readonly [number, number, number];

/** What a step of 1 from believing the score costs, in cases. Chosen by us: next to nothing. */
const pull = 0.1;
const stepsMax = 100;

/** Newton's method; slopes stay positive, so that the order of scores stays. */
export function fitCalibration(cases: readonly Scored[]): Calibration {
  let now = uncalibrated;
  let cost = costOf(now, cases);
  for (let step = 0; step < stepsMax; step++) {
    const before = cost;
    const along = newtonStep(now, cases);
    for (let pace = 1; pace > 1e-6; pace /= 2) {
      const next = stepped(now, along, pace);
      const there = costOf(next, cases);
      if (there > before) continue;
      [now, cost] = [next, there];
      break;
    }
    if (before - cost <= 1e-9 * before) break;
  }
  return now;
}

function stepped({ low, high, shift }: Calibration, along: Triple, pace: number): Calibration {
  return {
    low: Math.max(0.05, low - pace * along[0]),
    high: Math.max(0.05, high - pace * along[1]),
    shift: shift - pace * along[2],
  };
}

function offOf({ low, high, shift }: Calibration): Triple {
  return [low - uncalibrated.low, high - uncalibrated.high, shift - uncalibrated.shift];
}

function costOf(map: Calibration, cases: readonly Scored[]): number {
  const off = offOf(map).reduce((sum, one) => sum + one * one, 0);
  return cases.reduce(
    (sum, { score, isSpam, weight }) => {
      const spam = calibrated(score, map);
      const margin = Math.log(spam / (1 - spam));
      return sum + weight * lossOf(isSpam ? margin : -margin);
    },
    (pull * off) / 2,
  );
}

function newtonStep(map: Calibration, cases: readonly Scored[]): Triple {
  const gradient = offOf(map).map((one) => pull * one);
  const curve: number[][] = [0, 1, 2].map((row) =>
    [0, 1, 2].map((column) => (row === column ? pull : 0)),
  );
  for (const { score, isSpam, weight } of cases) {
    const terms = [...tailsOf(score), 1];
    const spam = calibrated(score, map);
    const off = weight * (spam - Number(isSpam));
    const bend = weight * spam * (1 - spam);
    terms.forEach((one, row) => {
      gradient[row] = (gradient[row] ?? 0) + off * one;
      const own = curve[row];
      terms.forEach((other, column) => {
        if (own) own[column] = (own[column] ?? 0) + bend * one * other;
      });
    });
  }
  const [a = 0, b = 0, c = 0] = solved(curve, gradient);
  return [a, b, c];
}

/** Gauss's elimination; `rows` is symmetric and positive, so that no pivot is 0. */
function solved(rows: readonly (readonly number[])[], right: readonly number[]): number[] {
  const left = rows.map((row, index) => [...row, right[index] ?? 0]);
  left.forEach((pivot, index) => {
    for (const row of left.slice(index + 1)) {
      const times = (row[index] ?? 0) / (pivot[index] ?? 1);
      row.forEach((one, column) => {
        row[column] = one - times * (pivot[column] ?? 0);
      });
    }
  });
  const found: number[] = right.map(() => 0);
  for (let index = left.length - 1; index >= 0; index--) {
    const row = left[index] ?? [];
    const known = found.reduce((sum, one, column) => sum + one * (row[column] ?? 0), 0);
    found[index] = ((row.at(-1) ?? 0) - known) / (row[index] ?? 1);
  }
  return found;
}
