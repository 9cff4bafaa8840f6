// src/engine/weights.ts, as the fit writes it: a table that a person can read and a diff shows.

import type { Calibration } from "../../engine/calibrate/probability.ts";
import type { FittedWeight } from "../../engine/weights.ts";

export function weightsFile(
  weights: ReadonlyMap<string, FittedWeight>,
  calibration: Calibration,
): string {
  const rows = [...weights].map(([symbol, { decibans, low, high, campaigns }]) => {
    const told = `decibans: ${tenth(decibans)}, low: ${tenth(low)}, high: ${tenth(high)}`;
    return `  ${symbol}: { ${told}, campaigns: ${campaigns} },\n`;
  });
  const { low, high, shift } = calibration;
  return `${head}
export const weights: Readonly<Record<string, FittedWeight>> = {
${rows.join("")}};

/** How far a score is to be believed. */
export const calibration: Calibration = {
  low: ${thousandth(low)},
  high: ${thousandth(high)},
  shift: ${thousandth(shift)},
};
`;
}

const head = `// The shipped weights, as \`npm run fit\` wrote them: change nothing here by hand.
// A signal that does not stand here has the weight that its own file gives it.

import type { Decibans } from "../base/units.ts";
import type { Calibration } from "./calibrate/probability.ts";

/** In decibans at full strength; 95 of 100 fits to other campaigns lie from \`low\` to \`high\`. */
export interface FittedWeight {
  readonly decibans: Decibans;
  readonly low: Decibans;
  readonly high: Decibans;
  /** Attacks and kinds of wanted mail in which the signal spoke, each under each seed. */
  readonly campaigns: number;
}
`;

/** No trailing zeros, no minus before a zero. */
function tenth(value: number): string {
  return String(Math.round(value * 10) / 10 || 0);
}

function thousandth(value: number): string {
  return String(Math.round(value * 1000) / 1000 || 0);
}
