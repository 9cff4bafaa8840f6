// Our own classifier in the bench of text filters, beginning without what is shipped.
//
// What is measured is what a post costs the house: its text is read and normalised, too.

import { type Features, featuresOf } from "../../../engine/words/features.ts";
import { learn, newWords, type Words, weigh } from "../../../engine/words/model.ts";
import { packWords } from "../../../engine/words/pack.ts";
import { noPrior } from "../../../engine/words/prior.ts";
import type { WordsLesson } from "../../../model/words.ts";
import { type Contender, type Entry, type Lesson, nothingShared } from "./contender.ts";
import { readingOf } from "./reading-of.ts";

/** Batches may be learned more than once; no more is gained by a sixth time. */
const passes = 5;

export const own: Entry = {
  name: "Breakwater",
  packages: "",
  programs: [],
  runs: "here",
  close: nothingShared,
  make: async () => new Own(),
};

class Own implements Contender {
  readonly #words = newWords(noPrior);
  #author = 0;

  async train(lessons: readonly Lesson[]): Promise<void> {
    const all = lessons.map(({ text, isSpam }) => ({ features: featuresIn(text), isSpam }));
    for (let pass = 0; pass < passes; pass++)
      for (const { features, isSpam } of all) this.#learn(features, isSpam);
  }

  async score(texts: readonly string[]): Promise<readonly number[]> {
    return texts.map((text) => scoreOf(this.#words, featuresIn(text)));
  }

  async stream(lessons: readonly Lesson[]): Promise<readonly number[]> {
    return lessons.map(({ text, isSpam }) => {
      const features = featuresIn(text);
      const score = scoreOf(this.#words, features);
      this.#learn(features, isSpam);
      return score;
    });
  }

  async modelBytes(): Promise<number> {
    return packWords(this.#words).length;
  }

  async end(): Promise<void> {
    // It has nothing but memory.
  }

  #learn(features: Features, isSpam: boolean): void {
    learn(this.#words, features, lessonBy(`author-${this.#author++}`, isSpam));
  }
}

function featuresIn(text: string): Features {
  return featuresOf(readingOf(text));
}

function lessonBy(author: string, isSpam: boolean): WordsLesson {
  return { label: isSpam ? "spam" : "ham", weight: 1, author };
}

function scoreOf(words: Words, features: Features): number {
  return weigh(words, features).decibans;
}
