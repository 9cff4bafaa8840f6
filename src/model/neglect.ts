// Hosts that nobody looks after: where one stands, and what speaks for it.

import type { EpochMs } from "../base/units.ts";

/**
 * waits: its strangers settle longer. holds: they are held. suggested: held, and an admin is told
 * that a rule on the host may be time.
 */
export const neglectRungs = ["waits", "holds", "suggested"] as const;

export type NeglectRung = (typeof neglectRungs)[number];

export interface Neglect {
  readonly rung: NeglectRung;
  /** Senders of it that were ruled spam here within the window. */
  readonly spammers: number;
  /** Its other people who wrote here lately, or whom somebody here welcomed. */
  readonly others: number;
  /** Days (UTC) on which a spammer came first, and words of moderators that said so. */
  readonly days: number;
  readonly words: number;
  readonly lastAt: EpochMs;
  /** Of its people, those whom somebody here follows, answered, liked or boosted. */
  readonly welcomed: number;
  /** It says that anybody may sign up there. */
  readonly open: boolean;
}
