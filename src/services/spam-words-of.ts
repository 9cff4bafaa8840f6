// Which words of something kept are such as spam has, for a moderator who asked for its text.

import { arrive } from "../engine/arrive.ts";
import { read } from "../engine/read.ts";
import { wordsAfter } from "../engine/words/learn-lesson.ts";
import { tellingWords } from "../engine/words/telling.ts";
import type { Kept } from "../model/kept.ts";
import { parseActivity } from "../model/parse.ts";
import type { LessonBook } from "../ports/lesson-book.ts";
import { lessonsIn } from "./lessons-in.ts";

/** Chosen by us: a line. */
const wordsMax = 8;

/** By what is known now, which may be more than when it was judged. Throws LedgerDown. */
export async function spamWordsOf(
  { delivery, authenticity }: Kept,
  book: Pick<LessonBook, "lessons">,
): Promise<readonly string[]> {
  const parsed = parseActivity(delivery.body);
  if (!parsed.ok) return [];
  const nowhere = { hosts: [], actors: undefined };
  const post = read(arrive(delivery, parsed.value, authenticity, nowhere));
  return tellingWords(await wordsAfter(lessonsIn(book)), post, wordsMax);
}
