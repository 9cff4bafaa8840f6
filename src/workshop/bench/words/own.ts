// Our own classifier in the bench of text filters, beginning without what is shipped: in one go
// as `npm run train` learns, post by post as a server does from rulings.
//
// What is measured is what a post costs the house: its text is read and normalised, too. And once
// more without bounds on what a word may say, to show what these cost.

import { cellOf } from "../../../engine/words/cells.ts";
import { type Features, featuresOf } from "../../../engine/words/features.ts";
import { learn, newWords, type Words, weigh } from "../../../engine/words/model.ts";
import { packWords } from "../../../engine/words/pack.ts";
import { noPrior, packPrior } from "../../../engine/words/prior.ts";
import { learnPrior, quantised } from "../../train/words-prior.ts";
import { type Contender, type Entry, type Lesson, nothingShared } from "./contender.ts";
import { readingOf } from "./reading-of.ts";

type Say = (words: Words, features: Features) => number;

export const own = entryOf("Breakwater", (words, features) => weigh(words, features).decibans);
export const ownUnbounded = entryOf("Unbounded", unbounded);

function entryOf(name: string, say: Say): Entry {
  return {
    name,
    packages: "",
    programs: [],
    runs: "here",
    make: async () => new Own(say),
    close: nothingShared,
  };
}

class Own implements Contender {
  readonly #say: Say;
  #words = newWords(noPrior);
  #author = 0;

  constructor(say: Say) {
    this.#say = say;
  }

  async train(lessons: readonly Lesson[]): Promise<void> {
    const texts = lessons.map(({ text, isSpam }) => {
      return { source: "bench", isSpam, features: featuresIn(text) };
    });
    const effort = { leastTexts: 1, passes: passesOver(texts.length) };
    this.#words = newWords(quantised(learnPrior(texts, effort)));
  }

  async score(texts: readonly string[]): Promise<readonly number[]> {
    return texts.map((text) => this.#say(this.#words, featuresIn(text)));
  }

  /** Each from an author of its own. */
  async stream(lessons: readonly Lesson[]): Promise<readonly number[]> {
    return lessons.map(({ text, isSpam }) => {
      const features = featuresIn(text);
      const score = this.#say(this.#words, features);
      const label = isSpam ? "spam" : "ham";
      learn(this.#words, features, { label, weight: 1, author: `author-${this.#author++}` });
      return score;
    });
  }

  async modelBytes(): Promise<number> {
    const { prior, all } = this.#words;
    return all.lessons === 0 ? packPrior(prior).length : packWords(this.#words).length;
  }

  async end(): Promise<void> {
    // It has nothing but memory.
  }
}

/** As many as what is shipped where there are many texts; more where there are few. */
function passesOver(texts: number): number {
  return Math.max(3, Math.min(12, Math.round(20_000 / Math.max(1, texts))));
}

function featuresIn(text: string): Features {
  return featuresOf(readingOf(text));
}

function unbounded({ prior, weights }: Words, { hashes }: Features): number {
  let sum = 0;
  for (const hash of hashes) {
    sum += (prior.weights[hash >>> prior.shift] as number) * prior.unit;
    sum += weights[cellOf(hash)] as number;
  }
  return sum / Math.sqrt(Math.max(1, hashes.length));
}
