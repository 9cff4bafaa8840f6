// A delivery and what it brings in share a verdict: the worse one of the two.

import type { ObjectId } from "../model/ids.ts";
import type { Observation } from "../model/observation.ts";
import { type Action, type Evidence, reason, type Verdict } from "../model/verdict.ts";
import { judge } from "./judge.ts";
import type { Policy } from "./policy.ts";

/** A post that the home server will fetch because of a delivery, as a contact of its author's. */
export interface BroughtIn {
  readonly id: ObjectId;
  readonly observation: Observation;
}

/** Pure. Among equals what the delivery itself says decides; `own`: what it comes to by itself. */
export function judgeTogether(
  seen: Observation,
  broughtIn: readonly BroughtIn[],
  policy: Policy,
  own = judge(seen, policy),
): Verdict {
  let worst = own;
  for (const { id, observation } of broughtIn) {
    const verdict = judge(observation, policy);
    if (!isWorse(verdict, worst)) continue;
    const author = observation.arrival.sender.actor;
    worst = { ...verdict, evidence: [...verdict.evidence, bringing(id, author)] };
  }
  return worst;
}

/** By what is done first: that may go by a count, and not by the score. */
function isWorse(one: Verdict, other: Verdict): boolean {
  const higher = rank[one.action] - rank[other.action];
  return higher > 0 || (higher === 0 && one.score > other.score);
}

const rank: Readonly<Record<Action, number>> = {
  accept: 0,
  flag: 1,
  settle: 2,
  hold: 3,
  reject: 4,
};

function bringing(id: ObjectId, author: string): Evidence {
  const because = `brings in ${id} by ${author}, which was judged with it and is the worse`;
  return reason("BRINGS_IN", because);
}
