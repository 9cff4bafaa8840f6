// CRM114 2010, with its two features for mail: orthogonal sparse bigrams (OSB), and those with
// Fidelis's confidence factor (OSBF).
//
// One process for all (crm114.crm), a post a line, in lower case, which helped it where we tried.
// It learns what it can't yet tell apart well, as its own trainer does. Files have room for
// 2^18 features each; with its default of 94,321 it gives up within three thousand short posts.

import { fileURLToPath } from "node:url";
import { type Contender, type Entry, type Lesson, nothingShared } from "./contender.ts";
import { bytesIn, LineProgram, newFolder, outputOf, removed } from "./programs.ts";

export const crm114Osb = entryOf("CRM114 OSB", "osb unique microgroom");
export const crm114Osbf = entryOf("CRM114 OSBF", "osbf unique microgroom");

const script = fileURLToPath(new URL("crm114.crm", import.meta.url));
const room = ["-s", `${2 ** 18 + 1}`];

function entryOf(name: string, how: string): Entry {
  return {
    name,
    packages: "crm114",
    programs: ["crm"],
    runs: "beside",
    close: nothingShared,
    async make() {
      const folder = await newFolder("crm114");
      for (const kind of ["spam", "ham"])
        await outputOf("crm", [...room, `-{ learn <${how}> (${folder}/${kind}.css) }`], "");
      return new Crm114(folder, new LineProgram("crm", [script, ...room, `--how=${how}`], folder));
    },
  };
}

class Crm114 implements Contender {
  readonly #folder: string;
  readonly #program: LineProgram;

  constructor(folder: string, program: LineProgram) {
    this.#folder = folder;
    this.#program = program;
  }

  async train(lessons: readonly Lesson[]): Promise<void> {
    await this.stream(lessons);
  }

  async score(texts: readonly string[]): Promise<readonly number[]> {
    return this.#ask(texts.map((text) => lineOf("C", text)));
  }

  async stream(lessons: readonly Lesson[]): Promise<readonly number[]> {
    return this.#ask(lessons.map(({ text, isSpam }) => lineOf(isSpam ? "S" : "H", text)));
  }

  modelBytes(): Promise<number> {
    return bytesIn(this.#folder, "spam.css", "ham.css");
  }

  async end(): Promise<void> {
    await this.#program.end();
    await removed(this.#folder);
  }

  async #ask(lines: readonly string[]): Promise<readonly number[]> {
    return (await this.#program.answers(lines)).map(Number);
  }
}

function lineOf(what: "C" | "S" | "H", text: string): string {
  return `${what} ${text.toLowerCase().replace(/\s+/g, " ").trim()}\n`;
}
