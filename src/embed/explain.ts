// A verdict in words, for a log line or a moderator's page.

import { isoTime } from "../base/units.ts";
import type { Kept, KeptState } from "../model/kept.ts";
import type { Verdict } from "../model/verdict.ts";

export interface Explanation {
  readonly receipt: string;
  readonly state: KeptState;
  readonly sender: string;
  /** RFC 3339, UTC. */
  readonly arrivedAt: string;
  readonly verdict: Verdict;
  /** The verdict as `inWords` has it. */
  readonly text: string;
}

export function explanationOf(kept: Kept): Explanation {
  const { delivery, state, sender, verdict } = kept;
  return {
    receipt: delivery.receipt,
    state,
    sender,
    arrivedAt: isoTime(delivery.at),
    verdict,
    text: inWords(verdict),
  };
}

/** The conclusion, then a line for each symbol that spoke, strongest first. */
export function inWords({ action, score, probability, path, evidence }: Verdict): string {
  const weighed = `${signed(score)} decibans, ${(100 * probability).toFixed(1)} % likely spam`;
  const head = path === "fast" ? `${action}: nothing was weighed` : `${action}: ${weighed}`;
  const lines = evidence.map((one) => {
    const weight = path === "fast" ? "" : `${signed(one.decibans)} `;
    return `  ${weight}${one.symbol}: ${one.because}`;
  });
  return [head, ...lines].join("\n");
}

function signed(decibans: number): string {
  return `${decibans < 0 ? "−" : "+"}${Math.abs(decibans).toFixed(1)}`;
}
