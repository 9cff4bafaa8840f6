// Recorded traffic and the truth beside it, plain or gzip-compressed, a line at a time.

import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import type { ToldTruth } from "./collect.ts";

/** Opens nothing before its first line is asked for. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const input = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

/** `NAME.truth.jsonl.gz` stands beside `NAME.jsonl.gz`. */
export async function truthsBeside(log: string): Promise<readonly ToldTruth[]> {
  const truths: ToldTruth[] = [];
  const file = log.replace(/\.jsonl(\.gz)?$/, ".truth.jsonl$1");
  for await (const line of linesOf(file)) {
    if (line.trim() !== "") truths.push(JSON.parse(line) as ToldTruth);
  }
  return truths;
}
