import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { test } from "node:test";
import { someKept } from "../../ports/kept.fixture.ts";
import type { Answer, Call } from "./batch.ts";
import { CommitQueue } from "./commit-queue.ts";

const roomy = { batchCallsMax: 100, batchBytesMax: 100_000, waitingMax: 100, waitMs: 10_000 };

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

test("a burst too large for one commit waits for the next, in order", async () => {
  const { batches, run, commit } = heldBack();
  const queue = new CommitQueue(run, { ...roomy, batchCallsMax: 2 });
  const waiting = ["a", "b", "c", "d", "e"].map((name) => queue.call("setting", name));
  for (const _ of [1, 2, 3]) {
    await turn();
    commit();
    await turn();
  }
  deepEqual(await Promise.all(waiting), ["a", "b", "c", "d", "e"]);
  deepEqual(batches, [["a", "b"], ["c", "d"], ["e"]]);
});

test("a commit carries so many bytes; what is larger than that goes alone", async () => {
  const { batches, run, commit } = heldBack();
  const queue = new CommitQueue(run, { ...roomy, batchBytesMax: 3000 });
  const waiting = [1000, 1000, 4000, 1000].map((length) =>
    queue.call("keep", someKept(1, { body: new Uint8Array(length) })),
  );
  for (const _ of [1, 2, 3]) {
    await turn();
    commit();
    await turn();
  }
  await Promise.all(waiting);
  deepEqual(
    batches.map((batch) => batch.length),
    [2, 1, 1],
  );
});

test("who waited too long for a slow disk hears so; others go on waiting", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { run, commit } = heldBack();
  const queue = new CommitQueue(run, { ...roomy, batchCallsMax: 1, waitMs: 1000 });
  const inTime = [queue.call("setting", "a"), queue.call("setting", "b")];
  const late = rejects(queue.call("setting", "c"), { name: "LedgerBusy", message: /for 1 s/ });
  await turn();
  t.mock.timers.tick(600);
  inTime.push(queue.call("setting", "d"));
  commit();
  await turn();
  await turn();
  t.mock.timers.tick(400);
  await late;
  for (const _ of ["b", "d"]) {
    commit();
    await turn();
    await turn();
  }
  deepEqual(await Promise.all(inTime), ["a", "b", "d"]);
});

test("while the disk stands still nobody waits to learn so, until it moves", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { run, commit } = heldBack();
  const queue = new CommitQueue(run, { ...roomy, waitMs: 1000 });
  const first = queue.call("setting", "a");
  await turn();
  const second = rejects(queue.call("setting", "b"), { name: "LedgerDown" });
  t.mock.timers.tick(1000);
  await second;
  await rejects(queue.call("setting", "c"), { name: "LedgerDown", message: /stands still/ });
  commit();
  equal(await first, "a");
  await turn();
  const later = queue.call("setting", "d");
  await turn();
  commit();
  equal(await later, "d");
});

test("a call on its way to the disk is waited for, however long it takes", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { run, commit } = heldBack();
  const queue = new CommitQueue(run, { ...roomy, waitMs: 1000 });
  const first = queue.call("setting", "a");
  await turn();
  t.mock.timers.tick(60_000);
  commit();
  equal(await first, "a");
});

test("when we ourselves stood still, the disk is not to blame", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { run, commit } = heldBack();
  const queue = new CommitQueue(run, { ...roomy, waitMs: 1000 });
  const calls = [queue.call("setting", "a")];
  t.mock.timers.tick(1000);
  calls.push(queue.call("setting", "b"));
  await turn();
  commit();
  deepEqual(await Promise.all(calls), ["a", "b"]);
});

test("callers beyond all measure are turned away", async () => {
  const { run } = heldBack();
  const queue = new CommitQueue(run, { ...roomy, waitingMax: 2 });
  void queue.call("setting", "a");
  await turn();
  void queue.call("setting", "b");
  void queue.call("setting", "c");
  await rejects(queue.call("setting", "d"), { name: "LedgerBusy", message: /2 calls wait/ });
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
