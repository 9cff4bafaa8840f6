// Settings with a proposal applied to them, and the bounds that no proposal may leave.

import type { Decibans } from "../../base/units.ts";
import type { Proposal } from "../../model/proposal.ts";
import type { PolicySettings } from "../policy.ts";
import { holdAtMoveMax } from "./risk.ts";

/** How far a fitted weight may stand from the configured one: the same as for thresholds. */
const weightMoveMax: Decibans = holdAtMoveMax;

/** What rounding to tenths may add. */
const slack = 1e-9;

/** Who settles stays the same wherever the threshold goes: the budget is one of what is held. */
export function proposedSettings(
  settings: PolicySettings,
  { weights, holdAt }: Pick<Proposal, "weights" | "holdAt">,
): PolicySettings {
  const signals = Object.entries(weights).flatMap(([symbol, decibans]) => {
    const before = settings.signals[symbol];
    return before === undefined ? [] : [[symbol, { ...before, decibans }] as const];
  });
  const next = holdAt ?? settings.holdAt;
  return {
    ...settings,
    holdAt: next,
    settleBand: Math.max(0, settings.settleBand + next - settings.holdAt),
    signals: { ...settings.signals, ...Object.fromEntries(signals) },
  };
}

/**
 * Why a proposal may not stand, in a sentence; undefined where it may. However it came about, it
 * stays near what is configured, turns no signal's sense round, and lets no signal alone hold.
 */
export function whyUnlawful(
  settings: PolicySettings,
  proposal: Pick<Proposal, "weights" | "holdAt">,
): string | undefined {
  const { holdAt, prior } = proposedSettings(settings, proposal);
  if (!(Math.abs(holdAt - settings.holdAt) <= holdAtMoveMax + slack))
    return `hold_at would move by more than ${holdAtMoveMax} decibans, to ${holdAt}`;
  for (const [symbol, decibans] of Object.entries(proposal.weights)) {
    const before = settings.signals[symbol]?.decibans;
    if (before === undefined) return `there is no signal ${symbol}`;
    if (!(Math.abs(decibans - before) <= weightMoveMax + slack))
      return `${symbol} would move by more than ${weightMoveMax} decibans, to ${decibans}`;
    if (decibans * before < 0) return `${symbol} would change its sign`;
    if (decibans >= holdAt - prior && decibans > before)
      return `${symbol} alone would hold, with ${decibans} decibans`;
  }
  return undefined;
}
