// What complaints of our own people are worth: those that were made together count once.
//
//   day 1   alice ●─● bob    one day            ┐
//   day 4   carol ●          bob's friend       ├ one voice
//   day 9   dave ●           about other words  ┘ another
//
// A crowd can agree in an hour to silence somebody; that several people who have little to do
// with each other mind the same actor on several days, each for its own reason, is what spam and
// pests get. Nobody's voice is lost: a group speaks as loud as its most reliable member.

import { dayNumber, type EpochMs } from "../base/units.ts";
import type { ActorId } from "../model/ids.ts";
import type { ActorHistory } from "../model/observation.ts";
import { worth } from "./fading.ts";

/** One person's block, mute or report of one actor, from when it began. */
export interface Complaint {
  readonly by: ActorId;
  readonly at: EpochMs;
  /**
   * What the actor had written to that person last, by a number; 0 where nothing is known. To
   * join in without having been written to is one occasion for all.
   */
  readonly about: number;
}

/** How often a moderator ruled on somebody of whom this person had complained. */
export interface Reporter {
  /** Ruled spam. */
  readonly right: number;
  readonly wrong: number;
}

export const untested: Reporter = { right: 0, wrong: 0 };

/**
 * What everybody is taken to have been right and wrong before they were tested: two in three, as
 * firmly as after six rulings. Chosen by us: the first ruling must not make or break anybody, and
 * a perfect record is worth half as much again as none, so that it does not pay to earn one.
 */
const [rightBefore, wrongBefore] = [4, 2];

/** The mean of a beta distribution beside the one of somebody untested: 0 … 1.5. */
export function weightOf({ right, wrong }: Reporter): number {
  const share = (right + rightBefore) / (right + wrong + rightBefore + wrongBefore);
  return share / (rightBefore / (rightBefore + wrongBefore));
}

/** What is known of those who complain. */
export interface Reporters {
  recordOf(person: ActorId): Reporter;
  /** They follow each other, as far as we saw. */
  areFriends(one: ActorId, other: ActorId): boolean;
}

/** Chosen by us: nothing asks for more, and it bounds the work. */
const voicesMax = 8;

interface Voice {
  readonly members: Complaint[];
  weight: number;
}

/**
 * Independent complaints, each by its reporter's record and its age. In the order of time each
 * joins the first earlier group that has one of its day, of its occasion, or a friend of who made
 * it. So one more never makes two groups one: more complaints never weigh less.
 */
export function complaintWeight(
  complaints: readonly Complaint[],
  at: EpochMs,
  reporters: Reporters,
): number {
  const voices: Voice[] = [];
  for (const one of inOrder(complaints)) {
    const weight = weightOf(reporters.recordOf(one.by)) * worth(one.at, at);
    const voice = voices.find(({ members }) => isTogether(one, members, reporters));
    if (voice === undefined) {
      if (voices.length < voicesMax) voices.push({ members: [one], weight });
    } else {
      voice.members.push(one);
      voice.weight = Math.max(voice.weight, weight);
    }
  }
  return Math.round(voices.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100;
}

function inOrder(complaints: readonly Complaint[]): readonly Complaint[] {
  if (complaints.length < 2) return complaints;
  return [...complaints].sort((a, b) => a.at - b.at || (a.by < b.by ? -1 : 1));
}

/** Who is a friend of whom is asked last: it takes longest. */
function isTogether(
  one: Complaint,
  members: readonly Complaint[],
  { areFriends }: Reporters,
): boolean {
  const today = dayNumber(one.at);
  return (
    members.some(({ at, about }) => dayNumber(at) === today || about === one.about) ||
    members.some(({ by }) => areFriends(by, one.by))
  );
}

/**
 * Days of mail that was taken which make up for one complaint. Chosen by us: who talks much has
 * somebody mute it now and then, and one person must not unmake what took weeks.
 */
const daysPerComplaint = 10;

type Minded = Pick<ActorHistory, "complaintWeight" | "welcomedBy" | "goodDays">;

/** More people mind it than its friends here and its own good days make up for. */
export function isMinded({ complaintWeight: weight, welcomedBy, goodDays }: Minded): boolean {
  return weight > welcomedBy + goodDays / daysPerComplaint;
}
