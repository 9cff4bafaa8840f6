import assert from "node:assert/strict";
import { test } from "node:test";
import type { Receipt, ViewKey } from "../../model/ids.ts";
import { memoryContract } from "../../ports/memory.contract.ts";
import {
  act,
  delivered,
  heard,
  history,
  judged,
  key,
  solicited,
  t0,
} from "../../ports/memory-contract/contacts.ts";
import { ProcessMemory } from "./memory.ts";
import { shippedBounds } from "./memory-bounds.ts";

memoryContract("process memory", async () => new ProcessMemory());

test("a passer-by beyond the bound is forgotten, and new again", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, passingActors: 10 });
  await judged(memory, { to: [] });
  for (let i = 0; i < 9; i++) await judged(memory, { from: `s${i}@b.example`, to: [] });
  assert.equal((await history(memory)).actor.firstSeenAt, t0);
  await judged(memory, { from: "one-more@b.example", to: [] });
  assert.equal((await history(memory)).actor.firstSeenAt, undefined);
});

test("a flood of texts that nobody repeats does not wash out a wave", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, loneViews: 10 });
  await judged(memory, { from: "a@x.example" });
  await judged(memory, { from: "b@y.example" });
  const lone = "text:lone" as ViewKey;
  await judged(memory, { from: "c@z.example" }, [lone]);
  for (let i = 0; i < 20; i++) await judged(memory, {}, [`text:${i}` as ViewKey]);
  assert.equal((await heard(memory))?.strangers.tenMinutes, 2);
  assert.equal(await heard(memory, t0, lone), undefined);
});

test("one sender's repetition does not make a wave of its text", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, loneViews: 5 });
  for (let i = 0; i < 10; i++) await judged(memory, { from: "a@x.example", to: [`p${i}`] });
  for (let i = 0; i < 5; i++) await judged(memory, {}, [`text:${i}` as ViewKey]);
  assert.equal(await heard(memory), undefined);
});

test("a tie beyond the bound is forgotten, the ones that came after it are not", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, regards: 2 });
  for (const name of ["alice", "bob", "carol"]) await act(memory, name, "follow");
  assert.deepEqual(await solicited(memory, t0, ["alice", "bob", "carol"]), [false, true, true]);
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

test("a good day of an actor survives a flood of strangers that were delivered too", async () => {
  const memory = new ProcessMemory({ ...shippedBounds, passingActors: 5, passingDomains: 5 });
  await delivered(memory, {});
  for (let i = 0; i < 50; i++) await judged(memory, { from: `s${i}@h${i}.example` });
  const { actor, host } = await history(memory);
  assert.deepEqual([actor.goodDays, host.goodDays], [1, 1]);
});
