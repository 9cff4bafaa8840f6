// That a memory on disk is a memory, and the same one after it was closed and opened.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seeded } from "../../base/prng.ts";
import { after, day, type EpochMs, hour, minute } from "../../base/units.ts";
import type { LocalAct } from "../../model/local-act.ts";
import { memoryContract } from "../../ports/memory.contract.ts";
import type { Memory } from "../../ports/memory.ts";
import {
  act,
  contact,
  delivered,
  heard,
  history,
  judged,
  local,
  remote,
  t0,
} from "../../ports/memory-contract/contacts.ts";
import { smallBounds } from "../process/memory-bounds.fixture.ts";
import { type TestDisk, testDisk } from "./disk.fixture.ts";
import { DurableMemory, type DurableMemoryOptions } from "./durable-memory.ts";

const clock = { now: () => t0, wake: async () => undefined };
const crowd = 4000;

/** Patient with this machine, which may have other things to do. */
function open(disk: TestDisk, more: Partial<DurableMemoryOptions> = {}): Promise<DurableMemory> {
  const limits = { patienceMs: minute, ...more.limits };
  const options = { disk, clock, tell: () => undefined, bounds: smallBounds, ...more, limits };
  return DurableMemory.open(options);
}

memoryContract("durable memory", () => open(testDisk()), crowd);

/** Closed and opened again, or written anew, at the 1st, 2nd, 3rd, 5th, 8th … call. */
class Restless implements Memory {
  readonly #disk = testDisk();
  #memory = open(this.#disk);
  #next: readonly [number, number] = [1, 2];
  #calls = 0;
  #times = 0;

  acquaint: Memory["acquaint"] = (...args) => this.#ask((memory) => memory.acquaint(...args));
  witness: Memory["witness"] = (...args) => this.#ask((memory) => memory.witness(...args));
  repeats: Memory["repeats"] = (...args) => this.#ask((memory) => memory.repeats(...args));
  gather: Memory["gather"] = (...args) => this.#ask((memory) => memory.gather(...args));
  campaign: Memory["campaign"] = (...args) => this.#ask((memory) => memory.campaign(...args));
  alikeTo: Memory["alikeTo"] = (...args) => this.#ask((memory) => memory.alikeTo(...args));
  record: Memory["record"] = (...args) => this.#ask((memory) => memory.record(...args));
  answered: Memory["answered"] = (...args) => this.#ask((memory) => memory.answered(...args));
  notice: Memory["notice"] = (...args) => this.#ask((memory) => memory.notice(...args));
  ruled: Memory["ruled"] = (...args) => this.#ask((memory) => memory.ruled(...args));
  ended: Memory["ended"] = (...args) => this.#ask((memory) => memory.ended(...args));
  ruledOn: Memory["ruledOn"] = (...args) => this.#ask((memory) => memory.ruledOn(...args));
  ruledOnAll: Memory["ruledOnAll"] = (...args) => this.#ask((memory) => memory.ruledOnAll(...args));
  setApart: Memory["setApart"] = (...args) => this.#ask((memory) => memory.setApart(...args));
  members: Memory["members"] = (...args) => this.#ask((memory) => memory.members(...args));
  campaignNamed: Memory["campaignNamed"] = (...args) =>
    this.#ask((memory) => memory.campaignNamed(...args));
  hint: Memory["hint"] = (...args) => this.#ask((memory) => memory.hint(...args));
  histories: Memory["histories"] = (...args) => this.#ask((memory) => memory.histories(...args));
  about: Memory["about"] = (...args) => this.#ask((memory) => memory.about(...args));
  forget: Memory["forget"] = (...args) => this.#ask((memory) => memory.forget(...args));

