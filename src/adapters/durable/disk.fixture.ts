// A disk in a test's hands: full, slow or failing when it is told so, and its plug can be pulled.
// What was written and not synced may then be there or not, cut anywhere; a new name as well.

import type { Disk, DiskFile } from "./disk.ts";

interface Stored {
  /** Room for more than the file has. */
  bytes: Buffer;
  size: number;
  /** What lies before it survives a pulled plug: files are only written at their end. */
  synced: number;
}

export interface TestDisk extends Disk {
  readonly files: Map<string, Stored>;
  /** Writing beyond so many bytes in all fails. */
  bytesMax: number;
  syncFails: boolean;
  /** Syncing waits for this. */
  hold: Promise<void> | undefined;
  syncs: number;
  writes: number;
  /** Called before each write, sync and rename: who throws here stops the program there. */
  before: (what: "write" | "sync" | "rename") => void;
  /** The disk as the next start finds it. `draw` gives 0…1. */
  unplugged(draw: () => number): TestDisk;
}

export function testDisk(files = new Map<string, Stored>()): TestDisk {
  const disk: TestDisk = {
    files,
    bytesMax: Number.POSITIVE_INFINITY,
    syncFails: false,
    hold: undefined,
    syncs: 0,
    writes: 0,
    before: () => undefined,
    open: async (name) => fileIn(disk, stored(name)),
    async create(name) {
      const file = { bytes: Buffer.alloc(0), size: 0, synced: 0 };
      files.set(name, file);
      return fileIn(disk, file);
    },
    size: async (name) => files.get(name)?.size,
    names: async () => [...files.keys()],
    async rename(from, to) {
      disk.before("rename");
      files.set(to, stored(from));
      files.delete(from);
    },
    remove: async (name) => void files.delete(name),
    unplugged(draw) {
      const left = [...files].map(([name, file]) => [name, afterCut(file, draw)] as const);
      return testDisk(new Map(left));
    },
  };

  function stored(name: string): Stored {
    const file = files.get(name) ?? { bytes: Buffer.alloc(0), size: 0, synced: 0 };
    files.set(name, file);
    return file;
  }
  return disk;
}

function fileIn(disk: TestDisk, file: Stored): DiskFile {
  return {
    async read(into, at) {
      return file.bytes.copy(into, 0, at, Math.max(at, file.size));
    },
    async write(bytes, at) {
      disk.before("write");
      disk.writes++;
      const room = disk.bytesMax - bytesOn(disk) + file.size - at;
      const fits = bytes.subarray(0, Math.max(0, Math.min(bytes.byteLength, room)));
      const size = at + fits.byteLength;
      if (size > file.bytes.byteLength) {
        file.bytes = Buffer.concat([file.bytes.subarray(0, file.size)], 2 * size);
      }
      file.bytes.set(fits, at);
      file.size = size;
      file.synced = Math.min(file.synced, at);
      if (fits.byteLength < bytes.byteLength) throw new Error("ENOSPC: no space left on device");
    },
    async sync() {
      disk.before("sync");
      await disk.hold;
      disk.syncs++;
      if (disk.syncFails) throw new Error("EIO: i/o error, fdatasync");
      file.synced = file.size;
    },
    async truncate(size) {
      file.size = size;
      file.synced = Math.min(file.synced, size);
    },
    close: async () => undefined,
  };
}

function bytesOn({ files }: TestDisk): number {
  return [...files.values()].reduce((sum, { size }) => sum + size, 0);
}

/** All that was synced, and of the rest a first part, whose last bytes may be zeros. */
function afterCut({ bytes, size, synced }: Stored, draw: () => number): Stored {
  const end = synced + Math.floor(draw() * (size - synced + 1));
  const left = Buffer.from(bytes.subarray(0, end));
  if (draw() < 0.3) left.fill(0, synced + Math.floor(draw() * (end - synced)));
  return { bytes: left, size: end, synced: end };
}
