// Texts that somebody labelled, from a folder of JSON lines with `text`, `label` (spam or ham),
// `lang` and `source`, gzipped or not.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { hash32 } from "../base/prng.ts";
import { Misused } from "./misused.ts";

export interface LabelledText {
  readonly text: string;
  readonly isSpam: boolean;
  /** BCP 47, as far as the corpus knows. */
  readonly language: string;
  /** Where it was found, as the corpus calls it. */
  readonly source: string;
}

/** Throws Misused, with what is wrong with the folder. */
export function labelledTextsIn(folder: string): readonly LabelledText[] {
  if (!existsSync(folder)) throw new Misused(`${folder} is not there`);
  const files = readdirSync(folder).filter((file) => /\.jsonl(\.gz)?$/.test(file));
  if (files.length === 0)
    throw new Misused(`${folder} has no file that ends in .jsonl or .jsonl.gz`);
  return files.sort().flatMap((file) => textsIn(folder, file));
}

/** Those of one file, named without its ending. Throws Misused as `labelledTextsIn` does. */
export function labelledTextsOf(folder: string, source: string): readonly LabelledText[] {
  const names = [`${source}.jsonl`, `${source}.jsonl.gz`];
  const file = names.find((name) => existsSync(join(folder, name)));
  if (file === undefined) throw new Misused(`${folder} has no ${names.join(" or ")}`);
  return textsIn(folder, file);
}

function textsIn(folder: string, file: string): readonly LabelledText[] {
  return linesOf(join(folder, file)).map((line, index) => {
    const text = labelled(line, file.replace(/\.jsonl(\.gz)?$/, ""));
    if (text === undefined)
      throw new Misused(`${file}, line ${index + 1}: no JSON object with "text" and "label"`);
    return text;
  });
}

/** In the order of a hash: the same whatever was read before. */
export function shuffled<T extends { readonly text: string }>(
  texts: readonly T[],
  seed: string,
): readonly T[] {
  return texts
    .map((one) => ({ one, rank: hash32(`${seed} ${one.text}`) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

function linesOf(path: string): readonly string[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text.split("\n").filter((line) => line !== "");
}

function labelled(line: string, file: string): LabelledText | undefined {
  const row = parsed(line);
  const { text, label, lang = "und", source = file } = row ?? {};
  if (typeof text !== "string" || (label !== "spam" && label !== "ham")) return undefined;
  return { text, isSpam: label === "spam", language: String(lang), source: String(source) };
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
