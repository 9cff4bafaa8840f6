// Texts that an operator has labelled, as lessons; and what learning them would change.

import { z } from "zod";
import { textLengthMax } from "../base/limits.ts";
import { hash32 } from "../base/prng.ts";
import { err, ok, type Result } from "../base/result.ts";
import { defaultsOf } from "../base/settings.ts";
import type { EpochMs } from "../base/units.ts";
import { spamWords } from "../engine/signals/spam-words.ts";
import { type Features, featuresOf } from "../engine/words/features.ts";
import { learnLesson, wordsAfter } from "../engine/words/learn-lesson.ts";
import { type Words, weigh } from "../engine/words/model.ts";
import { packedTogether, packFeatures, unpackFeatures } from "../engine/words/pack-features.ts";
import { wordedText } from "../engine/words/plain-text.ts";
import type { Lesson } from "../model/lesson.ts";
import { known } from "../model/observation.ts";
import { salted } from "./salted.ts";

const shape = z.object({
  text: z.string().max(textLengthMax),
  label: z.enum(["spam", "ham"]),
  /** Who wrote it; without one each line is somebody else's. */
  author: z.string().max(1000).optional(),
  /** What belongs together is one lesson. */
  campaign: z.string().max(1000).optional(),
});

export type LabelledText = Readonly<z.infer<typeof shape>>;

/** What is wrong with a line, in words that may follow "FILE:LINE: ". */
export interface BadLabel {
  readonly kind: "bad-label";
  readonly because: string;
}

/** Fields that are not known are left alone. */
export function labelledText(line: string): Result<LabelledText, BadLabel> {
  const parsed = shape.safeParse(jsonIn(line));
  return parsed.success ? ok(parsed.data) : err({ kind: "bad-label", because: whyNot(parsed) });
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined; // The shape refuses it.
  }
}

function whyNot({ error }: { readonly error: z.ZodError }): string {
  const [issue] = error.issues;
  const field = issue?.path[0];
  if (field === undefined) return 'not an object like {"text": "…", "label": "spam"}';
  if (field === "label") return 'its label is not "spam" or "ham"';
  const long = issue?.code === "too_big";
  return `its ${String(field)} is ${long ? "too long" : "missing, or no text"}`;
}

/** One at a time, so that a large file need not be in mind with its texts. */
export interface Collector {
  /** Wrong where its campaign has another label already. */
  add(text: LabelledText): Result<void, BadLabel>;
  /** In the order of first lines. Texts without a word are left out. */
  lessons(): readonly Lesson[];
}

interface Gathered {
  readonly label: LabelledText["label"];
  readonly author: string;
  readonly packed: Uint8Array[];
}

/** As many as the classifier takes of one lesson. */
const membersMax = 16;

/** `seed`: the installation's. The same file again teaches nothing new. */
export function collectLessons(seed: string, at: EpochMs): Collector {
  const gathered = new Map<string, Gathered>();
  return {
    add({ text, label, author = text, campaign }) {
      const about = `file:${salted(seed, campaign === undefined ? text : `campaign:${campaign}`)}`;
      const before = gathered.get(about);
      if (before !== undefined && before.label !== label) {
        const what = campaign === undefined ? "the same text" : "its campaign";
        return err({ kind: "bad-label", because: `${what} was labelled ${before.label} above` });
      }
      const one = before ?? { label, author: salted(seed, author), packed: [] };
      gathered.set(about, one);
      const isRepeat = before !== undefined && campaign === undefined;
      if (!isRepeat && one.packed.length < membersMax)
        one.packed.push(packFeatures([featuresOf(wordedText(text))]));
      return ok(undefined);
    },

    lessons() {
      const all = [...gathered].map(([about, { label, author, packed }]): Lesson => {
        const untold = { sender: undefined, receipt: undefined } as const;
        const features = packedTogether(packed);
        return { about, label, author, ...untold, from: "file", isPublic: true, at, features };
      });
      return all.filter(({ features }) => features.length > 0);
    },
  };
}

/** Of how many lessons SPAM_WORDS would speak. */
export interface Spoken {
  readonly spam: number;
  readonly ham: number;
}

/**
 * What the signal says of these lessons, by what is known already, and after learning: each half
 * of them judged by what is known and what the other half taught.
 */
export async function measureLessons(
  lessons: readonly Lesson[],
  learned: AsyncIterable<readonly Lesson[]>,
): Promise<{ readonly before: Spoken; readonly after: Spoken }> {
  const words = await wordsAfter(learned);
  const before = spokenOf(lessons, words);
  const [one, other] = [halfOf(lessons, 0), halfOf(lessons, 1)];
  const taught = [taughtBy(other, words), taughtBy(one, words)] as const;
  const [first, second] = [spokenOf(one, taught[0]), spokenOf(other, taught[1])];
  const after = { spam: first.spam + second.spam, ham: first.ham + second.ham };
  return { before, after };
}

function halfOf(lessons: readonly Lesson[], half: number): readonly Lesson[] {
  return lessons.filter(({ about }) => hash32(about) % 2 === half);
}

function taughtBy(lessons: readonly Lesson[], words: Words): Words {
  const { prior, ...learned } = words;
  const copy = { ...structuredClone(learned), prior };
  for (const lesson of lessons) learnLesson(copy, lesson);
  return copy;
}

function spokenOf(lessons: readonly Lesson[], words: Words): Spoken {
  const spoken = { spam: 0, ham: 0 };
  for (const { label, features } of lessons) {
    const [post] = unpackFeatures(features) ?? [];
    if (post !== undefined && speaksOf(post, words)) spoken[label]++;
  }
  return spoken;
}

const shipped = defaultsOf(spamWords.settings);

function speaksOf(post: Features, words: Words): boolean {
  const facts = { words: known(weigh(words, post)) };
  return spamWords.judge({ facts } as Parameters<typeof spamWords.judge>[0], shipped).strength > 0;
}
