// Labelled texts from a folder, one JSON object a line: `text`, `label` ("spam" or "ham"), `lang`.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { LabelledText } from "./contender.ts";

export interface SourceText extends LabelledText {
  readonly language: string;
}

/** `NAME.jsonl`, or the same with `.gz`. */
export function textsOf(folder: string, source: string): readonly SourceText[] {
  const plain = join(folder, `${source}.jsonl`);
  const bytes = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`));
  return bytes
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { text, label, lang } = JSON.parse(line) as Readonly<Record<string, string>>;
      return { text: text ?? "", isSpam: label === "spam", language: lang ?? "und" };
    });
}
