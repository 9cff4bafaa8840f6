// Reading a memory back from its journal, whatever an earlier end left of it.
//
//   memory.journal              a head, then frames: everything once, then what changed since
//   memory.journal.new          a fresh one being written; without use until it has the name
//   memory.journal.version-N    of another version, put aside unread
//   memory.journal.unreadable   not understood, put aside
//   memory.journal.rest         what stood behind the last whole frame, if that is much

import { randomBytes } from "node:crypto";
import { type EpochMs, epochMs } from "../../base/units.ts";
import type { Contents } from "../process/contents.ts";
import type { Disk, DiskFile } from "./disk.ts";
import { frameOf, framesIn } from "./frames.ts";
import { version } from "./records.ts";
import { Restoring } from "./restore.ts";

export const journalName = "memory.journal";

/** What a write that was cut off can have left. More than that was more than one write. */
const restBytesMax = 1024 * 1024;

export interface Head {
  readonly version: number;
  /** Mixed into what is kept of texts and bodies: it can't be compared with another server's. */
  readonly salt: string;
  /** When everything was last written anew. */
  readonly madeAt: EpochMs;
}

export interface OpenJournal {
  readonly file: DiskFile;
  readonly size: number;
  /** Up to where everything stands once; what changed since lies behind. */
  readonly wholeBytes: number;
  readonly head: Head;
  readonly contents: Contents;
  /** It was closed in order, or there was none: nothing can be missing. */
  readonly closedInOrder: boolean;
  /** What an operator should know of how it was found. */
  readonly found: readonly string[];
}

/** `contentsFor` makes empty ones under a salt. Throws what the disk throws. */
export async function openJournal(
  disk: Disk,
  now: EpochMs,
  contentsFor: (salt: string) => Contents,
): Promise<OpenJournal> {
  await disk.remove(`${journalName}.new`);
  const size = await disk.size(journalName);
  if (size === undefined) return await begin(disk, now, contentsFor, []);
  const file = await disk.open(journalName);
  const read = await readAll(file, contentsFor);
  if (read.ok) return await tidied(disk, file, size, read);
  await file.close();
  const aside = `${journalName}.${read.suffix}`;
  await disk.rename(journalName, aside);
  const found = `${read.because}: it is kept as ${aside}, and memory begins empty`;
  return await begin(disk, now, contentsFor, [found]);
}

/** A head on disk under a name, and nothing behind it. */
export async function beginFile(disk: Disk, name: string, head: Head): Promise<OpenFile> {
  const file = await disk.create(name);
  const line = JSON.stringify(["breakwater-memory", head.version, head.salt, head.madeAt]);
  const frame = frameOf([line]);
  await file.write(frame, 0);
  return { file, size: frame.byteLength };
}

export type OpenFile = Pick<OpenJournal, "file" | "size">;

async function begin(
  disk: Disk,
  now: EpochMs,
  contentsFor: (salt: string) => Contents,
  found: readonly string[],
): Promise<OpenJournal> {
  const head = { version, salt: randomBytes(16).toString("hex"), madeAt: now };
  const { file, size } = await beginFile(disk, `${journalName}.new`, head);
  await file.sync();
  await disk.rename(`${journalName}.new`, journalName);
  const contents = contentsFor(head.salt);
  return { file, size, wholeBytes: size, head, contents, closedInOrder: true, found };
}

interface Read {
  readonly ok: true;
  readonly head: Head;
  readonly contents: Contents;
  readonly endsAt: number;
  readonly wholeBytes: number;
  readonly closedInOrder: boolean;
}

type Unread = { readonly ok: false; readonly suffix: string; readonly because: string };

async function readAll(
  file: DiskFile,
  contentsFor: (salt: string) => Contents,
): Promise<Read | Unread> {
  const frames = framesIn(file);
  const first = await frames.next();
  const head = first.done ? undefined : headIn(first.value.lines);
  if (first.done || head === undefined) {
    return { ok: false, suffix: "unreadable", because: "the journal has no head of ours" };
  }
  if (head.version !== version) {
    const because = `the journal is of version ${head.version}, this Breakwater writes ${version}`;
    return { ok: false, suffix: `version-${head.version}`, because };
  }
  try {
    return await restore(frames, first.value.endsAt, head, contentsFor(head.salt));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, suffix: "unreadable", because: `the journal was not understood (${why})` };
  }
}

async function restore(
  frames: ReturnType<typeof framesIn>,
  headBytes: number,
  head: Head,
  contents: Contents,
): Promise<Read> {
  const restoring = new Restoring(contents);
  let endsAt = headBytes;
  let wholeBytes = headBytes;
  let closedInOrder = false;
  for await (const { lines, endsAt: end } of frames) {
    endsAt = end;
    closedInOrder = lines[0] === closing;
    if (lines[0] === wholeEnds) wholeBytes = end;
    for (const line of lines) if (line !== closing && line !== wholeEnds) restoring.take(line);
  }
  restoring.done();
  return { ok: true, head, contents, endsAt, wholeBytes, closedInOrder };
}

/** Ends a journal that was closed in order. */
export const closing = '["closed"]';

/** Everything stands before it; changes follow. */
export const wholeEnds = '["whole"]';

/** A last frame that was cut off was never acknowledged: it goes. Much more than that is odd. */
async function tidied(
  disk: Disk,
  file: DiskFile,
  size: number,
  { endsAt, ...read }: Read,
): Promise<OpenJournal> {
  const rest = size - endsAt;
  const found: string[] = [];
  if (rest > restBytesMax) {
    await copyRest(disk, file, endsAt);
    const aside = `${journalName}.rest`;
    found.push(`the last ${rest} bytes can't be read: they are kept as ${aside}`);
  }
  if (rest > 0) await file.truncate(endsAt);
  const { head, contents, wholeBytes, closedInOrder } = read;
  return {
    file,
    size: endsAt,
    wholeBytes,
    head,
    contents,
    closedInOrder: closedInOrder && rest === 0,
    found,
  };
}

async function copyRest(disk: Disk, from: DiskFile, start: number): Promise<void> {
  const to = await disk.create(`${journalName}.rest`);
  const block = new Uint8Array(restBytesMax);
  for (let at = start; ; ) {
    const read = await from.read(block, at);
    if (read === 0) break;
    await to.write(block.subarray(0, read), at - start);
    at += read;
  }
  await to.close();
}

function headIn(lines: readonly string[]): Head | undefined {
  try {
    const [name, number, salt, madeAt]: unknown[] = JSON.parse(lines[0] ?? "");
    const known = name === "breakwater-memory" && typeof number === "number";
    if (!known) return undefined;
    return { version: number, salt: String(salt), madeAt: epochMs(Number(madeAt)) };
  } catch {
    return undefined; // Not JSON, or no list: somebody else's file.
  }
}
