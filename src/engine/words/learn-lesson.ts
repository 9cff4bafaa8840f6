// A lesson as it is kept, learned.

import type { Lesson } from "../../model/lesson.ts";
import { newWords, type Words } from "./model.ts";
import { unpackFeatures } from "./pack-features.ts";
import { teach } from "./teach.ts";

/** False where it says nothing, or another version packed it. */
export function learnLesson(words: Words, { label, author, features }: Lesson): boolean {
  const posts = unpackFeatures(features);
  if (posts === undefined || posts.length === 0) return false;
  teach(words, posts, { label, weight: 1, author });
  return true;
}

/** What is shipped, and these lessons in this order. Takes about a millisecond a lesson. */
export async function wordsAfter(lessons: AsyncIterable<readonly Lesson[]>): Promise<Words> {
  const words = newWords();
  for await (const some of lessons) for (const lesson of some) learnLesson(words, lesson);
  return words;
}
