// How a memory behaves while its disk is full, fails, or is slow.

import assert from "node:assert/strict";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { after, day, second } from "../../base/units.ts";
import {
  act,
  delivered,
  heard,
  history,
  judged,
  t0,
} from "../../ports/memory-contract/contacts.ts";
import { smallBounds } from "../process/memory-bounds.fixture.ts";
import { type TestDisk, testDisk } from "./disk.fixture.ts";
import { folderDisk } from "./disk.ts";
import { DurableMemory } from "./durable-memory.ts";
import { type JournalLimits, journalLimits } from "./memory-journal.ts";

const clock = { now: () => t0, wake: async () => undefined };

/** Patient, unless patience is what is tested: the machine may have other things to do. */
async function open(disk: TestDisk, more: Partial<JournalLimits> = {}) {
  const limits = { patienceMs: 60 * second, ...more };
  const told: (string | undefined)[] = [];
  const tell = (trouble: string | undefined) => void told.push(trouble);
  const memory = await DurableMemory.open({ disk, clock, tell, bounds: smallBounds, limits });
  return { memory, told };
}

test("windows lose at most ten seconds, with room to spare", () => {
  assert.ok(journalLimits.countsAfterMs + journalLimits.patienceMs <= 5 * second);
});

test("a full disk is said once, memory goes on, and with room all is written", async () => {
  const disk = testDisk();
  const { memory, told } = await open(disk);
  await delivered(memory, { from: "early@e.example" });
  disk.bytesMax = 600;
  for (let i = 0; i < 20; i++) {
    await delivered(memory, { from: `s${i}@h.example` });
    await memory.flush();
  }
  assert.equal(memory.size().isWell, false);
  assert.equal((await history(memory, t0, "s19@h.example")).actor.goodDays, 1);
  assert.equal(told.length, 1);
  assert.match(told[0] ?? "", /ENOSPC/);

  disk.bytesMax = Number.POSITIVE_INFINITY;
  await memory.flush();
  assert.deepEqual([told.length, told[1], memory.size().isWell], [2, undefined, true]);
  const again = await open(disk.unplugged(() => 0));
  for (let i = 0; i < 20; i++) {
    const { actor } = await history(again.memory, t0, `s${i}@h.example`);
    assert.deepEqual([actor.firstSeenAt, actor.goodDays], [t0, 1]);
  }
  assert.equal((await heard(again.memory))?.strangers.sixHours, 21);
  await Promise.all([memory.close(), again.memory.close()]);
});

test("after a sync that failed everything is written anew", async () => {
  const disk = testDisk();
  const { memory } = await open(disk);
  await delivered(memory, {});
  const { madeAt } = memory.size();
  disk.syncFails = true;
  await act(memory, "alice", "follow");
  const old = disk.files.get("memory.journal");
  disk.syncFails = false;
  for (let i = 0; i < 20; i++) await memory.flush();
  assert.notEqual(disk.files.get("memory.journal"), old);
  assert.equal(memory.size().madeAt, madeAt);
  await memory.close();
});

test("a disk that stands still keeps nobody waiting", async () => {
  const disk = testDisk();
  const patienceMs = 100;
  const { memory } = await open(disk, { patienceMs });
  let moveOn = (): void => undefined;
  disk.hold = new Promise((resolve) => {
    moveOn = resolve;
  });
  await judged(memory, { from: "slow@s.example" });
  const began = performance.now();
  for (let i = 0; i < 50; i++) await judged(memory, { from: `s${i}@s.example` });
  assert.ok(performance.now() - began < 50 * patienceMs);
  moveOn();
  disk.hold = undefined;
  await memory.close();
  const again = await open(disk);
  assert.equal((await history(again.memory, t0, "s49@s.example")).actor.firstSeenAt, t0);
  await again.memory.close();
});

test("many first sights at once share a sync, and who is known waits for none", async () => {
  const disk = testDisk();
  const { memory } = await open(disk);
  const before = disk.syncs;
  await Promise.all(
    Array.from({ length: 100 }, (_, i) => judged(memory, { from: `s${i}@s.example` })),
  );
  assert.equal(disk.syncs - before, 1);
  for (let i = 0; i < 100; i++) await judged(memory, { from: `s${i}@s.example` });
  assert.equal(disk.syncs - before, 1);
  await memory.close();
});

test("a fresh journal that can't be written leaves the old one as it is", async () => {
  const disk = testDisk();
  const { memory, told } = await open(disk);
  for (let i = 0; i < 50; i++) await delivered(memory, { from: `s${i}@s.example` });
  disk.bytesMax = memory.size().diskBytes + 500;
  await memory.renew();
  assert.equal(told.length, 1);
  assert.equal(disk.files.has("memory.journal.new"), false);
  const again = await open(disk.unplugged(() => 0));
  assert.equal((await history(again.memory, after(t0, day), "s49@s.example")).actor.goodDays, 1);
  await Promise.all([memory.close(), again.memory.close()]);
});

test("in a real folder nobody else may read it, and it is there again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "breakwater-memory-"));
  const options = { disk: folderDisk(folder), clock, tell: () => undefined, bounds: smallBounds };
  const memory = await DurableMemory.open(options);
  await delivered(memory, {});
  await memory.renew();
  await memory.close();
  assert.equal((await stat(join(folder, "memory.journal"))).mode & 0o077, 0);
  const again = await DurableMemory.open(options);
  assert.equal((await history(again)).actor.goodDays, 1);
  await again.close();
  await rm(folder, { recursive: true });
});

test("a folder that can't be used says so", async () => {
  const disk = folderDisk("/no/such/folder");
  const options = { disk, clock, tell: () => undefined };
  await assert.rejects(DurableMemory.open(options), { name: "MemoryDown" });
});
