// The lesson book's port over the ledger's queue.

import type { EpochMs } from "../../base/units.ts";
import type { Lesson, LessonDay, NumberedLesson } from "../../model/lesson.ts";
import type { LessonBook, LessonMark } from "../../ports/lesson-book.ts";
import type { CommitQueue } from "./commit-queue.ts";

export class SqliteLessonBook implements LessonBook {
  readonly #queue: CommitQueue;

  constructor(queue: CommitQueue) {
    this.#queue = queue;
  }

  teach(lessons: readonly Lesson[]): Promise<void> {
    // A copy: they may be windows into a pool, which would travel as a whole.
    const own = lessons.map((one) => ({ ...one, features: Uint8Array.from(one.features) }));
    return this.#queue.call("teach", own);
  }

  lessonAbout(about: string): Promise<Lesson | undefined> {
    return this.#queue.call("lessonAbout", about);
  }

  mark(): Promise<LessonMark> {
    return this.#queue.call("lessonMark");
  }

  lessons(after: number, limit: number): Promise<readonly NumberedLesson[]> {
    return this.#queue.call("lessons", after, limit);
  }

  days(): Promise<readonly LessonDay[]> {
    return this.#queue.call("lessonDays");
  }

  goBackTo(before: EpochMs | undefined): Promise<number> {
    return this.#queue.call("goBackTo", before);
  }

  taughtBy(sender: string): Promise<readonly NumberedLesson[]> {
    return this.#queue.call("taughtBy", sender);
  }

  unteach(sender: string): Promise<number> {
    return this.#queue.call("unteach", sender);
  }

  expireLessons(before: EpochMs): Promise<number> {
    return this.#queue.call("expireLessons", before);
  }
}
