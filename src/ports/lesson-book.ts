// What was learned here of words, so that a model can be made of it again: as of now, or of any
// day.

import type { EpochMs } from "../base/units.ts";
import type { Lesson, LessonDay, NumberedLesson } from "../model/lesson.ts";

/** How far a model has learned. */
export interface LessonMark {
  /** The last lesson. */
  readonly last: number;
  /** Grows when a lesson is changed, taken away or set aside: who learned before learns anew. */
  readonly changes: number;
}

/**
 * Durable, in the ledger's file; another process may have it open. Bounded by `lessonsMax`. Every
 * adapter must pass lesson-book.contract.ts. Throws LedgerDown and nothing else.
 */
export interface LessonBook {
  /**
   * Adds them in their order, all or none, on disk once it returns. One about the same as another
   * takes its place, as the last; where label and features are the same nothing changes.
   */
  teach(lessons: readonly Lesson[]): Promise<void>;

  lessonAbout(about: string): Promise<Lesson | undefined>;

  mark(): Promise<LessonMark>;

  /** Those in force after this number, in their order. */
  lessons(after: number, limit: number): Promise<readonly NumberedLesson[]>;

  /** Days on which anything was learned, the last first. */
  days(): Promise<readonly LessonDay[]>;

  /**
   * Sets aside what was learned from `before` on, and takes up again what was set aside earlier;
   * undefined: all is in force. What is learned afterwards is. Answers how many are aside.
   */
  goBackTo(before: EpochMs | undefined): Promise<number>;

  /** Those of a salted sender, in their order, in force or not. */
  taughtBy(sender: string): Promise<readonly NumberedLesson[]>;

  /** Removes those. Answers how many. */
  unteach(sender: string): Promise<number>;

  /** Removes what rulings before then taught; what files taught stays. Answers how many. */
  expireLessons(before: EpochMs): Promise<number>;
}
