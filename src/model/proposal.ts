// A change of weights and of the hold threshold: proposed by a fit or by the budget, looked at by
// an admin, applied.

import type { Decibans, EpochMs } from "../base/units.ts";

/** Only what differs from what is configured. */
export interface Proposal {
  /** By symbol. */
  readonly weights: Readonly<Record<string, Decibans>>;
  /** Undefined: the threshold stays. */
  readonly holdAt: Decibans | undefined;
  readonly at: EpochMs;
  /** Sentences for an admin. */
  readonly because: readonly string[];
}

/** What becomes of proposals. */
export const tuneSettings = ["propose", "automatic", "off"] as const;
export type TuneSetting = (typeof tuneSettings)[number];
