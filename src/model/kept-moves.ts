// What may become of a kept delivery: the state machine behind every ledger, without the disk.
// A move answers where the delivery stands afterwards, or undefined where it may not be made.

import { after, type EpochMs, epochMs } from "../base/units.ts";
import type { Receipt } from "./ids.ts";
import {
  endedStates,
  type Kept,
  type KeptState,
  type NextPosition,
  type UpstreamAnswer,
  wasAccepted,
  wasRefused,
} from "./kept.ts";
import { bytesOf } from "./usage.ts";

/** All that a move looks at and changes. */
export interface Position {
  readonly state: KeptState;
  /** While releasing: where it goes back to if the home server is down. */
  readonly claimedFrom: "settling" | "held" | undefined;
  readonly dueAt: EpochMs | undefined;
  readonly since: EpochMs;
  readonly attempts: number;
  readonly ruledBy: string | undefined;
  readonly behind: Receipt | undefined;
  /** What was sent is still here. */
  readonly hasBytes: boolean;
}

const endings: ReadonlySet<KeptState> = new Set(endedStates);

/** Nothing leads on from here by itself. */
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
 * waits for somebody, and is due at a deadline where it has one. What must not overtake another
 * is not due before that has ended, whatever its moment.
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
    behind: hasEnded(kept.state) ? undefined : kept.behind,
    hasBytes: bytesOf(kept.delivery) > 0,
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
  if (next.state === "held") return { ...position, ...arrivedAt("held", at), dueAt };
  return { ...position, ...endedAs("rejected", at) };
}

function stillDueAt(state: "settling" | "held", at: EpochMs): EpochMs | undefined {
  return state === "settling" ? wholeMoment(at) : undefined;
}

/** A lease that lapsed was a try that failed: its deliverer is gone. */
export function claimed(position: Position, leaseMs: number, at: EpochMs): Position | undefined {
  const { state, dueAt, attempts, behind } = position;
  if (dueAt === undefined || dueAt > at || behind !== undefined) return undefined;
  if (hasEnded(state)) return undefined;
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
  if (wasAccepted(answer)) return { ...position, ...endedAs("delivered", at) };
  if (wasRefused(answer)) return { ...position, ...endedAs("refused", at) };
  return {
    ...position,
    ...arrivedAt(position.claimedFrom ?? "settling", at),
    dueAt: wholeMoment(retryAt),
    attempts: position.attempts + 1,
  };
}

/**
 * The latest word counts, also over an earlier refusal while the bytes are here. What is on its
 * way, or was let in, can't be called back.
 */
export function ruledOn(
  position: Position,
  ruling: "ham" | "spam",
  by: string,
  at: EpochMs,
): Position | undefined {
  if (position.state === "rejected" && ruling === "ham") return letInAfterAll(position, by, at);
  if (position.state !== "settling" && position.state !== "held") return undefined;
  if (ruling === "ham") return { ...position, dueAt: wholeMoment(at), ruledBy: by };
  return { ...position, ...endedAs("rejected", at), ruledBy: by };
}

function letInAfterAll(position: Position, by: string, at: EpochMs): Position | undefined {
  if (!position.hasBytes) return undefined;
  return { ...position, ...arrivedAt("held", at), dueAt: wholeMoment(at), ruledBy: by };
}

/**
 * What was rejected only because it waited behind this, or came after it, waits behind it again,
 * for a word of its own.
 */
export function backBehind(position: Position, leader: Receipt, at: EpochMs): Position | undefined {
  if (position.state !== "rejected" || !position.hasBytes) return undefined;
  return { ...position, ...arrivedAt("held", at), ruledBy: undefined, behind: leader };
}

/** Also in mid-release: a home server that is down must not be sent it after its Delete. */
export function withdrawn(position: Position, at: EpochMs): Position | undefined {
  if (hasEnded(position.state)) return undefined;
  return { ...position, ...endedAs("withdrawn", at) };
}

/** Only what nobody ruled on: ham is a promise, however long the home server is down. */
export function expired(position: Position, before: EpochMs, at: EpochMs): Position | undefined {
  if (position.state !== "held" || position.ruledBy !== undefined) return undefined;
  if (position.since >= before) return undefined;
  return { ...position, ...endedAs("expired", at) };
}

/**
 * What it waited behind has ended. Spam takes along all that was done to it; an end without a
 * ruling as well, as nobody will know the post that it is about. Else it waits for what the other
 * waited for (`wasBehind`), or its own turn has come.
 */
export function leaderEnded(
  position: Position,
  leader: Pick<Position, "state" | "ruledBy">,
  wasBehind: Receipt | undefined,
  at: EpochMs,
): Position {
  const { state, ruledBy } = leader;
  if (state === "rejected") return { ...position, ...endedAs("rejected", at), ruledBy };
  const isHam = position.ruledBy !== undefined;
  if (state === "expired" && !isHam) return { ...position, ...endedAs("expired", at) };
  const hasTurn = wasBehind === undefined && position.state === "settling";
  const dueAt = hasTurn ? wholeMoment(at) : position.dueAt;
  return { ...position, behind: wasBehind, dueAt };
}

/**
 * Where the same at another inbox begins, once the first of them is here: both share one fate.
 * What has reached the home server once, or was tried there, is tried at this inbox as well. But
 * a copy that is held by now stays so, unless a moderator let the first one in: a post that names
 * nobody reaches somebody else at each inbox, and one that got in must not open all the others.
 */
export function begunBeside(own: Position, eldest: Position): Position {
  if (own.state === "rejected") return own;
  const { state, ruledBy, dueAt } = eldest;
  if (own.state === "held" && wentAhead(eldest) && ruledBy === undefined) return own;
  switch (state) {
    case "settling":
    case "held":
      return { ...own, state, ruledBy, dueAt };
    case "releasing":
    case "delivered":
    case "refused":
      return { ...own, state: "settling", ruledBy, dueAt: own.since };
    case "rejected":
    case "withdrawn":
    case "expired":
      return { ...own, ...endedAs(state, own.since), ruledBy };
  }
}

function wentAhead({ state }: Position): boolean {
  return state === "releasing" || state === "delivered" || state === "refused";
}

/**
 * What one of several siblings is judged to be, for another: it keeps its own moment while it
 * settles; its deadline is as much earlier as its request ages earlier.
 */
export function nextForSibling(
  next: NextPosition,
  sibling: Pick<Kept, "dueAt" | "replayUntil">,
  judged: Pick<Kept, "replayUntil">,
): Pick<NextPosition, "state" | "dueAt"> {
  const { state, dueAt } = next;
  if (state === "settling") return { state, dueAt: sibling.dueAt };
  if (dueAt === undefined) return { state, dueAt };
  const earlier = Math.max(0, judged.replayUntil - sibling.replayUntil);
  return { state, dueAt: after(dueAt, -earlier) };
}

function endedAs(state: KeptState, at: EpochMs): Arrived & Pick<Position, "behind"> {
  return { ...arrivedAt(state, at), behind: undefined };
}

type Arrived = Pick<Position, "state" | "since" | "dueAt" | "claimedFrom">;

function arrivedAt(state: KeptState, at: EpochMs): Arrived {
  return { state, since: wholeMoment(at), dueAt: undefined, claimedFrom: undefined };
}
