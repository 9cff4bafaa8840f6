// What a gate weighs after a week of a server of a hundred people, and how it starts again.
//
// 20,000 judged deliveries a day by 5,000 strangers are far more than such a server sees.

import { execFile } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { folderDisk } from "../../adapters/durable/disk.ts";
import { DurableMemory } from "../../adapters/durable/durable-memory.ts";
import { systemClock } from "../../adapters/system-clock.ts";
import type { Memory } from "../../ports/memory.ts";
import { contact } from "../../ports/memory-contract/contacts.ts";
import type { BenchOptions, Row } from "./main.ts";
import type { WeekTold } from "./week-house.ts";

const run = promisify(execFile);
const house = fileURLToPath(new URL("week-house.ts", import.meta.url));
const mebibyte = 1024 * 1024;

export async function benchWeek({ smoke }: BenchOptions): Promise<readonly Row[]> {
  const [days, perDay, actors] = smoke ? [1, 200, 1000] : [7, 20_000, 100_000];
  const folder = await mkdtemp(join(tmpdir(), "breakwater-week-"));
  try {
    const week = await liveIn(folder, days, perDay);
    const { size } = await stat(join(folder, "memory.journal"));
    const again = await liveIn(folder, 0, 0);
    return [
      row("resident after the start, empty", week.rssAtStart / mebibyte, "MiB"),
      row(`resident after ${days * perDay} judged deliveries`, week.rssAtEnd / mebibyte, "MiB"),
      row("  at most", week.rssMax / mebibyte, "MiB"),
      row("CPU a delivery, parsed, judged and kept on disk", week.microsecondsEach, "µs CPU"),
      row("memory's journal", size / mebibyte, "MiB"),
      row("opening the house again", again.openMs, "ms"),
      row("  of that", again.openCpuMs, "ms CPU"),
      row("resident after that", again.rssAtStart / mebibyte, "MiB"),
      ...(await firstSights(actors)),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function liveIn(folder: string, days: number, perDay: number): Promise<WeekTold> {
  const args = ["--disable-warning=ExperimentalWarning", house, folder, `${days}`, `${perDay}`];
  const { stdout } = await run(process.execPath, args);
  return JSON.parse(stdout);
}

/** First sights are what is synced at once; then all of them are read back. */
async function firstSights(actors: number): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "breakwater-sights-"));
  const options = { disk: folderDisk(folder), clock: systemClock, tell: () => undefined };
  const memory = await DurableMemory.open(options);
  const one = await ratePerSecond(memory, actors / 100, 1, "one");
  const many = await ratePerSecond(memory, actors, 64, "many");
  await memory.close();
  const before = process.cpuUsage();
  const began = performance.now();
  const again = await DurableMemory.open(options);
  const tookMs = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  await again.close();
  await rm(folder, { recursive: true });
  return [
    row("first sights on disk, one at a time", one, "per second"),
    row("first sights on disk, 64 at a time", many, "per second"),
    row(`reading ${actors} actors back`, tookMs, "ms"),
    row("  of that", (user + system) / 1000, "ms CPU"),
  ];
}

async function ratePerSecond(
  memory: Memory,
  count: number,
  together: number,
  name: string,
): Promise<number> {
  const began = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let number = next++; number < count; number = next++) {
      const from = `${name}${number}@h${number % 3000}.example`;
      await memory.record(contact({ from, to: [`p${number % 100}`], at: systemClock.now() }));
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  return (count * 1000) / (performance.now() - began);
}

function row(name: string, value: number, unit: string): Row {
  return { name, median: value, min: value, max: value, unit };
}
