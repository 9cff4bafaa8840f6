// Evidence to action.

import type { Observation } from "../model/observation.ts";
import {
  type Action,
  type Evidence,
  type ReasonSymbol,
  reason,
  type Verdict,
} from "../model/verdict.ts";
import type { Policy } from "./policy.ts";
import { countedUp } from "./preset.ts";
import { score } from "./score.ts";

/**
 * What is read and known of a contact becomes a verdict. Pure: same observation, same verdict.
 * `heeds`: which evidence counts at all.
 */
export function judge(
  seen: Observation,
  policy: Policy,
  heeds?: (evidence: Evidence) => boolean,
): Verdict {
  const scored = score(seen, policy, heeds);
  const { preset } = policy;
  const decided =
    preset === "score"
      ? { action: actionFor(scored.score, policy) }
      : countedUp(scored.evidence, preset);
  const { campaign: others } = seen.facts;
  const campaign = others.known ? others.value.id : undefined;
  return { ...scored, ...decided, path: "judged", policy: policy.digest, campaign };
}

function actionFor(score: number, policy: Policy): Action {
  if (score >= policy.holdAt) return "hold";
  if (score >= policy.holdAt - policy.settleBand) return "settle";
  return "accept";
}

/** The verdict of the fast path: the prior, and why nothing was weighed. */
export function passing(because: string, policy: Policy): Verdict {
  return certain("accept", "PASSES", because, -40, policy);
}

/** The verdict of an admin's rule, which wins over every signal. */
export function ruled(decision: "allow" | "refuse", because: string, policy: Policy): Verdict {
  return decision === "allow"
    ? certain("accept", "ALLOWED", because, -40, policy)
    : certain("reject", "REFUSED", because, 40, policy);
}

function certain(
  action: Action,
  symbol: ReasonSymbol,
  because: string,
  decibans: number,
  policy: Policy,
): Verdict {
  const evidence = [{ ...reason(symbol, because), decibans }];
  return {
    action,
    score: decibans,
    probability: decibans > 0 ? 1 : 0,
    path: "fast",
    evidence,
    policy: policy.digest,
    campaign: undefined,
  };
}
