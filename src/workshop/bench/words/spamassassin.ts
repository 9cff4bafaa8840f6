// SpamAssassin 4's Bayes without its rules, in one Perl process (spamassassin.pl): a tenth of the
// work of `spamc` and `sa-learn`, which start anew or ask all rules.
//
// It speaks from the first lesson on, where it would ship waiting for 200 of each kind, and keeps
// all it has learned. Scores are its probability; a half where it knows no word of a post.

import { fileURLToPath } from "node:url";
import {
  type Contender,
  type Entry,
  type Lesson,
  nothingShared,
  scoredThenLearned,
} from "./contender.ts";
import { mailOf } from "./mail.ts";
import { bytesIn, LineProgram, newFolder, removed } from "./programs.ts";

export const spamassassin: Entry = {
  name: "SpamAssassin Bayes",
  packages: "spamassassin",
  programs: ["sa-learn", "perl"],
  runs: "beside",
  close: nothingShared,
  async make() {
    const folder = await newFolder("spamassassin");
    return new SpamAssassin(folder, new LineProgram("perl", [script, folder], folder));
  },
};

const script = fileURLToPath(new URL("spamassassin.pl", import.meta.url));

class SpamAssassin implements Contender {
  readonly #folder: string;
  readonly #program: LineProgram;

  constructor(folder: string, program: LineProgram) {
    this.#folder = folder;
    this.#program = program;
  }

  async train(lessons: readonly Lesson[]): Promise<void> {
    await this.#ask(lessons.map(({ text, isSpam }) => requestOf(isSpam ? "spam" : "ham", text)));
  }

  score(texts: readonly string[]): Promise<readonly number[]> {
    return this.#ask(texts.map((text) => requestOf("score", text)));
  }

  stream(lessons: readonly Lesson[]): Promise<readonly number[]> {
    return scoredThenLearned(this, lessons);
  }

  modelBytes(): Promise<number> {
    return bytesIn(this.#folder, "bayes_");
  }

  async end(): Promise<void> {
    await this.#program.end();
    await removed(this.#folder);
  }

  async #ask(requests: readonly Uint8Array[]): Promise<readonly number[]> {
    return (await this.#program.answers(requests)).map(Number);
  }
}

function requestOf(what: "spam" | "ham" | "score", text: string): Uint8Array {
  const mail = Buffer.from(mailOf(text));
  return Buffer.concat([Buffer.from(`${what} ${mail.length}\n`), mail]);
}
