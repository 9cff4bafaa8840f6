// What a signal is: a small pure judge of one thing, with a shipped weight.

import type { Settings, ValuesOf } from "../../base/settings.ts";
import type { Decibans, EpochMs } from "../../base/units.ts";
import type { Activity } from "../../model/activity.ts";
import type { Audience, Sender } from "../../model/arrival.ts";
import type { Known, Need } from "../../model/observation.ts";
import type { Reading } from "../../model/reading.ts";

/** What a signal may look at. Never a clock: `at` is when the delivery came. */
export interface Seen<N extends Need> {
  readonly at: EpochMs;
  readonly activity: Activity;
  readonly reading: Reading;
  readonly sender: Sender;
  readonly audience: Audience;
  readonly facts: Known<N>;
}

/** `strength` 0: silent. */
export interface Finding {
  readonly strength: number;
  readonly because: string;
}

export const nothing: Finding = { strength: 0, because: "" };

export function found(strength: number, because: string): Finding {
  return strength <= 0 ? nothing : { strength: Math.min(1, strength), because };
}

/**
 * Signals of one group tell one story, and together add no more than their group's cap:
 * who is speaking, whom it reaches, what it says, who said it too, what its profile lacks,
 * what became of it before, what looks ordinary about it, and what our own people did for it.
 */
export const groups = [
  "acquaintance",
  "reach",
  "content",
  "repetition",
  "profile",
  "record",
  "appearance",
  "trust",
] as const;
export type Group = (typeof groups)[number];

export interface Signal<N extends Need = Need, S extends Settings = Settings> {
  /** UPPER_SNAKE; its name in verdicts, configuration and logs. */
  readonly symbol: string;
  readonly group: Group;
  /** Shipped weight at full strength; negative speaks for the sender. */
  readonly decibans: Decibans;
  /** Where the number comes from: a source, a count, or the reasoning of who set it by hand. */
  readonly weightBecause: string;
  /** One line for docs/signals.md. */
  readonly summary: string;
  /** Whom it wrongs, in one line for docs/signals.md. */
  readonly misfiresOn: string;
  readonly needs: readonly N[];
  readonly settings: S;
  judge(seen: Seen<N>, settings: ValuesOf<S>): Finding;
}

/** A signal in a list: any needs, any settings. `judge` gets all facts and sees its own. */
export type AnySignal = Omit<Signal, "judge"> & {
  judge(seen: Seen<Need>, settings: Readonly<Record<string, number>>): Finding;
};

export function defineSignal<const N extends Need, const S extends Settings>(
  signal: Signal<N, S>,
): AnySignal {
  return signal as unknown as AnySignal;
}