  /** One after the other: nobody calls a memory that is being closed. */
  async #ask<T>(call: (memory: Memory) => Promise<T>): Promise<T> {
    const asked = this.#memory.then(async (memory) => {
      const current = await this.#turned(memory);
      return { current, value: await call(current) };
    });
    this.#memory = asked.then(({ current }) => current);
    return (await asked).value;
  }

  async #turned(memory: DurableMemory): Promise<DurableMemory> {
    const [last, next] = this.#next;
    if (++this.#calls < next) return memory;
    this.#next = [next, last + next];
    if (this.#times++ % 3 === 2) await memory.renew();
    await memory.close();
    return await open(this.#disk);
  }
}

memoryContract("durable memory, opened again and again", async () => new Restless(), crowd);

/** Something that happens to a memory, from the hand of chance. */
const happening = fc.record({
  what: fc.constantFrom("judged", "refused", "taken", "act", "spam", "ham", "hint"),
  from: fc.constantFrom("a@x.example", "b@x.example", "c@y.example", "d@z.example"),
  to: fc.subarray(["alice", "bob", "carol"], { minLength: 1 }),
  action: fc.constantFrom<LocalAct["action"]>("follow", "reply", "like", "mute", "block", "report"),
  ago: fc.integer({ min: 0, max: 40 * day }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

async function happen(memory: Memory, one: Happening): Promise<void> {
  const { from, to, action, ago } = one;
  const at = after(t0, -ago);
  const said = { from, to, at };
  const [by = ""] = to;
  if (one.what === "judged") await judged(memory, said);
  else if (one.what === "refused") await delivered(memory, said, 401);
  else if (one.what === "taken") await delivered(memory, said);
  else if (one.what === "act") await act(memory, by, action, at, from);
  else if (one.what === "hint") await memory.hint(local(by), remote(from));
  else await memory.ruled(remote(from), one.what, at);
}

/** All that can be asked about the people and the text of `happening`. */
async function answers(memory: Memory, at: EpochMs = t0): Promise<unknown> {
  const senders = ["a@x.example", "b@x.example", "c@y.example", "d@z.example", "e@x.example"];
  const to = ["alice", "bob", "carol"];
  const met = senders.map((from) => memory.acquaint(contact({ from, to }), at));
  return [await Promise.all(met), await heard(memory, at)];
}

test("whatever happened, a closed memory answers as before when it is opened", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 30 }), fc.boolean(), async (all, anew) => {
      const disk = testDisk();
      const memory = await open(disk);
      for (const one of all) await happen(memory, one);
      const before = await answers(memory);
      if (anew) await memory.renew();
      await memory.close();
      const again = await open(disk);
      assert.deepEqual(await answers(again), before);
      assert.deepEqual([again.lostSecondsMax, again.found], [0, []]);
      await again.close();
    }),
    { numRuns: 60 },
  );
});

test("what happens while everything is written anew is in the new journal", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (all) => {
      const disk = testDisk();
      const memory = await open(disk);
      for (const one of all.slice(0, 20)) await happen(memory, one);
      const renewing = memory.renew();
      for (const one of all.slice(20)) await happen(memory, one);
      await renewing;
      const before = await answers(memory);
      await memory.close();
      const again = await open(disk);
      assert.deepEqual(await answers(again), before);
      await again.close();
    }),
    { numRuns: 60 },
  );
});

test("a pulled plug costs no standing, no first sight, no tie, no ruling", async () => {
  const draw = seeded("plug");
  for (let round = 0; round < 150; round++) {
    const disk = testDisk();
    const memory = await open(disk, { limits: { changesBytesMin: 2000 } });
    const plugged = Math.floor(draw() * 60);
    let left: TestDisk | undefined;
    let steps = 0;
    disk.before = () => {
      if (++steps === plugged) left = disk.unplugged(draw);
    };
    const promised: string[] = [];
    for (let i = 0; i < 30 && left === undefined; i++) {
      const from = `s${i}@h${i % 7}.example`;
      await delivered(memory, { from, at: after(t0, i * minute) });
      if (i % 5 === 0) await act(memory, "alice", "follow", t0, from);
      if (i % 7 === 0) await memory.ruled(remote(from), "spam", t0);
      if (i % 4 === 0) await memory.flush();
      if (left === undefined) promised.push(from);
    }
    const again = await open(left ?? disk.unplugged(draw));
    for (const [i, from] of promised.entries()) {
      const { actor } = await history(again, after(t0, day), from);
      const { ties } = await again.acquaint(contact({ from, to: ["alice"] }), t0);
      assert.deepEqual(
        [actor.firstSeenAt, actor.goodDays, actor.condemned, ties[0]?.solicited],
        [after(t0, i * minute), 1, Number(i % 7 === 0), i % 5 === 0],
      );
    }
    await Promise.all([memory.close(), again.close()]);
  }
});

