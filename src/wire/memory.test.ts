// One memory a state folder, and what is told of it.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import pino from "pino";
import { Registry } from "prom-client";
import { systemClock } from "../adapters/system-clock.ts";
import { delivered } from "../ports/memory-contract/contacts.ts";
import { openMemory } from "./memory.ts";
import { openStore } from "./store.ts";

const folder = await mkdtemp(join(tmpdir(), "breakwater-memory-"));
after(() => rm(folder, { recursive: true, force: true }));

const silent = pino({ level: "silent" });
const open = (registry = new Registry()) => openMemory(folder, systemClock, silent, registry);

test("a second gate on one folder is refused, a command is not", async () => {
  const first = await open();
  await delivered(first.memory, {});
  await assert.rejects(open(), /another gate runs on the state folder .*: stop it, or give/);
  const store = await openStore(folder);
  assert.deepEqual(await store.ledger.rules(), []);
  await store.close();
  await first.close();
  const registry = new Registry();
  const next = await open(registry);
  const metrics = await registry.metrics();
  assert.match(metrics, /breakwater_memory_entries\{of="actors"\} 1/);
  assert.match(metrics, /breakwater_memory_disk_well 1/);
  assert.match(metrics, /breakwater_memory_lost_seconds_max 0/);
  assert.match(metrics, /breakwater_memory_disk_bytes [1-9]/);
  assert.match(metrics, /breakwater_memory_snapshot_age_seconds \d/);
  await next.close();
});
