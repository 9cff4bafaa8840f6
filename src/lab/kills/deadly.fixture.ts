// A memory's disk and a home server that end the process in the middle of what they do.

import { writeSync } from "node:fs";
import type { Disk, DiskFile } from "../../adapters/durable/disk.ts";

/** Where a life ends: in the n-th of these; `elsewhere`: whoever started it ends it. */
export interface Death {
  readonly place:
    | "write"
    | "sync"
    | "rename"
    | "read"
    | "unsent"
    | "unfinished"
    | "elsewhere"
    | "end";
  readonly nth: number;
}

const saying: Readonly<Record<Death["place"], string>> = {
  write: "a write of the memory's journal",
  sync: "a sync of the memory's journal",
  rename: "the renewal of the memory's journal",
  read: "the replay of the memory's journal",
  unsent: "a replay to the home server, before it came there",
  unfinished: "a replay to the home server, after it came there",
  elsewhere: "",
  end: "",
};

/** Answers a function to be called wherever one may die: does so at the n-th call for its place. */
export function dying({ place, nth }: Death): (here: Death["place"]) => void {
  let times = 0;
  return (here) => {
    if (here !== place || ++times < nth) return;
    // Some microseconds on, what was begun is under way.
    const until = performance.now() + Math.random() * 0.3;
    while (performance.now() < until);
    writeSync(1, `dies in ${saying[place]}\n`);
    process.kill(process.pid, "SIGKILL");
  };
}

/** Each call is under way, and not yet answered, when the process may die. */
export function deadlyDisk(disk: Disk, die: ReturnType<typeof dying>): Disk {
  const deadly = (file: DiskFile): DiskFile => ({
    ...file,
    read: (into, at) => begun("read", () => file.read(into, at)),
    write: (bytes, at) => begun("write", () => file.write(bytes, at)),
    sync: () => begun("sync", () => file.sync()),
  });
  async function begun<T>(place: Death["place"], work: () => Promise<T>): Promise<T> {
    const working = work();
    die(place);
    return await working;
  }
  return {
    ...disk,
    open: async (name) => deadly(await disk.open(name)),
    create: async (name) => deadly(await disk.create(name)),
    rename: (from, to) => begun("rename", () => disk.rename(from, to)),
  };
}
