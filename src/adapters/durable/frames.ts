// A file of frames: each whole or not there. A crash in the middle of writing leaves a last
// frame that is cut or wrong, which its checksum tells.
//
//   ┌────────────┬──────────┬─────────────────────────────┐
//   │ length u32 │ crc32 u32│ lines of JSON, "\n" between │  …
//   └────────────┴──────────┴─────────────────────────────┘

import { crc32 } from "node:zlib";
import type { DiskFile } from "./disk.ts";

const headBytes = 8;

/** Larger than any that we write: what claims to be longer is no frame. */
const frameBytesMax = 64 * 1024 * 1024;

const readBytes = 1024 * 1024;

/** About a millisecond's work to make, so that the gate goes on in between. */
const linesPerFrame = 500;

export function* inFrames(lines: Iterable<string>): Generator<readonly string[]> {
  let frame: string[] = [];
  for (const line of lines) {
    frame.push(line);
    if (frame.length < linesPerFrame) continue;
    yield frame;
    frame = [];
  }
  if (frame.length > 0) yield frame;
}

export function frameOf(lines: readonly string[]): Uint8Array {
  const text = Buffer.from(lines.join("\n"));
  const frame = Buffer.allocUnsafe(headBytes + text.byteLength);
  frame.writeUInt32LE(text.byteLength, 0);
  frame.writeUInt32LE(crc32(text), 4);
  text.copy(frame, headBytes);
  return frame;
}

/** The lines of each whole frame from the start, and where it ends. Stops before a broken one. */
export async function* framesIn(
  file: DiskFile,
): AsyncGenerator<{ readonly lines: readonly string[]; readonly endsAt: number }> {
  let held = Buffer.alloc(0);
  let endsAt = 0;
  const block = Buffer.allocUnsafe(readBytes);
  for (;;) {
    const read = await file.read(block, endsAt + held.byteLength);
    if (read === 0) return;
    held = Buffer.concat([held, block.subarray(0, read)]);
    let at = 0;
    for (let size = wholeFrameAt(held, at); size !== undefined; size = wholeFrameAt(held, at)) {
      const text = held.subarray(at + headBytes, at + size);
      if (crc32(text) !== held.readUInt32LE(at + 4)) return;
      at += size;
      endsAt += size;
      yield { lines: text.toString().split("\n"), endsAt };
    }
    held = held.subarray(at);
    if (held.byteLength >= headBytes && held.readUInt32LE(0) > frameBytesMax) return;
  }
}

/** Its length, head and all; undefined while it is not all there. */
function wholeFrameAt(held: Buffer, at: number): number | undefined {
  if (held.byteLength - at < headBytes) return undefined;
  const size = headBytes + held.readUInt32LE(at);
  // An empty frame is what a hole of zeros looks like.
  return size === headBytes || held.byteLength - at < size ? undefined : size;
}
