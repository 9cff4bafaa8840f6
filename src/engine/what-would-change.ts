// What a verdict hangs on: which single piece of evidence, were it not there, would have put the
// score on the other side of a threshold.

import type { Evidence } from "../model/verdict.ts";

export type Band = "accept" | "settle" | "hold";

/** Decibans from which a contact settles, and is held. */
export interface Thresholds {
  readonly settleAt: number;
  readonly holdAt: number;
}

export interface Change {
  readonly symbol: string;
  /** The score without it. */
  readonly score: number;
  readonly band: Band;
}

export interface Hinges {
  readonly band: Band;
  /** Evidence that alone decides, what weighs most first. */
  readonly alone: readonly Change[];
  /** The fewest, strongest first, without all of which it would be let in at once. */
  readonly together: readonly string[];
  /** Decibans that are missing until it would settle, or be held; undefined: it is there. */
  readonly toSettle: number | undefined;
  readonly toHold: number | undefined;
}

interface Judged {
  readonly score: number;
  readonly evidence: readonly Pick<Evidence, "symbol" | "decibans">[];
}

export function hingesOf({ score, evidence }: Judged, thresholds: Thresholds): Hinges {
  const band = bandOf(score, thresholds);
  const alone = evidence
    .map(({ symbol, decibans }): Change => {
      const without = score - decibans;
      return { symbol, score: without, band: bandOf(without, thresholds) };
    })
    .filter((change) => change.band !== band)
    .sort((a, b) => Math.abs(b.score - score) - Math.abs(a.score - score));
  const { settleAt, holdAt } = thresholds;
  return {
    ...{ band, alone, together: fewest(score, evidence, settleAt) },
    toSettle: score >= settleAt ? undefined : settleAt - score,
    toHold: score >= holdAt ? undefined : holdAt - score,
  };
}

function bandOf(score: number, { settleAt, holdAt }: Thresholds): Band {
  if (score >= holdAt) return "hold";
  return score >= settleAt ? "settle" : "accept";
}

function fewest(score: number, evidence: Judged["evidence"], below: number): readonly string[] {
  const against = evidence
    .filter(({ decibans }) => decibans > 0)
    .sort((a, b) => b.decibans - a.decibans);
  const needed: string[] = [];
  let left = score;
  for (const { symbol, decibans } of against) {
    if (left < below) break;
    needed.push(symbol);
    left -= decibans;
  }
  return left < below ? needed : [];
}
