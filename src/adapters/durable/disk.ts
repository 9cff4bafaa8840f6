// The few things that a journal asks of a folder. Everything else about disks stays behind it,
// so that a test can pull the plug.

import { type FileHandle, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** One open file. All throw what node:fs throws. */
export interface DiskFile {
  /** Answers how many bytes were there, 0 at the end. */
  read(into: Uint8Array, at: number): Promise<number>;
  write(bytes: Uint8Array, at: number): Promise<void>;
  /** What was written is on disk once it returns. */
  sync(): Promise<void>;
  truncate(size: number): Promise<void>;
  close(): Promise<void>;
}

export interface Disk {
  /** Made if missing, for nobody else to read. */
  open(name: string): Promise<DiskFile>;
  /** Empties it if it is there. */
  create(name: string): Promise<DiskFile>;
  /** In bytes; undefined where there is none. */
  size(name: string): Promise<number | undefined>;
  names(): Promise<readonly string[]>;
  /** Takes the place of what was there, on disk once it returns. */
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
}

export function folderDisk(folder: string): Disk {
  const path = (name: string): string => join(folder, name);
  return {
    open: async (name) => fileOn(await open(path(name), await flagsFor(path(name)), 0o600)),
    create: async (name) => fileOn(await open(path(name), "w+", 0o600)),
    size: async (name) => await sizeOf(path(name)),
    names: async () => await readdir(folder),
    async rename(from, to) {
      await rename(path(from), path(to));
      await syncFolder(folder);
    },
    remove: async (name) => await rm(path(name), { force: true }),
  };
}

function fileOn(handle: FileHandle): DiskFile {
  return {
    async read(into, at) {
      const { bytesRead } = await handle.read(into, 0, into.byteLength, at);
      return bytesRead;
    },
    async write(bytes, at) {
      let done = 0;
      while (done < bytes.byteLength) {
        const left = bytes.byteLength - done;
        const { bytesWritten } = await handle.write(bytes, done, left, at + done);
        done += bytesWritten;
      }
    },
    sync: async () => await handle.datasync(),
    truncate: async (size) => await handle.truncate(size),
    close: async () => await handle.close(),
  };
}

async function flagsFor(path: string): Promise<string> {
  return (await sizeOf(path)) === undefined ? "w+" : "r+";
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** A new name is only on disk once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
