// What may become of a kept delivery: the state machine behind every ledger, without the disk.
// A move answers where the delivery stands afterwards, or undefined where it may not be made.

import { after, type EpochMs, epochMs } from "../base/units.ts";
import {
  endedStates,
  type Kept,
  type KeptState,
  type NextPosition,
  type UpstreamAnswer,
  wasAccepted,
  wasRefused,
} from "./kept.ts";

/** All that a move looks at and changes. */
export interface Position {
  readonly state: KeptState;
  /** While releasing: where it goes back to if the home server is down. */
  readonly claimedFrom: "settling" | "held" | undefined;
  readonly dueAt: EpochMs | undefined;
  readonly since: EpochMs;
  readonly attempts: number;
  readonly ruledBy: string | undefined;
}

const endings: ReadonlySet<KeptState> = new Set(endedStates);

/** Nothing leads on from here. */
export function hasEnded(state: KeptState): boolean {
  return endings.has(state);
}

/**
 * Bytes stay while somebody may still need them: to release, or to see why the home server
 * refused or a moderator rejected it (until `expire` takes those as well).
 */
export function keepsBytes(state: KeptState): boolean {
  return state !== "delivered" && state !== "withdrawn" && state !== "expired";
}

/**
 * A moment as ledgers keep it: whole milliseconds, rounded down so that nothing comes late,
 * within what a Date can hold.
 */
export function wholeMoment(moment: EpochMs): EpochMs {
  const furthest = 8.64e15;
  return epochMs(Math.floor(Math.min(furthest, Math.max(-furthest, moment))));
}

/**
 * What settles without a moment is due at once: nothing may wait for ever unseen. What is held
 * waits for somebody, and is due at a deadline where it has one.
 */
export function begun(kept: Kept): Position {
  const since = wholeMoment(kept.since);
  const waits = kept.state === "settling" || kept.state === "releasing" || hasDeadline(kept);
  return {
    state: kept.state,
    claimedFrom: kept.state === "releasing" ? "settling" : undefined,
    dueAt: waits ? wholeMoment(kept.dueAt ?? since) : undefined,
    since,
    attempts: kept.attempts,
    ruledBy: kept.ruledBy,
  };
}

function hasDeadline({ state, dueAt }: Pick<Position, "state" | "dueAt">): boolean {
  return state === "held" && dueAt !== undefined;
}

/**
 * Only what nobody ruled on is judged again: a moderator's word stands over the machine's. What
 * is held settles no more, but may get another deadline, or be rejected by a rule.
 */
export function rejudged(
  position: Position,
  next: Pick<NextPosition, "state" | "dueAt">,
  at: EpochMs,
): Position | undefined {
  const { state, ruledBy } = position;
  if ((state !== "settling" && state !== "held") || ruledBy !== undefined) return undefined;
  if (state === "held" && next.state === "settling") return undefined;
  const dueAt = next.dueAt === undefined ? undefined : wholeMoment(next.dueAt);
  if (next.state === state) return { ...position, dueAt: dueAt ?? stillDueAt(state, at) };
  const arrived = arrivedAt(next.state, at);
  return { ...position, ...arrived, dueAt: next.state === "held" ? dueAt : undefined };
}

function stillDueAt(state: "settling" | "held", at: EpochMs): EpochMs | undefined {
  return state === "settling" ? wholeMoment(at) : undefined;
}

/** A lease that lapsed was a try that failed: its deliverer is gone. */
export function claimed(position: Position, leaseMs: number, at: EpochMs): Position | undefined {
  const { state, dueAt, attempts } = position;
  if (dueAt === undefined || dueAt > at || hasEnded(state)) return undefined;
  const lapsed = state === "releasing";
  return {
    ...position,
    ...arrivedAt("releasing", at),
    claimedFrom: lapsed ? position.claimedFrom : (state as "settling" | "held"),
    dueAt: wholeMoment(after(at, leaseMs)),
    attempts: lapsed ? attempts + 1 : attempts,
  };
}

export function finished(
  position: Position,
  answer: UpstreamAnswer,
  at: EpochMs,
  retryAt: EpochMs,
): Position | undefined {
  if (position.state !== "releasing") return undefined;
  if (wasAccepted(answer)) return { ...position, ...arrivedAt("delivered", at) };
  if (wasRefused(answer)) return { ...position, ...arrivedAt("refused", at) };
  return {
    ...position,
    ...arrivedAt(position.claimedFrom ?? "settling", at),
    dueAt: wholeMoment(retryAt),
    attempts: position.attempts + 1,
  };
}

/** The latest word counts. What is on its way can't be called back. */
export function ruledOn(
  position: Position,
  ruling: "ham" | "spam",
  by: string,
  at: EpochMs,
): Position | undefined {
  if (position.state !== "settling" && position.state !== "held") return undefined;
  if (ruling === "ham") return { ...position, dueAt: wholeMoment(at), ruledBy: by };
  return { ...position, ...arrivedAt("rejected", at), ruledBy: by };
}

/** Also in mid-release: a home server that is down must not be sent it after its Delete. */
export function withdrawn(position: Position, at: EpochMs): Position | undefined {
  if (hasEnded(position.state)) return undefined;
  return { ...position, ...arrivedAt("withdrawn", at) };
}

/** Only what nobody ruled on: ham is a promise, however long the home server is down. */
export function expired(position: Position, before: EpochMs, at: EpochMs): Position | undefined {
  if (position.state !== "held" || position.ruledBy !== undefined) return undefined;
  if (position.since >= before) return undefined;
  return { ...position, ...arrivedAt("expired", at) };
}

function arrivedAt(
  state: KeptState,
  at: EpochMs,
): Pick<Position, "state" | "since" | "dueAt" | "claimedFrom"> {
  return { state, since: wholeMoment(at), dueAt: undefined, claimedFrom: undefined };
}
