// The lines of a traffic log on this machine's disk.

import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

/** Longer than any line that a gate writes: a body of 1 MiB, escaped. */
const lineCharactersMax = 8 * 1024 * 1024;

/** Throws what reading throws, also where the file ends in the middle of its gzip. */
export async function* trafficLines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const bytes = path.endsWith(".gz") ? pipeline(file, createGunzip(), () => undefined) : file;
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > lineCharactersMax) throw new Error(`${path} has a line without an end`);
    yield* lines;
  }
  if (rest !== "") yield rest;
}
