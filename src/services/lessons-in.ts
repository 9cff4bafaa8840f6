// All that is in force in a lesson book, a page at a time.

import type { NumberedLesson } from "../model/lesson.ts";
import type { LessonBook } from "../ports/lesson-book.ts";

/** Chosen by us: some hundred kilobytes. */
const pageMax = 100;

/** Throws LedgerDown. */
export async function* lessonsIn(
  book: Pick<LessonBook, "lessons">,
): AsyncGenerator<readonly NumberedLesson[]> {
  for (let last = 0; ; ) {
    const page = await book.lessons(last, pageMax);
    yield page;
    if (page.length < pageMax) return;
    last = page.at(-1)?.number ?? last;
  }
}
