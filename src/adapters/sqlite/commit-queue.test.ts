import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { test } from "node:test";
import { someKept } from "../../ports/kept.fixture.ts";
import type { Answer, Call } from "./batch.ts";
import { CommitQueue } from "./commit-queue.ts";

const roomy = { callsMax: 100, bytesMax: 100_000 };

/** Commits when told to, and remembers what came together. */
function heldBack() {
  const batches: string[][] = [];
  const commits: (() => void)[] = [];
  const run = (calls: readonly Call[]): Promise<readonly Answer[]> =>
    new Promise((resolve) => {
      batches.push(calls.map((call) => String(call.args[0])));
      commits.push(() => resolve(calls.map((call) => ({ ok: true, value: call.args[0] }))));
    });
  return { batches, run, commit: () => commits.shift()?.() };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("calls that arrive during a commit share the next one", async () => {
  const { batches, run, commit } = heldBack();
  const queue = new CommitQueue(run, roomy);
  const first = [queue.call("setting", "a"), queue.call("setting", "b")];
  await turn();
  const second = [queue.call("setting", "c"), queue.call("setting", "d")];
  await turn();
  deepEqual(batches, [["a", "b"]]);
  commit();
  deepEqual(await Promise.all(first), ["a", "b"]);
  await turn();
  commit();
  deepEqual(await Promise.all(second), ["c", "d"]);
  deepEqual(batches, [
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("who goes on at once finds the next commit still open", async () => {
  const { batches, run, commit } = heldBack();
  const queue = new CommitQueue(run, roomy);
  const goOn = queue.call("setting", "a").then(() => queue.call("setting", "after a"));
  await turn();
  const other = queue.call("setting", "b");
  commit();
  await turn();
  await turn();
  commit();
  await Promise.all([goOn, other]);
  deepEqual(batches, [["a"], ["b", "after a"]]);
});

test("a full queue says that the disk can't keep up, and goes on when it can", async () => {
  const { run, commit } = heldBack();
  const queue = new CommitQueue(run, { ...roomy, callsMax: 2 });
  const waiting = [queue.call("setting", "a"), queue.call("setting", "b")];
  await rejects(queue.call("setting", "c"), { name: "LedgerDown", message: /2 calls/ });
  await turn();
  commit();
  await Promise.all(waiting);
  const later = queue.call("setting", "d");
  await turn();
  commit();
  equal(await later, "d");
});

test("bytes that wait are bounded, too", async () => {
  const { run } = heldBack();
  const queue = new CommitQueue(run, { ...roomy, bytesMax: 3000 });
  const kept = someKept(1, { body: new Uint8Array(1000) });
  void queue.call("keep", kept);
  await rejects(queue.call("keep", someKept(2, { body: new Uint8Array(2000) })), /can't keep up/);
});

test("a call that failed fails alone; a lost worker fails all", async () => {
  const answers: Answer[] = [
    { ok: true, value: "a" },
    { ok: false, because: "broken" },
  ];
  let lost = false;
  const queue = new CommitQueue(async () => {
    if (lost) throw new Error("gone");
    return answers;
  }, roomy);
  const [one, two] = await Promise.allSettled([
    queue.call("setting", "a"),
    queue.call("setting", "b"),
  ]);
  equal(one.status, "fulfilled");
  match(String(two.status === "rejected" && two.reason), /LedgerDown: broken/);
  lost = true;
  await rejects(queue.call("setting", "c"), { name: "LedgerDown", message: "gone" });
  await queue.drained();
});
