// What is written down of a contact that is kept, and how it is understood again.

import { checkTimeMs, fetchTimeMs } from "../base/limits.ts";
import { after, type EpochMs, epochMs, second } from "../base/units.ts";
import { relayedIn } from "../engine/identity/origin-copy.ts";
import { readClaims } from "../engine/identity/read-claims.ts";
import { isRefusedAtHome } from "../engine/identity/signature-claim.ts";
import { signatureKindOf } from "../engine/identity/signature-kind.ts";
import { objectIdOf } from "../engine/named-objects.ts";
import type { Policy } from "../engine/policy.ts";
import { replayableUntil, settlesUntil } from "../engine/settle-window.ts";
import type { Activity } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import type { Authenticity } from "../model/authenticity.ts";
import type { Delivery } from "../model/delivery.ts";
import type { ActorId } from "../model/ids.ts";
import type { Kept } from "../model/kept.ts";
import { parseActivity } from "../model/parse.ts";
import { reason, type Verdict } from "../model/verdict.ts";
import type { Ports } from "../ports/ports.ts";
import { type Checked, keysOf, reconsider } from "./check.ts";
import { firstDeadline } from "./ladder/deadline.ts";
import type { Ladder } from "./ladder/ladder.ts";
import { arrivalOf } from "./receive.ts";
import { however, type InTime, within } from "./within.ts";

export function keptFrom(checked: Checked, policy: Policy, ports: Ports, ladder: Ladder): Kept {
  const { arrival, verdict } = checked;
  const { activity, authenticity, sender } = arrival;
  const kept = keptAs(arrival.delivery, authenticity, verdict, policy, ports);
  return {
    ...kept,
    sender: sender.actor,
    author: broughtFor(arrival),
    activityId: activity.id,
    objectId: objectIdOf(activity),
    laterWays: ladder.laterWays(activity, arrival.delivery.at),
    keys: keysOf(checked),
    recipients: arrival.audience.notified.map(({ actor }) => actor),
  };
}

/** Who may take it back, beside whoever brought it. */
function broughtFor({ activity, authenticity }: Arrival): ActorId | undefined {
  if (authenticity.kind !== "proven") return undefined;
  return relayedIn(activity, authenticity.signer)?.author;
}

/** For a delivery whose check ended in a mistake of ours: nothing is known but its bytes. */
export function keptUnjudged(delivery: Delivery, policy: Policy, ports: Ports): Kept {
  const because = "our own check failed; it settles and is looked at again";
  const verdict: Verdict = {
    action: "settle",
    score: policy.holdAt - policy.settleBand,
    probability: 0.5,
    path: "judged",
    evidence: [reason("UNJUDGED", because)],
    policy: policy.digest,
    campaign: undefined,
  };
  const unasked = { kind: "unknown", signature: signatureKindOf(delivery), keyId: "" } as const;
  const authenticity = { ...unasked, why: "unavailable", because } as const;
  return keptAs(delivery, authenticity, verdict, policy, ports);
}

function keptAs(
  delivery: Delivery,
  authenticity: Authenticity,
  judged: Verdict,
  policy: Policy,
  ports: Ports,
): Kept {
  const { at } = delivery;
  const { replayWindowMs } = ports.homeServer.profile();
  const { signedAt, expiresAt } = datesOf(delivery, authenticity);
  const replayUntil = replayableUntil(at, signedAt, expiresAt, replayWindowMs);
  const verdict = unlessStale(judged, replayUntil - at, replayWindowMs);
  return {
    delivery,
    authenticity,
    verdict,
    ...begunBy(verdict, delivery, replayUntil, policy),
    sender: "" as ActorId,
    author: undefined,
    activityId: undefined,
    objectId: undefined,
    keys: [],
    recipients: [],
    replayUntil,
    laterWays: [],
    attempts: 0,
    answer: undefined,
    triedBy: undefined,
    since: at,
    ruledBy: undefined,
    behind: undefined,
    eldest: undefined,
  };
}

function begunBy(
  verdict: Verdict,
  { receipt, at }: Delivery,
  replayUntil: EpochMs,
  policy: Policy,
): Pick<Kept, "state" | "dueAt"> {
  const { action } = verdict;
  if (action === "reject") return { state: "rejected", dueAt: undefined };
  if (action !== "settle") return { state: "held", dueAt: firstDeadline(at, replayUntil) };
  const dueAt = settlesUntil(receipt, at, verdict, replayUntil, policy);
  if (!isUnread(verdict)) return { state: "settling", dueAt };
  return { state: "settling", dueAt: epochMs(Math.min(dueAt, at + unreadWaitMs)) };
}

/** By then a fetch has come to something, after waiting for its turn. */
const unreadWaitMs = 2 * fetchTimeMs;

/** It settles for no other reason than that something it names was not read yet. */
export function isUnread({ evidence }: Verdict): boolean {
  return evidence[0]?.symbol === "UNREAD";
}

interface Dates {
  readonly signedAt: EpochMs | undefined;
  readonly expiresAt: EpochMs | undefined;
}

/** As proven; else as claimed: the home server will go by that, whether we had the key or not. */
function datesOf(delivery: Delivery, authenticity: Authenticity): Dates {
  if (authenticity.kind === "proven") return authenticity;
  const claims = readClaims(delivery, signatureKindOf(delivery));
  const claim = claims.ok ? claims.value[0] : undefined;
  return { signedAt: claim?.signedAt, expiresAt: claim?.expiresAt };
}

/**
 * A stale date or a short `expires` would be a way to wait for a moment only: where less than
 * half of the home server's window is left on arrival, the doubtful is held, and what is held
 * is not passed on at its deadline.
 */
function unlessStale(verdict: Verdict, leftMs: number, windowMs: number): Verdict {
  if (verdict.action === "reject" || leftMs >= windowMs / 2) return verdict;
  const left = `${Math.max(0, Math.round(leftMs / second))} s`;
  const because = `its signature can be used again for ${left} only, too short to wait for it`;
  const evidence = reason("SHORT_LIVED", because);
  return { ...verdict, action: "hold", evidence: [...verdict.evidence, evidence] };
}

/**
 * Understood anew from its bytes; a key that was late when it came may be here by now, and what
 * it names. What that still is not `inTime` stays unread.
 */
export async function judgeKept(
  kept: Kept,
  at: EpochMs,
  policy: Policy,
  ports: Ports,
  inTime: InTime = however,
): Promise<Verdict> {
  const parsed = parseActivity(kept.delivery.body);
  if (!parsed.ok) return kept.verdict;
  const authenticity =
    kept.authenticity.kind === "unknown"
      ? await proofByNow(kept, parsed.value, ports)
      : kept.authenticity;
  // What the home server will refuse itself needs no verdict of ours.
  if (isRefusedAtHome(authenticity, ports.homeServer.profile()))
    return { ...kept.verdict, action: "accept" };
  const arrival = arrivalOf(kept.delivery, parsed.value, authenticity, ports);
  const counted = kept.authenticity.kind === "proven";
  return (await reconsider(arrival, counted, at, policy, ports, inTime)).verdict;
}

/** The fetch went on while it settled; who still stalls does not keep others waiting. */
async function proofByNow(kept: Kept, activity: Activity, ports: Ports): Promise<Authenticity> {
  const { authenticator, clock } = ports;
  const asked = authenticator.authenticate(kept.delivery, activity);
  return (await within(after(clock.now(), checkTimeMs), asked, clock)) ?? kept.authenticity;
}
