// What was found long ago, weighed as it would be today: symbols and strengths are remembered, so
// that a change of weights can be tried on traffic whose words are gone.

import type { Decibans } from "../../base/units.ts";
import type { Evidence } from "../../model/verdict.ts";
import type { PolicySettings } from "../policy.ts";
import { added } from "../score.ts";

export type RememberedEvidence = Pick<Evidence, "symbol" | "group" | "strength">;

type Weights = Pick<PolicySettings, "prior" | "groupMax" | "signals">;

/**
 * The score under these weights. What a signal's own settings would have made of it is not known:
 * the strength stays. A symbol that no longer exists or is off says nothing.
 */
export function rescored(found: readonly RememberedEvidence[], weights: Weights): Decibans {
  const spoke = found.flatMap(({ symbol, group, strength }): Evidence[] => {
    const { enabled, decibans } = weights.signals[symbol] ?? { enabled: false, decibans: 0 };
    if (!enabled) return [];
    return [{ symbol, group, strength, decibans: decibans * strength, because: "" }];
  });
  return added(spoke, weights).score;
}

/** Whether something else than the score decided: a rule, a wish, a lack of room or proof. */
export function decidedBeside(found: readonly Pick<Evidence, "group">[]): boolean {
  return found.some(({ group }) => group === "rule");
}
