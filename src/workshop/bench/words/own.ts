// Our own classifier in the bench of text filters, beginning without what is shipped.

import { type Features, featuresOf } from "../../../engine/words/features.ts";
import { learn, newWords, type Words, weigh } from "../../../engine/words/model.ts";
import { packWords } from "../../../engine/words/pack.ts";
import type { WordsLesson } from "../../../model/words.ts";
import type { LabelledText, NewContender } from "./contender.ts";
import { readingOf } from "./reading-of.ts";

/** Batches may be learned more than once; no more is gained by a sixth time. */
const passes = 5;

export const newOwn: NewContender = async () => {
  const words = newWords();
  let author = 0;
  const learnOne = (features: Features, isSpam: boolean): void =>
    learn(words, features, lessonBy(`author-${author++}`, isSpam));
  return {
    name: "breakwater",
    async train(texts) {
      const all = texts.map(({ text, isSpam }) => ({ features: featuresIn(text), isSpam }));
      for (let pass = 0; pass < passes; pass++)
        for (const { features, isSpam } of all) learnOne(features, isSpam);
    },
    async score(texts) {
      return texts.map((text) => scoreOf(words, featuresIn(text)));
    },
    async stream(texts) {
      return texts.map(({ text, isSpam }) => {
        const features = featuresIn(text);
        const score = scoreOf(words, features);
        learnOne(features, isSpam);
        return score;
      });
    },
    async modelBytes() {
      return packWords(words).length;
    },
    async end() {
      // It has nothing but memory.
    },
  };
};

function featuresIn(text: LabelledText["text"]): Features {
  return featuresOf(readingOf(text));
}

function lessonBy(author: string, isSpam: boolean): WordsLesson {
  return { label: isSpam ? "spam" : "ham", weight: 1, author };
}

function scoreOf(words: Words, features: Features): number {
  return weigh(words, features).decibans;
}
