// The frozen settings a verdict is made under.

import { seeded } from "../base/prng.ts";
import { defaultsOf, drawnFrom } from "../base/settings.ts";
import { type Decibans, minute } from "../base/units.ts";
import type { ContactMode } from "../model/contact-mode.ts";
import type { Need } from "../model/observation.ts";
import type { Preset } from "../model/preset.ts";
import type { PolicyDigest } from "../model/verdict.ts";
import { signals } from "./signals/index.ts";
import type { AnySignal, Group } from "./signals/signal.ts";
import { weights } from "./weights.ts";

/** What an operator can set of the judgement; everything has a default. */
export interface PolicySettings {
  /** What an unsolicited contact is before anything is known of it. */
  readonly prior: Decibans;
  /** From this score on a contact is held. */
  readonly holdAt: Decibans;
  /** Whether the score decides, or a count of criteria in its place. */
  readonly preset: Preset;
  /** How far below `holdAt` a contact is doubtful, and settles. */
  readonly settleBand: Decibans;
  /** A settling contact is judged again at the latest after a moment drawn between these. */
  readonly settleMinMs: number;
  readonly settleMaxMs: number;
  /** How first contacts of strangers are taken, beside their score. */
  readonly contact: ContactMode;
  /** Whether strangers of hosts that nobody looks after wait, or it is only told. */
  readonly neglectedHosts: "act" | "tell";
  /** No group adds more than this to a score; signals that tell one story don't add up for ever. */
  readonly groupMax: Readonly<Record<Group, Decibans>>;
  readonly signals: Readonly<Record<string, SignalSettings>>;
}

export interface SignalSettings {
  readonly decibans: Decibans;
  readonly enabled: boolean;
  readonly values: Readonly<Record<string, number>>;
}

export interface Policy extends PolicySettings {
  readonly digest: PolicyDigest;
  /**
   * Per installation: windows and some thresholds are drawn from it, so that no published number
   * tells when to post, or how far one may go.
   */
  readonly seed: string;
  readonly enabled: readonly AnySignal[];
  readonly needs: ReadonlySet<Need>;
}

/**
 * The prior says that one unsolicited contact in twenty is spam, which is what a small open
 * server sees between waves. With a band of 12 decibans what is as likely spam as not settles.
 *
 * 25 decibans lie between prior and hold. No signal has as many; `repetition` may have more,
 * since it is what waves are known by, and `reach` and `record` one less, so that with a newcomer
 * they hold. `appearance` is small: all that a script can make look ordinary must not undo that.
 */
export const shippedSettings: PolicySettings = {
  preset: "score",
  prior: -13,
  holdAt: 12,
  settleBand: 12,
  settleMinMs: 5 * minute,
  settleMaxMs: 50 * minute,
  contact: "open",
  neglectedHosts: "act",
  groupMax: {
    acquaintance: 12,
    reach: 24,
    content: 9,
    repetition: 28,
    profile: 6,
    record: 24,
    appearance: 3,
    trust: 30,
  },
  signals: Object.fromEntries(
    signals.map((one) => [
      one.symbol,
      { decibans: shippedWeight(one), enabled: true, values: defaultsOf(one.settings) },
    ]),
  ),
};

/** As fitted; a signal that no fit has seen yet has the weight that was thought of by hand. */
function shippedWeight({ symbol, decibans }: AnySignal): Decibans {
  return weights[symbol]?.decibans ?? decibans;
}

/** `digest` names `settings` and `seed`; whoever reads the configuration computes it. */
export function makePolicy(settings: PolicySettings, seed: string, digest: PolicyDigest): Policy {
  const enabled = signals.filter((one) => settings.signals[one.symbol]?.enabled ?? true);
  const needs = new Set(enabled.flatMap((one) => one.needs));
  const drawn = enabled.map((one) => [one.symbol, drawnSettings(one, settings, seed)] as const);
  const own = { ...settings.signals, ...Object.fromEntries(drawn) };
  return Object.freeze({ ...settings, signals: own, seed, digest, enabled, needs });
}

function drawnSettings(
  signal: AnySignal,
  { signals }: PolicySettings,
  seed: string,
): SignalSettings {
  const { symbol, decibans, settings } = signal;
  const given = signals[symbol] ?? { decibans, enabled: true, values: defaultsOf(settings) };
  const values = Object.entries(given.values).map(([name, value]) => {
    const random = seeded(`${seed}:threshold:${symbol}:${name}`);
    return [name, drawnFrom(settings[name], value, random)] as const;
  });
  return { ...given, values: Object.fromEntries(values) };
}
