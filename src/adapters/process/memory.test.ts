import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day } from "../../base/units.ts";
import type { Receipt, ViewKey } from "../../model/ids.ts";
import { memoryContract } from "../../ports/memory.contract.ts";
import {
  act,
  contact,
  delivered,
  heard,
  history,
  judged,
  key,
  local,
  remote,
  solicited,
  t0,
} from "../../ports/memory-contract/contacts.ts";
import { ProcessMemory } from "./memory.ts";
import { shippedBounds } from "./memory-bounds.ts";

memoryContract("process memory", async () => new ProcessMemory());

const few = { passing: 5, heard: 5, familiar: 5, known: 5 };

test("a passer-by beyond the bound is forgotten, and new again", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, actors: { ...few, passing: 10 } });
  await judged(memory, { to: [] });
  for (let i = 0; i < 9; i++) await judged(memory, { from: `s${i}@b.example`, to: [] });
  assert.equal((await history(memory)).actor.firstSeenAt, t0);
  await judged(memory, { from: "one-more@b.example", to: [] });
  assert.equal((await history(memory)).actor.firstSeenAt, undefined);
});

test("a flood of texts that nobody repeats does not wash out a wave", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, views: { lone: 10, shared: 5, spread: 5 } });
  await judged(memory, { from: "a@x.example" });
  await judged(memory, { from: "b@y.example" });
  const lone = "text:lone" as ViewKey;
  await judged(memory, { from: "c@z.example" }, [lone]);
  for (let i = 0; i < 20; i++) await judged(memory, {}, [`text:${i}` as ViewKey]);
  assert.equal((await heard(memory))?.strangers.tenMinutes, 2);
  assert.equal(await heard(memory, t0, lone), undefined);
});

test("one sender's repetition does not make a wave of its text", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, views: { lone: 5, shared: 5, spread: 5 } });
  for (let i = 0; i < 10; i++) await judged(memory, { from: "a@x.example", to: [`p${i}`] });
  for (let i = 0; i < 5; i++) await judged(memory, {}, [`text:${i}` as ViewKey]);
  assert.equal(await heard(memory), undefined);
});

test("a tie beyond the bound is forgotten, the ones that came after it are not", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, regards: { hinted: 2, acted: 2 } });
  for (const name of ["alice", "bob", "carol"]) await act(memory, name, "follow");
  assert.deepEqual(await solicited(memory, t0, ["alice", "bob", "carol"]), [false, true, true]);
});

test("hints displace hints, never a tie", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, regards: { hinted: 2, acted: 2 } });
  await act(memory, "alice", "follow");
  await memory.hint(local("alice"), remote("sam@a.example"));
  for (let i = 0; i < 10; i++) await memory.hint(local(`p${i}`), remote("sam@a.example"));
  const { ties } = await memory.acquaint(contact({ to: ["alice", "p0", "p9"] }), t0);
  assert.deepEqual(
    ties.map((tie) => [tie.solicited, tie.hint]),
    [
      [true, true],
      [false, false],
      [false, true],
    ],
  );
});

test("a refusal of a receipt beyond the bound changes nothing", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, receipts: 1 });
  await judged(memory, { receipt: "old" });
  await judged(memory, { from: "b@y.example" });
  const refusal = { kind: "answered" as const, status: 403, headers: [], body: new Uint8Array() };
  await memory.answered("old" as Receipt, refusal, t0);
  assert.equal((await heard(memory))?.strangers.tenMinutes, 2);
});

test("an activity that is delivered for ever takes no more room, and stands", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, receipts: 100 });
  for (let i = 0; i < 1000; i++) await judged(memory, { id: "one", receipt: `again${i}` });
  const refusal = { kind: "answered" as const, status: 403, headers: [], body: new Uint8Array() };
  await memory.answered("again999" as Receipt, refusal, t0);
  assert.equal((await heard(memory))?.strangers.tenMinutes, 1);
});

test("a post with very many keys is counted under the first of them", async () => {
  const memory = new ProcessMemory();
  const many = Array.from({ length: 1000 }, (_, i) => `link:${i}` as ViewKey);
  await judged(memory, {}, [key, ...many]);
  assert.notEqual(await heard(memory), undefined);
  assert.equal(await heard(memory, t0, "link:999" as ViewKey), undefined);
});

test("a good day of an actor survives a flood of strangers that were not heard", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, actors: few, domains: few });
  await delivered(memory, {});
  for (let i = 0; i < 50; i++) await judged(memory, { from: `s${i}@h${i}.example` });
  const { actor, host } = await history(memory);
  assert.deepEqual([actor.goodDays, host.goodDays], [1, 1]);
});

test("three good days survive a flood of strangers that were heard, too", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, actors: few, domains: few });
  for (let i = 0; i < 3; i++) await delivered(memory, { at: after(t0, i * day) });
  for (let i = 0; i < 50; i++) await delivered(memory, { from: `s${i}@h${i}.example` });
  const { actor, host } = await history(memory, after(t0, 2 * day));
  assert.deepEqual([actor.goodDays, host.goodDays], [3, 3]);
});

test("who has been here for a week survives a flood, though it never spoke", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, actors: few, domains: few });
  for (const at of [t0, after(t0, 7 * day)]) await judged(memory, { to: [], at });
  for (let i = 0; i < 50; i++) await delivered(memory, { from: `s${i}@h${i}.example` });
  const { actor, host } = await history(memory);
  assert.deepEqual([actor.firstSeenAt, host.firstSeenAt], [t0, t0]);
});

test("two who share very many texts displace none that many share", async () => {
  const views = { lone: 20, shared: 5, spread: 5 };
  const memory = new ProcessMemory({ ...shippedBounds, views });
  for (let i = 0; i < 5; i++) await judged(memory, { from: `w${i}@x.example` });
  for (let i = 0; i < 100; i++) {
    const shared = [`text:${i >> 1}` as ViewKey];
    await judged(memory, { from: `s${i % 2}@y.example` }, shared);
  }
  assert.equal((await heard(memory))?.strangers.tenMinutes, 5);
});

test("a post that repeats many things lifts the first, its next copy the rest", async () => {
  const memory = new ProcessMemory({
    ...shippedBounds,
    views: { lone: 8, shared: 8, spread: 1 },
  });
  const keys = Array.from({ length: 8 }, (_, i) => `text:${i}` as ViewKey);
  const lifted = async (copies: number) => {
    for (let i = 0; i < copies; i++) await judged(memory, { from: `s${i}@x.example` }, keys);
    for (let i = 0; i < 8; i++) await judged(memory, {}, [`link:${i}` as ViewKey]);
    const still = await Promise.all(keys.map((one) => heard(memory, t0, one)));
    return still.filter((one) => one !== undefined).length;
  };
  assert.equal(await lifted(2), 4);
  assert.equal(await lifted(3), 8);
});
