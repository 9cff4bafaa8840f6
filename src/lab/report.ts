// What reached people and what did not, counted where it counts: in the home server's
// own notifications. The gate's word is taken only for where the rest is.

import { minute } from "../base/units.ts";
import type { KeptState } from "../model/kept.ts";
import type { Notification } from "./lab-home.ts";
import type { Contact } from "./plan.ts";

/** A contact that came within this long came at once: a person would not tell the difference. */
const atOnceMs = minute;

/** Contacts of one kind. What notifies nobody is not among them. */
export interface Tally {
  readonly sent: number;
  /** Notified somebody, at once or later. */
  readonly atOnce: number;
  readonly later: number;
  /** Of those that came later. */
  readonly longestWaitMs: number;
  readonly held: number;
  readonly settling: number;
  /** Neither at the home server nor kept: refused by somebody, or lost. */
  readonly elsewhere: number;
  /** People whom it was to notify, a person counted once a contact; and whom it did. */
  readonly aimedAt: number;
  readonly reached: number;
}

export interface Report {
  readonly ordinary: Tally;
  readonly spam: Tally;
}

/** Where a kept delivery stands, by the id of its activity. */
export interface Standing {
  readonly activityId: string | undefined;
  readonly state: KeptState;
}

export function reportOn(
  sent: readonly Contact[],
  notifications: readonly Notification[],
  kept: readonly Standing[],
): Report {
  const told = Map.groupBy(notifications, ({ activity }) => activity);
  const states = new Map(kept.map(({ activityId, state }) => [activityId, state]));
  const tallyOf = (truth: Contact["truth"]): Tally =>
    sent
      .filter((one) => one.truth === truth && one.reaches.length > 0)
      .map((one) => fateOf(one, told.get(one.activity.id) ?? [], states.get(one.activity.id)))
      .reduce(added, nobody);
  return { ordinary: tallyOf("ordinary"), spam: tallyOf("spam") };
}

const nobody: Tally = {
  sent: 0,
  atOnce: 0,
  later: 0,
  longestWaitMs: 0,
  held: 0,
  settling: 0,
  elsewhere: 0,
  aimedAt: 0,
  reached: 0,
};

function fateOf(
  { at, reaches }: Contact,
  told: readonly Notification[],
  state: KeptState | undefined,
): Tally {
  const counted = { ...nobody, sent: 1, aimedAt: reaches.length, reached: told.length };
  if (told.length > 0) {
    const wait = Math.min(...told.map((one) => one.at)) - at;
    return wait < atOnceMs
      ? { ...counted, atOnce: 1 }
      : { ...counted, later: 1, longestWaitMs: wait };
  }
  if (state === "held") return { ...counted, held: 1 };
  if (state === "settling" || state === "releasing") return { ...counted, settling: 1 };
  return { ...counted, elsewhere: 1 };
}

function added(a: Tally, b: Tally): Tally {
  return {
    sent: a.sent + b.sent,
    atOnce: a.atOnce + b.atOnce,
    later: a.later + b.later,
    longestWaitMs: Math.max(a.longestWaitMs, b.longestWaitMs),
    held: a.held + b.held,
    settling: a.settling + b.settling,
    elsewhere: a.elsewhere + b.elsewhere,
    aimedAt: a.aimedAt + b.aimedAt,
    reached: a.reached + b.reached,
  };
}

/** Share of the people aimed at who were notified, 0 to 1. */
export function reachOf({ aimedAt, reached }: Tally): number {
  return aimedAt === 0 ? 0 : reached / aimedAt;
}
