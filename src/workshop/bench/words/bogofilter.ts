// bogofilter 1.2, as it is shipped: words as a bag, Robinson's and Fisher's combination.
//
// Taught by the mbox, a process for each kind; asked by the mbox too, which is its quickest way.
// Online it has no other way than a process to score and one to learn. Scores are its spamicity,
// with all digits it has.

import {
  type Contender,
  type Entry,
  type Lesson,
  nothingShared,
  scoredThenLearned,
} from "./contender.ts";
import { mboxOf } from "./mail.ts";
import { bytesIn, newFolder, outputOf, removed } from "./programs.ts";

export const bogofilter: Entry = {
  name: "bogofilter",
  packages: "bogofilter",
  programs: ["bogofilter"],
  runs: "beside",
  close: nothingShared,
  async make() {
    const folder = await newFolder("bogofilter");
    return new Bogofilter(folder);
  },
};

class Bogofilter implements Contender {
  readonly #folder: string;
  #hasLearned = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async train(lessons: readonly Lesson[]): Promise<void> {
    await this.#register(
      "-s",
      lessons.filter(({ isSpam }) => isSpam),
    );
    await this.#register(
      "-n",
      lessons.filter(({ isSpam }) => !isSpam),
    );
  }

  async score(texts: readonly string[]): Promise<readonly number[]> {
    // Without a list of words it does not answer at all.
    if (!this.#hasLearned) return texts.map(() => 0.5);
    const told = await this.#run(["-TT"], texts);
    return told.trim().split("\n").map(Number);
  }

  stream(lessons: readonly Lesson[]): Promise<readonly number[]> {
    return scoredThenLearned(this, lessons);
  }

  modelBytes(): Promise<number> {
    return bytesIn(this.#folder, "wordlist");
  }

  end(): Promise<void> {
    return removed(this.#folder);
  }

  async #register(kind: "-s" | "-n", lessons: readonly Lesson[]): Promise<void> {
    if (lessons.length === 0) return;
    this.#hasLearned = true;
    await this.#run(
      [kind],
      lessons.map(({ text }) => text),
    );
  }

  /** It answers 0 for spam, 1 for ham, 2 for unsure; 3 is an error. */
  #run(options: readonly string[], texts: readonly string[]): Promise<string> {
    const all = ["-C", "-d", this.#folder, "-M", ...options];
    return outputOf("bogofilter", all, mboxOf(texts), [0, 1, 2]);
  }
}
