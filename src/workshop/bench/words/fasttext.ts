// fastText 0.9, supervised: words, pairs of them and runs of two to five letters.
//
// The settings are those of its own tutorial on classifying texts (rate 1/2, 25 passes, pairs of
// words, 200,000 buckets, 50 dimensions) and runs of letters, without which it knows no word that
// it has not met; nothing was searched for. In lower case, for the same reason.
//
// It can't learn one by one. Online it is trained anew, on all it has seen, whenever that has
// grown by a half.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Contender,
  type Entry,
  type Lesson,
  nothingShared,
  scoredThenLearned,
} from "./contender.ts";
import { bytesIn, LineProgram, newFolder, outputOf, removed } from "./programs.ts";

export const fasttext: Entry = {
  name: "fastText",
  packages: "fasttext",
  programs: ["fasttext"],
  runs: "beside",
  close: nothingShared,
  async make() {
    return new FastText(await newFolder("fasttext"));
  },
};

const settings = "-lr 0.5 -epoch 25 -wordNgrams 2 -minn 2 -maxn 5 -bucket 200000 -dim 50 -thread 1";
const growth = 1.5;

class FastText implements Contender {
  readonly #folder: string;
  readonly #lessons: Lesson[] = [];
  #trainedOn = 0;
  #program: LineProgram | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async train(lessons: readonly Lesson[]): Promise<void> {
    this.#lessons.push(...lessons);
    const kinds = new Set(this.#lessons.map(({ isSpam }) => isSpam));
    if (kinds.size === 2 && this.#lessons.length >= growth * this.#trainedOn) await this.#anew();
  }

  async score(texts: readonly string[]): Promise<readonly number[]> {
    if (this.#program === undefined) return texts.map(() => 0);
    const told = await this.#program.answers(texts.map((text) => `${oneLine(text)}\n`));
    return told.map(spamOf);
  }

  stream(lessons: readonly Lesson[]): Promise<readonly number[]> {
    return scoredThenLearned(this, lessons);
  }

  modelBytes(): Promise<number> {
    return bytesIn(this.#folder, "model.bin");
  }

  async end(): Promise<void> {
    await this.#program?.end();
    await removed(this.#folder);
  }

  async #anew(): Promise<void> {
    await this.#program?.end();
    const [file, model] = [join(this.#folder, "lessons"), join(this.#folder, "model")];
    const lines = this.#lessons.map(
      ({ text, isSpam }) => `__label__${isSpam ? "spam" : "ham"} ${oneLine(text)}\n`,
    );
    await writeFile(file, lines.join(""));
    const options = ["supervised", "-input", file, "-output", model, ...settings.split(" ")];
    await outputOf("fasttext", options, "");
    this.#trainedOn = this.#lessons.length;
    const asking = ["predict-prob", `${model}.bin`, "-", "2"];
    this.#program = new LineProgram("fasttext", asking, this.#folder);
  }
}

function oneLine(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").replaceAll("__label__", "label").trim();
}

/** "__label__spam 0.9 __label__ham 0.1", in any order; their ratio has more digits than either. */
function spamOf(line: string): number {
  const of = (kind: string): number =>
    Number(new RegExp(`__label__${kind} (\\S+)`).exec(line)?.[1]);
  const odds = of("spam") / of("ham");
  return Number.isNaN(odds) ? 0 : Math.log(odds);
}
