// What was done with mail, in the words that the desk counts it by.

import type { Action, Verdict } from "../../model/verdict.ts";
import type { Totals } from "../../ports/chronicle.ts";
import type { Done } from "../../ports/journal.ts";

/** `would…`: let in all the same, as in watch mode. `turnedAway`: to be asked again, or no mail. */
export const lanes = [
  "passed",
  "accept",
  "flag",
  "settle",
  "hold",
  "reject",
  "wouldSettle",
  "wouldHold",
  "wouldReject",
  "turnedAway",
] as const;
export type Lane = (typeof lanes)[number];
export type Counts = Readonly<Record<Lane, number>>;

export function noCounts(): Record<Lane, number> {
  return Object.fromEntries(lanes.map((lane) => [lane, 0])) as Record<Lane, number>;
}

/** What became of it when it came. */
export function laneOf(
  { action, path }: Pick<Verdict, "action"> & Partial<Pick<Verdict, "path">>,
  done: Done,
): Lane {
  switch (done) {
    case "passed":
    case "unjudged":
      return path === "fast" && action === "accept" ? "passed" : letIn(action);
    case "settling":
      return "settle";
    case "held":
      return "hold";
    case "rejected":
      return "reject";
    case "turned-away":
    case "unreadable":
      return "turnedAway";
  }
}

function letIn(action: Action): Lane {
  switch (action) {
    case "accept":
      return "accept";
    case "flag":
      return "flag";
    case "settle":
      return "wouldSettle";
    case "hold":
      return "wouldHold";
    case "reject":
      return "wouldReject";
  }
}

/** A stretch as the chronicle has counted it. */
export function countsOf({ judged, passed }: Totals): Counts {
  const counts = noCounts();
  for (const { action, done, count } of judged) counts[laneOf({ action }, done)] += count;
  for (const count of Object.values(passed)) counts.passed += count;
  return counts;
}

export function sumOf(all: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const counts of all) for (const lane of lanes) sum[lane] += counts[lane];
  return sum;
}
