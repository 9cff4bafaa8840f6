// How long a doubtful contact settles: drawn, so that no published number tells an
// attacker how slowly to post.

import { seeded } from "../base/prng.ts";
import { after, type EpochMs, epochMs, second } from "../base/units.ts";
import type { Receipt } from "../model/ids.ts";
import type { Evidence, Verdict } from "../model/verdict.ts";
import type { Policy } from "./policy.ts";

/** When what is to be replayed must go at the latest. */
export function replayDeadline(replayUntil: EpochMs): EpochMs {
  return after(replayUntil, -replayMarginMs);
}

/** Left for the replay itself before the home server would call the request stale. */
const replayMarginMs = 30 * second;

/** As much of a verdict as tells how long it settles. */
export interface Doubt extends Pick<Verdict, "score"> {
  readonly evidence: readonly Pick<Evidence, "symbol">[];
}

/**
 * When a settling delivery is judged for the last time. Longer with suspicion: the draw is
 * between the shortest window and a bound that rises with the score through the settle band.
 * Never beyond the moment until which the home server takes the original request.
 */
export function settlesUntil(
  receipt: Receipt,
  at: EpochMs,
  doubt: Doubt,
  replayUntil: EpochMs,
  policy: Policy,
): EpochMs {
  const [shortest, longest] = boundsOf(doubt, policy);
  const draw = seeded(`${policy.seed}:window:${receipt}`)();
  const drawn = after(at, shortest + (longest - shortest) * draw);
  return epochMs(Math.max(at, Math.min(drawn, replayDeadline(replayUntil))));
}

function boundsOf({ score, evidence }: Doubt, policy: Policy): readonly [number, number] {
  const { settleMinMs, settleMaxMs, holdAt, settleBand } = policy;
  if (evidence.some(({ symbol }) => waitsLonger.has(symbol)))
    return [(settleMinMs + settleMaxMs) / 2, settleMaxMs];
  const into = Math.min(1, Math.max(0, 1 - (holdAt - score) / settleBand));
  return [settleMinMs, settleMinMs + (settleMaxMs - settleMinMs) * (0.25 + 0.75 * into)];
}

/**
 * Reasons to wait for the upper half of the window, whatever the score. In February 2024 a server
 * of one person saw three posts of a wave in 23 minutes: the first of them must wait that long.
 */
const waitsLonger: ReadonlySet<string> = new Set(["WAVE_UNDER_WAY", "HOST_NEGLECTED"]);

/**
 * Until when the home server would take the original request again: its replay window after the
 * signed date, and not after the signature's own end.
 */
export function replayableUntil(
  arrivedAt: EpochMs,
  signedAt: EpochMs | undefined,
  expiresAt: EpochMs | undefined,
  replayWindowMs: number,
): EpochMs {
  const byDate = after(signedAt ?? arrivedAt, replayWindowMs);
  return expiresAt === undefined ? byDate : epochMs(Math.min(byDate, expiresAt));
}
