// What a server may give away of what it learned: texts with their labels, and the model.

import { type EpochMs, isoTime } from "../base/units.ts";
import { arrive } from "../engine/arrive.ts";
import { read } from "../engine/read.ts";
import { learnLesson } from "../engine/words/learn-lesson.ts";
import { newWords } from "../engine/words/model.ts";
import { packWords } from "../engine/words/pack.ts";
import type { Kept } from "../model/kept.ts";
import type { Lesson } from "../model/lesson.ts";
import { parseActivity } from "../model/parse.ts";

/** As `breakwater learn` reads them; whose it is nobody can tell. */
export interface ExportedLabel {
  readonly text: string;
  readonly label: "spam" | "ham";
  readonly author: string;
  readonly campaign: string | undefined;
  readonly lang: string | undefined;
  readonly at: string;
}

/** Undefined where the text is gone. */
export function exportedLabel(lesson: Lesson, kept: Kept): ExportedLabel | undefined {
  const parsed = parseActivity(kept.delivery.body);
  if (!parsed.ok) return undefined;
  const nowhere = { hosts: [], actors: undefined };
  const { text, language } = read(arrive(kept.delivery, parsed.value, kept.authenticity, nowhere));
  if (text === "") return undefined;
  const { label, author, about } = lesson;
  const campaign = about.startsWith("campaign:") ? about : undefined;
  return { text, label, author, campaign, lang: language, at: isoTime(lesson.at as EpochMs) };
}

export interface ExportedModel {
  readonly kind: "breakwater-words";
  readonly lessons: number;
  /** What was learned beside what is shipped, in base64: engine/words/pack.ts. */
  readonly packed: string;
}

/** Of lessons that were public only. */
export async function exportedModel(
  lessons: AsyncIterable<readonly Lesson[]>,
): Promise<ExportedModel> {
  const words = newWords();
  let count = 0;
  for await (const some of lessons) {
    for (const lesson of some) if (lesson.isPublic && learnLesson(words, lesson)) count++;
  }
  const packed = Buffer.from(packWords(words)).toString("base64");
  return { kind: "breakwater-words", lessons: count, packed };
}
