// How large memory is and how safe, as Prometheus gauges, read when they are asked for.

import { Gauge, type Registry } from "prom-client";
import { second } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";
import type { DurableMemory } from "./durable/durable-memory.ts";

export function memoryToMetrics(registry: Registry, memory: DurableMemory, clock: Clock): void {
  const registers = [registry];
  new Gauge({
    name: "breakwater_memory_entries",
    help: "What memory holds, by kind",
    labelNames: ["of"],
    registers,
    collect() {
      for (const [of, count] of Object.entries(memory.size().entries)) this.set({ of }, count);
    },
  });
  const gauges = {
    disk_bytes: ["Size of memory's journal on disk", () => memory.size().diskBytes],
    unwritten_entries: [
      "Things whose last change is not on disk yet",
      () => memory.size().unwritten,
    ],
    snapshot_age_seconds: [
      "Since everything in memory was last written anew",
      () => Math.max(0, clock.now() - memory.size().madeAt) / second,
    ],
    disk_well: ["1 while memory can be written, else 0", () => Number(memory.size().isWell)],
    lost_seconds_max: [
      "Of counts in windows the last end may have cost so many seconds; 0 after one in order",
      () => memory.lostSecondsMax,
    ],
  } as const;
  for (const [name, [help, value]] of Object.entries(gauges)) {
    new Gauge({
      name: `breakwater_memory_${name}`,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  }
}
