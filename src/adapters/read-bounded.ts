// A response's body as text, and not a byte more than we want, however it is packed.

import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

export class UnwantedBody extends Error {
  override readonly name = "UnwantedBody";
}

/**
 * Throws UnwantedBody for more than `bytesMax` bytes once unpacked, for an unknown packing and for
 * what is not UTF-8; zlib's and the socket's errors pass through. We ask for unpacked bodies; some
 * servers pack all the same.
 */
export async function readBounded(
  body: Readable,
  packing: string | undefined,
  bytesMax: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw new UnwantedBody(`longer than ${bytesMax} bytes`);
      chunks.push(chunk);
    }
  };
  const unpack = unpackerFor(packing);
  if (unpack === undefined) await pipeline(body, collect);
  else await pipeline(body, unpack, collect);
  return decode(Buffer.concat(chunks));
}

function unpackerFor(packing: string | undefined) {
  switch (packing?.trim().toLowerCase() ?? "identity") {
    case "identity":
    case "":
      return undefined;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new UnwantedBody("packed in a way we do not know");
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnwantedBody("not UTF-8");
  }
}
