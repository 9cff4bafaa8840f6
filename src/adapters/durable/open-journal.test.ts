// Whatever lies there when a memory is opened, it opens, and says what it found.

import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day } from "../../base/units.ts";
import {
  act,
  delivered,
  heard,
  history,
  judged,
  solicited,
  t0,
} from "../../ports/memory-contract/contacts.ts";
import { smallBounds } from "../process/memory-bounds.fixture.ts";
import { type TestDisk, testDisk } from "./disk.fixture.ts";
import { DurableMemory } from "./durable-memory.ts";
import { frameOf } from "./frames.ts";

const clock = { now: () => t0, wake: async () => undefined };

function open(disk: TestDisk): Promise<DurableMemory> {
  return DurableMemory.open({ disk, clock, tell: () => undefined, bounds: smallBounds });
}

/** A disk with a memory of one actor who is followed, had a good day, and used a text. */
async function lived(): Promise<TestDisk> {
  const disk = testDisk();
  const memory = await open(disk);
  await act(memory, "alice", "follow");
  await delivered(memory, { to: ["bob"] });
  await memory.close();
  return disk;
}

function put(disk: TestDisk, name: string, bytes: Uint8Array): void {
  const size = bytes.byteLength;
  disk.files.set(name, { bytes: Buffer.from(bytes), size, synced: size });
}

function contentOf(disk: TestDisk, name = "memory.journal"): Buffer {
  const file = disk.files.get(name);
  return Buffer.from(file?.bytes.subarray(0, file.size) ?? []);
}

test("cut off at any byte, a journal opens with what stood before", async () => {
  const whole = contentOf(await lived());
  let first: number | undefined;
  for (let size = whole.byteLength; size >= 0; size -= 11) {
    const disk = testDisk();
    put(disk, "memory.journal", whole.subarray(0, size));
    const memory = await open(disk);
    const { goodDays, firstSeenAt } = (await history(memory)).actor;
    assert.ok(goodDays === 0 || firstSeenAt === t0);
    if (goodDays === 1) first = size;
    // What was cut off is gone for good: what follows is read again next time.
    await judged(memory, { from: "new@n.example", at: after(t0, 1) });
    await memory.close();
    const again = await open(disk);
    assert.equal((await history(again, t0, "new@n.example")).actor.firstSeenAt, after(t0, 1));
    assert.equal((await history(again)).actor.goodDays, goodDays);
    await again.close();
  }
  assert.ok(first !== undefined && first < whole.byteLength);
});

test("one wrong bit ends what is read, and what stood before it is known", async () => {
  const whole = contentOf(await lived());
  const disk = testDisk();
  const wrong = Buffer.from(whole);
  const at = whole.byteLength - 40;
  wrong.writeUInt8(wrong.readUInt8(at) ^ 1, at);
  put(disk, "memory.journal", wrong);
  const memory = await open(disk);
  assert.deepEqual(await solicited(memory), [true]);
  assert.equal(memory.lostSecondsMax, 2);
  await memory.close();
});

test("a journal of another version is put aside whole, and memory begins empty", async () => {
  const disk = testDisk();
  const foreign = frameOf([JSON.stringify(["breakwater-memory", 99, "salt", t0])]);
  put(disk, "memory.journal", foreign);
  const memory = await open(disk);
  assert.equal((await history(memory)).actor.firstSeenAt, undefined);
  assert.match(
    memory.found.join(),
    /version 99.*kept as memory\.journal\.version-99.*begins empty/,
  );
  assert.deepEqual(contentOf(disk, "memory.journal.version-99"), Buffer.from(foreign));
  await memory.close();
  assert.deepEqual((await open(disk)).found, []);
});

for (const [label, bytes] of [
  ["a letter", Buffer.from("Dear Sir or Madam, ".repeat(20))],
  ["an empty file", Buffer.alloc(0)],
  ["zeros", Buffer.alloc(5000)],
  ["lines that nobody understands", frameOf(['{"a":1}'])],
  [
    "a head, and lines of another kind",
    Buffer.concat([
      frameOf([JSON.stringify(["breakwater-memory", 1, "salt", t0])]),
      frameOf(['["z",1]']),
    ]),
  ],
] as const) {
  test(`${label} in the journal's place is put aside, and said`, async () => {
    const disk = testDisk();
    put(disk, "memory.journal", bytes);
    const memory = await open(disk);
    assert.match(memory.found.join(), /kept as memory\.journal\.unreadable/);
    assert.deepEqual(contentOf(disk, "memory.journal.unreadable"), Buffer.from(bytes));
    await judged(memory, {});
    await memory.close();
    const again = await open(disk);
    assert.equal((await history(again)).actor.firstSeenAt, t0);
    await again.close();
  });
}

test("much that can't be read behind the last whole frame is kept aside, and said", async () => {
  const disk = await lived();
  const rest = Buffer.alloc(3_000_000, "x");
  put(disk, "memory.journal", Buffer.concat([contentOf(disk), rest]));
  const memory = await open(disk);
  assert.match(memory.found.join(), /last 3000000 bytes can't be read.*memory\.journal\.rest/);
  assert.deepEqual(contentOf(disk, "memory.journal.rest"), rest);
  assert.deepEqual(await solicited(memory), [true]);
  await memory.close();
});

test("half a fresh journal beside the old one is of no use, and goes", async () => {
  const disk = await lived();
  put(disk, "memory.journal.new", Buffer.from("half"));
  const memory = await open(disk);
  assert.equal(disk.files.has("memory.journal.new"), false);
  assert.deepEqual(await solicited(memory), [true]);
  await memory.close();
});

test("what there is no room for is forgotten in the order it would have been", async () => {
  const disk = testDisk();
  const memory = await open(disk);
  for (let i = 0; i < 20; i++) {
    await judged(memory, { from: `s${i}@b.example`, to: [], at: after(t0, i) });
  }
  await memory.close();
  const few = { passing: 10, heard: 1, familiar: 1, known: 1 };
  const bounds = { ...smallBounds, actors: few };
  const again = await DurableMemory.open({ disk, clock, tell: () => undefined, bounds });
  const known = async (i: number) =>
    (await history(again, after(t0, day), `s${i}@b.example`)).actor.firstSeenAt !== undefined;
  assert.deepEqual([await known(9), await known(10), await known(19)], [false, true, true]);
  assert.equal(await heard(again), undefined);
  await again.close();
});
