// What we conclude, and why. A verdict is a short table that a moderator can read.

import type { Brand, Decibans } from "../base/units.ts";
import type { CampaignId } from "./campaign.ts";

export type Action = "accept" | "flag" | "settle" | "hold" | "reject";

/** A symbol that spoke. */
export interface Evidence {
  readonly symbol: string;
  readonly group: string;
  /** 0 to 1: how clearly the signal sees it. */
  readonly strength: number;
  /** What it added to the score, after its group's cap; negative speaks for the sender. */
  readonly decibans: Decibans;
  /** One sentence for a moderator. */
  readonly because: string;
}

export interface Verdict {
  readonly action: Action;
  readonly score: Decibans;
  /** Of spam. */
  readonly probability: number;
  /** `fast`: decided by who it concerns, its content was not read. */
  readonly path: "fast" | "judged";
  /** Strongest first. On the fast path: why it needed no judgement. */
  readonly evidence: readonly Evidence[];
  readonly policy: PolicyDigest;
  /** What it belongs to, with others that came before it. */
  readonly campaign: CampaignId | undefined;
}

/**
 * Of what decides beside the score: a rule, a choice of the recipients', a lack of room or proof,
 * a moment that is over. docs/cli.md tells what each says.
 */
export const reasonSymbols = [
  ...(["PASSES", "ALLOWED", "REFUSED", "RULE", "UNGUARDED"] as const),
  ...(["FIRST_CONTACT", "WAVE_UNDER_WAY", "HOST_NEGLECTED", "HOST_RECOVERED", "CRITERIA"] as const),
  ...(["CASE_REFUSED", "CASE_ALLOWED", "CASE_SPARED"] as const),
  ...(["CONSENT", "CONSENTED", "WAITS", "BRINGS_IN", "REPORT_WAVE"] as const),
  ...(["KEY_UNKNOWN", "UNREAD", "UNJUDGED", "SHORT_LIVED", "UNDECIDED", "OVER_QUOTA"] as const),
] as const;

export type ReasonSymbol = (typeof reasonSymbols)[number];

/** Evidence that decides and weighs nothing: the score stays what the signals make of it. */
export function reason(symbol: ReasonSymbol, because: string): Evidence {
  return { symbol, group: "rule", strength: 1, decibans: 0, because };
}

/** Names the exact settings a verdict was made under: first 16 hex digits of their SHA-256. */
export type PolicyDigest = Brand<string, "PolicyDigest">;
