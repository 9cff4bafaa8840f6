// Lessons that live as long as their process: for replays and tests.

import { day, type EpochMs, startOf } from "../../base/units.ts";
import {
  type Lesson,
  type LessonDay,
  type LessonSource,
  lessonSources,
  lessonsLeft,
  type NumberedLesson,
} from "../../model/lesson.ts";
import type { LessonBook, LessonMark } from "../../ports/lesson-book.ts";

type Entry = NumberedLesson & { readonly aside: boolean };

export class ProcessLessonBook implements LessonBook {
  /** In the order of learning. */
  #lessons = new Map<string, Entry>();
  #last = 0;
  #changes = 0;

  async teach(lessons: readonly Lesson[]): Promise<void> {
    for (const lesson of lessons) this.#put(lesson);
    for (const from of lessonSources) this.#makeRoom(from);
  }

  async lessonAbout(about: string): Promise<Lesson | undefined> {
    const entry = this.#lessons.get(about);
    return entry && withoutPlace(entry);
  }

  async mark(): Promise<LessonMark> {
    return { last: this.#last, changes: this.#changes };
  }

  async lessons(after: number, limit: number): Promise<readonly NumberedLesson[]> {
    const found: NumberedLesson[] = [];
    for (const { aside, ...lesson } of this.#lessons.values())
      if (!aside && lesson.number > after && found.length < limit) found.push(lesson);
    return found;
  }

  async days(): Promise<readonly LessonDay[]> {
    const byDay = Map.groupBy(this.#lessons.values(), ({ at }) => startOf(day, at));
    return [...byDay]
      .sort(([a], [b]) => b - a)
      .map(([startsAt, all]) => ({
        startsAt,
        spam: all.filter(({ label }) => label === "spam").length,
        ham: all.filter(({ label }) => label === "ham").length,
        aside: all.filter(({ aside }) => aside).length,
      }));
  }

  async goBackTo(before: EpochMs | undefined): Promise<number> {
    this.#changes++;
    let count = 0;
    for (const [about, lesson] of this.#lessons) {
      const aside = before !== undefined && lesson.at >= before;
      if (aside) count++;
      this.#lessons.set(about, { ...lesson, aside });
    }
    return count;
  }

  async taughtBy(sender: string): Promise<readonly NumberedLesson[]> {
    const found = [...this.#lessons.values()].filter((lesson) => lesson.sender === sender);
    return found.map((lesson) => ({ ...withoutPlace(lesson), number: lesson.number }));
  }

  unteach(sender: string): Promise<number> {
    return this.#drop((lesson) => lesson.sender === sender);
  }

  expireLessons(before: EpochMs): Promise<number> {
    return this.#drop(({ from, at }) => from === "ruling" && at < before);
  }

  #put(lesson: Lesson): void {
    const { about, label, features } = lesson;
    const before = this.#lessons.get(about);
    if (before !== undefined) {
      const same = before.label === label && Buffer.compare(before.features, features) === 0;
      if (same && !before.aside) return;
      this.#lessons.delete(about);
      this.#changes++;
    }
    const own = { ...lesson, features: Uint8Array.from(features) };
    this.#lessons.set(about, { ...own, number: ++this.#last, aside: false });
  }

  #makeRoom(from: LessonSource): void {
    const all = [...this.#lessons.values()].filter((lesson) => lesson.from === from);
    const gone = all.slice(0, all.length - lessonsLeft(from, all.length));
    for (const { about } of gone) this.#lessons.delete(about);
    if (gone.length > 0) this.#changes++;
  }

  async #drop(goes: (lesson: Lesson) => boolean): Promise<number> {
    const gone = [...this.#lessons.values()].filter(goes);
    for (const { about } of gone) this.#lessons.delete(about);
    if (gone.length > 0) this.#changes++;
    return gone.length;
  }
}

function withoutPlace(entry: Entry): Lesson {
  const { number: _number, aside: _aside, ...lesson } = entry;
  return lesson;
}
