// What our own people chose for themselves: to hear everything, or only whom they know.

import type { Arrival } from "../model/arrival.ts";
import type { ActorId } from "../model/ids.ts";
import type { Tie } from "../model/observation.ts";
import { reason, type Verdict } from "../model/verdict.ts";

export type RecipientMode = "off" | "normal" | "consent";
type ModeOf = (recipient: ActorId) => RecipientMode;

/** Everybody here whom it reaches wants their mail unjudged; who is not read may be anybody. */
export function allWantItUnjudged({ audience }: Arrival, modeOf: ModeOf): boolean {
  const { notified, notifiedTotal } = audience;
  if (notified.length === 0 || notified.length !== notifiedTotal) return false;
  return notified.every(({ actor }) => modeOf(actor) === "off");
}

/** Who hears only whom they know, and did not ask for this. */
export function unconsenting(ties: readonly Tie[], modeOf: ModeOf): readonly ActorId[] {
  const unasked = ties.filter(({ solicited }) => !solicited);
  return unasked.map(({ recipient }) => recipient).filter((one) => modeOf(one) === "consent");
}

/** A delivery can't be cut in two: where one of its people has to consent, all of it waits. */
export function untilConsent(verdict: Verdict, whom: readonly ActorId[]): Verdict {
  const [first] = whom;
  if (first === undefined || verdict.action === "reject") return verdict;
  const others = whom.length === 1 ? "" : ` and ${whom.length - 1} more`;
  const because = `${first}${others} hears only from people whom they know`;
  const evidence = reason("CONSENT", because);
  return { ...verdict, action: "hold", evidence: [evidence, ...verdict.evidence] };
}
