// What somebody ruled, as the classifier of words learns it: no text, and nobody's name.

import type { EpochMs } from "../base/units.ts";
import type { Receipt } from "./ids.ts";

/** What we ship is known anyway; these are what this server adds to it. */
export interface Lesson {
  /** A campaign, a delivery, a line of a file: of each there is one lesson. */
  readonly about: string;
  readonly label: "spam" | "ham";
  /** Salted, of a registrable domain: what a word shows counts once several of them used it. */
  readonly author: string;
  /** Salted, of the actor, so that it can be forgotten; undefined where nobody is known. */
  readonly sender: string | undefined;
  readonly from: LessonSource;
  /** Everybody could read what it is of: nothing else of it ever leaves this server. */
  readonly isPublic: boolean;
  readonly at: EpochMs;
  /** The delivery that was ruled on first; whoever rules on it again changes this lesson. */
  readonly receipt: Receipt | undefined;
  /** Hashed features of its posts, as the classifier packs them. */
  readonly features: Uint8Array;
}

export const lessonSources = ["ruling", "file"] as const;
export type LessonSource = (typeof lessonSources)[number];

export interface NumberedLesson extends Lesson {
  /** In the order of learning. */
  readonly number: number;
}

/**
 * Of each source; beyond them the oldest go, a tenth at a time, since what is left is then learned
 * anew. Chosen by us: a server that rules on ten cases a day has those of most of a year.
 */
export const lessonsMax: Readonly<Record<LessonSource, number>> = { ruling: 3_000, file: 10_000 };

/** How many stay when there are more than fit. */
export function lessonsLeft(from: LessonSource, count: number): number {
  return count > lessonsMax[from] ? Math.floor(0.9 * lessonsMax[from]) : count;
}

/** What was learned on one day (UTC). */
export interface LessonDay {
  readonly startsAt: EpochMs;
  readonly spam: number;
  readonly ham: number;
  /** Of both, those that are out of force: somebody went back to an earlier day. */
  readonly aside: number;
}