test("written counts survive a pulled plug; the next start says what it may cost", async () => {
  const disk = testDisk();
  const memory = await open(disk);
  for (let i = 0; i < 5; i++) await judged(memory, { from: `s${i}@h${i}.example` });
  await memory.flush();
  for (let i = 5; i < 8; i++) await judged(memory, { from: `s${i}@h${i}.example` });
  const again = await open(disk.unplugged(() => 0.5));
  const strangers = (await heard(again))?.strangers.sixHours ?? 0;
  assert.ok(strangers >= 5 && strangers <= 8, `${strangers}`);
  assert.equal(again.lostSecondsMax, 2);
  await Promise.all([memory.close(), again.close()]);
});

test("who wrote to whom is on disk, and nothing of a text, a body or an address", async () => {
  const disk = testDisk();
  const memory = await open(disk);
  const said = { from: "sam@a.example", to: ["alice"], body: "a private word about lanterns" };
  await judged(memory, said, ["text:5ca1ab1e5ca1ab1e" as never]);
  await memory.close();
  const text = disk.files.get("memory.journal")?.bytes.toString("latin1") ?? "";
  assert.ok(text.includes(remote("sam@a.example")) && text.includes(local("alice")));
  for (const secret of ["lanterns", "5ca1ab1e", "192.0.2.1"]) assert.ok(!text.includes(secret));
});

test("a forgotten actor is on disk no more, whatever was written of it", async () => {
  const disk = testDisk();
  const memory = await open(disk);
  for (const from of ["sam@a.example", "tom@a.example"]) {
    await delivered(memory, { from, to: ["alice"] });
    await act(memory, "alice", "follow", t0, from);
  }
  await memory.ruled(remote("sam@a.example"), "spam", t0);
  const onDisk = (): string => [...disk.files.values()].map(({ bytes }) => bytes).join();
  assert.ok(onDisk().includes("/sam"));
  await memory.forget(remote("sam@a.example"));
  assert.deepEqual([onDisk().includes("/sam"), onDisk().includes("/tom")], [false, true]);
  await memory.close();
  const again = await open(disk);
  assert.equal(await again.about(remote("sam@a.example"), t0), undefined);
  assert.ok(await again.about(remote("tom@a.example"), t0));
  await again.close();
});

test("what counts in no window any more leaves memory and disk within a day", async () => {
  let now = t0;
  const disk = testDisk();
  const memory = await open(disk, { clock: { ...clock, now: () => now } });
  await judged(memory, { from: "sam@a.example", to: ["alice"] });
  await memory.flush();
  const onDisk = (): string => disk.files.get("memory.journal")?.bytes.toString("latin1") ?? "";
  assert.ok(onDisk().includes(local("alice")));
  now = after(t0, 31 * day);
  await judged(memory, { from: "tom@b.example", to: ["bob"], at: now });
  for (let i = 0; i < 20; i++) await memory.flush();
  assert.ok(!onDisk().includes(local("alice")) && onDisk().includes(local("bob")));
  assert.equal((await history(memory, now)).actor.firstSeenAt, t0);
  assert.equal(memory.size().entries.views, 1);
  await memory.close();
});

test("the journal stays within three times what memory holds", async () => {
  const disk = testDisk();
  const memory = await open(disk, { limits: { changesBytesMin: 10_000 } });
  let most = 0;
  for (let i = 0; i < 2000; i++) {
    const from = `s${i % 20}@h${i % 5}.example`;
    await judged(memory, { from, to: [`p${i % 10}`], at: after(t0, i * hour) });
    if (i % 10 === 0) await memory.flush();
    most = Math.max(most, memory.size().diskBytes);
  }
  await memory.renew();
  const whole = memory.size().diskBytes;
  assert.ok(most < 3 * whole + 20_000, `${most} beside ${whole}`);
  await memory.close();
});
