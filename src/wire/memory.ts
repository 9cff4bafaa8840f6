// The memory of one state folder, for one gate at a time, with what an operator hears of it.

import { join } from "node:path";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import { folderDisk } from "../adapters/durable/disk.ts";
import { DurableMemory } from "../adapters/durable/durable-memory.ts";
import { memoryToMetrics } from "../adapters/memory-metrics.ts";
import { lockFolder } from "../adapters/sqlite/folder-lock.ts";
import type { Clock } from "../ports/clock.ts";

/** Throws LedgerDown if another gate has the folder, MemoryDown if it can't be used. */
export async function openMemory(
  state: string,
  clock: Clock,
  log: Logger,
  registry: Registry,
): Promise<{ readonly memory: DurableMemory; close(): Promise<void> }> {
  const lock = lockFolder(join(state, "gate.lock"), state);
  try {
    const began = performance.now();
    const tell = (trouble: string | undefined): void => tellOfDisk(trouble, log);
    const memory = await DurableMemory.open({ disk: folderDisk(state), clock, tell });
    for (const found of memory.found) log.warn({ found }, "the memory's journal was not as it was");
    const { entries, diskBytes } = memory.size();
    const seconds = Math.round(performance.now() - began) / 1000;
    const { lostSecondsMax } = memory;
    log.info({ entries, diskBytes, seconds, lostSecondsMax }, "memory is back");
    memoryToMetrics(registry, memory, clock);
    const close = async (): Promise<void> => {
      await memory.close();
      lock.release();
    };
    return { memory, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function tellOfDisk(trouble: string | undefined, log: Logger): void {
  if (trouble === undefined) log.info("memory is written to disk again");
  else {
    const consequence = "memory goes on, and a crash would cost what it learns meanwhile";
    log.error({ trouble }, `memory can't be written to disk: ${consequence}`);
  }
}
