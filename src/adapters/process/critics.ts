// Who complained of an actor, and how often each of our people was right when they did.

import type { EpochMs } from "../../base/units.ts";
import {
  type Complaint,
  complaintWeight,
  type Reporter,
  untested,
} from "../../engine/complaints.ts";
import type { ActorId } from "../../model/ids.ts";
import type { KnownActor } from "./acquaintances.ts";
import type { Contents } from "./contents.ts";
import { peoplePerActorMax } from "./memory-bounds.ts";
import { pairOf } from "./pair.ts";

export interface Critic {
  /** When the complaint began that stands. */
  readonly at: EpochMs;
  /** Until when it counts. */
  readonly until: EpochMs;
  /** The mark of what it had written to them last; 0 where nothing is known. */
  readonly about: number;
  /** What a moderator ruled on the actor since. */
  ruled: "spam" | "ham" | undefined;
}

export type Critics = Map<ActorId, Critic>;

/** Begins, prolongs or ends somebody's complaint; of too many the one noted longest ago goes. */
export function complaining(
  actor: KnownActor,
  person: ActorId,
  at: EpochMs,
  until: EpochMs | undefined,
): Critics | undefined {
  const { critics } = actor;
  if (until === undefined) {
    critics?.delete(person);
    return critics;
  }
  const before = critics?.get(person);
  const begun = { at, about: lastWrittenTo(actor, person), ruled: undefined };
  const after: Critics = critics ?? new Map();
  after.delete(person);
  after.set(person, { ...(before ?? begun), until });
  const [oldest] = after.keys();
  if (after.size > peoplePerActorMax && oldest !== undefined) after.delete(oldest);
  return after;
}

function lastWrittenTo({ contacts }: KnownActor, person: ActorId): number {
  const written = contacts?.all.find(({ who, latest }) => who === person && !latest.struck);
  return written?.latest.id ?? 0;
}

/**
 * A ruling on the actor is one on all that complained of it before, once each; the last one
 * counts. Answers whose record changed. Who joins in afterwards knows what was ruled: that is no
 * merit.
 */
export function judgeCritics(
  { critics }: KnownActor,
  ruling: "spam" | "ham",
  at: EpochMs,
  reporters: Contents["reporters"],
): readonly ActorId[] {
  const judged: ActorId[] = [];
  for (const [person, critic] of critics ?? []) {
    if (critic.at > at || critic.until <= at || critic.ruled === ruling) continue;
    const before = reporters.get(person) ?? untested;
    reporters.set(person, recordAfter(before, ruling, critic.ruled !== undefined));
    critic.ruled = ruling;
    judged.push(person);
  }
  return judged;
}

function recordAfter({ right, wrong }: Reporter, ruling: "spam" | "ham", again: boolean): Reporter {
  const back = Number(again);
  return ruling === "spam"
    ? { right: right + 1, wrong: Math.max(0, wrong - back) }
    : { right: Math.max(0, right - back), wrong: wrong + 1 };
}

export function complaintsAt({ critics }: KnownActor, at: EpochMs): number {
  let count = 0;
  if (critics === undefined) return count;
  for (const { until } of critics.values()) if (until > at) count++;
  return count;
}

/**
 * As engine/complaints.ts weighs them, without those that a moderator found groundless. Most have
 * none, and cost nothing.
 */
export function complaintWeightAt(
  { critics }: KnownActor,
  at: EpochMs,
  contents: Pick<Contents, "regards" | "reporters">,
): number {
  if (critics === undefined || critics.size === 0) return 0;
  const standing: Complaint[] = [];
  for (const [by, one] of critics)
    if (one.until > at && one.ruled !== "ham") standing.push({ by, at: one.at, about: one.about });
  return complaintWeight(standing, at, {
    recordOf: (person) => contents.reporters.get(person) ?? untested,
    areFriends: (one, other) => follows(one, other, contents) && follows(other, one, contents),
  });
}

function follows(person: ActorId, whom: ActorId, { regards }: Pick<Contents, "regards">): boolean {
  return regards.get(pairOf(person, whom))?.follows ?? false;
}
