// From findings to a score: additive, capped per group, monotone.

import type { Decibans } from "../base/units.ts";
import type { Known, Need, Observation } from "../model/observation.ts";
import type { Evidence } from "../model/verdict.ts";
import { calibrated } from "./calibrate/probability.ts";
import type { Policy } from "./policy.ts";
import type { Group } from "./signals/signal.ts";
import { calibration } from "./weights.ts";

export interface Score {
  readonly score: Decibans;
  /** Of spam: how often what has this score was spam, see calibrate/probability.ts. */
  readonly probability: number;
  readonly evidence: readonly Evidence[];
}

/** `heeds`: which evidence counts at all. */
export function score(
  seen: Observation,
  policy: Policy,
  heeds: (evidence: Evidence) => boolean = () => true,
): Score {
  return added(listen(seen, policy).filter(heeds), policy);
}

/** What spoke, each at its full weight, becomes a score. */
export function added(
  spoke: readonly Evidence[],
  { prior, groupMax }: Pick<Policy, "prior" | "groupMax">,
): Score {
  const evidence = capped(spoke, groupMax);
  const total = evidence.reduce((sum, one) => sum + one.decibans, prior);
  const rounded = Math.round(total * 100) / 100;
  return { score: rounded, probability: calibrated(rounded, calibration), evidence };
}

function listen(seen: Observation, policy: Policy): Evidence[] {
  const { arrival } = seen;
  const view = {
    at: arrival.delivery.at,
    activity: arrival.activity,
    reading: arrival.reading,
    sender: arrival.sender,
    audience: arrival.audience,
    facts: seen.facts as Known<Need>,
  };
  const spoke: Evidence[] = [];
  for (const signal of policy.enabled) {
    const settings = policy.signals[signal.symbol];
    if (settings === undefined) continue;
    const { strength, because } = signal.judge(view, settings.values);
    if (strength <= 0) continue;
    const { symbol, group } = signal;
    spoke.push({ symbol, group, strength, decibans: settings.decibans * strength, because });
  }
  return spoke;
}

/**
 * Scales a group's evidence down to its cap, for and against apart: what speaks for a sender
 * does not make room for more of the same against it.
 */
function capped(spoke: readonly Evidence[], max: Readonly<Record<Group, Decibans>>): Evidence[] {
  return spoke
    .map((one) => {
      const sum = sumBeside(one, spoke);
      const cap = max[one.group as Group];
      const decibans = sum > cap ? (one.decibans * cap) / sum : one.decibans;
      return { ...one, decibans: Math.round(decibans * 100) / 100 };
    })
    .sort((a, b) => Math.abs(b.decibans) - Math.abs(a.decibans) || (a.symbol < b.symbol ? -1 : 1));
}

/** What its group says on its side, itself included, without sign. A dozen speak at most. */
function sumBeside(one: Evidence, spoke: readonly Evidence[]): Decibans {
  let sum = 0;
  for (const other of spoke) {
    if (other.group === one.group && other.decibans < 0 === one.decibans < 0) sum += other.decibans;
  }
  return Math.abs(sum);
}
