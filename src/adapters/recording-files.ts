// Recordings as files, gzipped where the name says so. Each append is a gzip member of its own:
// readers join them, and whatever a crash cut off lies behind the last whole one.

import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { RecordingFailed, type RecordingFile, type RecordingFiles } from "../ports/recording.ts";

const gzipped = promisify(gzip);

/** Private posts may lie in it. */
const mode = 0o600;

export const recordingFiles: RecordingFiles = {
  create: async (path) => fileOn(path, await opened(path, "wx"), 0),
  async resume(path, bytes) {
    const handle = await opened(path, "r+");
    const { size } = await handle.stat();
    if (size >= bytes) return fileOn(path, handle, bytes);
    await handle.close();
    throw new RecordingFailed("it is shorter than it was: somebody changed it");
  },
};

async function opened(path: string, flags: "wx" | "r+"): Promise<FileHandle> {
  try {
    return await open(path, flags, mode);
  } catch (error) {
    throw new RecordingFailed(reasonOf(error));
  }
}

function fileOn(path: string, handle: FileHandle, begins: number): RecordingFile {
  let bytes = begins;
  return {
    get bytes() {
      return bytes;
    },
    async append(lines) {
      if (lines.length === 0) return;
      const text = Buffer.from(lines.map((line) => `${line}\n`).join(""));
      const chunk = path.endsWith(".gz") ? await gzipped(text) : text;
      try {
        await handle.truncate(bytes);
        let done = 0;
        while (done < chunk.byteLength) {
          const left = chunk.byteLength - done;
          done += (await handle.write(chunk, done, left, bytes + done)).bytesWritten;
        }
        bytes += chunk.byteLength;
      } catch (error) {
        throw new RecordingFailed(reasonOf(error));
      }
    },
    close: () => handle.close(),
  };
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: "there is such a file already: name another",
  ENOENT: "its folder is not there, or it was removed",
  EACCES: "the gate may not write there: name a file in its state folder",
  EPERM: "the gate may not write there: name a file in its state folder",
  EROFS: "the gate may not write there: name a file in its state folder",
  ENOSPC: "the disk is full",
};

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
