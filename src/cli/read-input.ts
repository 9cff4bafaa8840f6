// Files and standard input, with bounds: what a command reads may come from a stranger.

import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Context } from "./context.ts";
import { Complaint } from "./exit-code.ts";
import { printable } from "./printable.ts";
import { whyNot } from "./read-config.ts";

type Place = Pick<Context, "input" | "directory">;

/** All of a file, or of standard input for `-`, up to `bytesMax`. */
export async function readAll(name: string, bytesMax: number, place: Place): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of open(name, place)) {
    length += chunk.length;
    if (length > bytesMax)
      throw new Complaint(`${shownName(name)} is longer than ${bytesMax} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Bytes of the longest line that is read; a delivery's body may have 1 MiB, escaped twice that. */
const lineBytesMax = 8 * 1024 * 1024;

/**
 * The lines of a file or of standard input, one at a time and without reading ahead of what is
 * asked for; gzip is recognised by its first two bytes. UTF-8; a broken sequence becomes U+FFFD.
 */
export async function* readLines(name: string, place: Place): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of gunzipped(open(name, place))) {
    const text = rest + decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      yield text.slice(from, end).replace(/\r$/, "");
      from = end + 1;
    }
    rest = text.slice(from);
    if (rest.length > lineBytesMax)
      throw new Complaint(`${shownName(name)} has a line of more than ${lineBytesMax} bytes.`);
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}

export function shownName(name: string): string {
  return name === "-" ? "standard input" : printable(name);
}

async function* open(name: string, place: Place): AsyncGenerator<Uint8Array> {
  const source: AsyncIterable<Uint8Array> =
    name === "-" ? place.input : createReadStream(resolve(place.directory, name));
  try {
    yield* source;
  } catch (error) {
    throw new Complaint(`can't read ${shownName(name)}: ${whyNot(error)}.`);
  }
}

async function* gunzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const all = (async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  const zipped = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!zipped) {
    yield* all;
    return;
  }
  const unzip = createGunzip();
  const source$ = Readable.from(all);
  source$.on("error", (error) => unzip.destroy(error));
  try {
    yield* source$.pipe(unzip) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof Complaint) throw error;
    throw new Complaint(`the log is not whole gzip: ${whyNot(error)}.`);
  }
}
