import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessDocuments } from "../adapters/process/documents.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessLessonBook } from "../adapters/process/lesson-book.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import type { ActorId } from "../model/ids.ts";
import { someDecision } from "../ports/chronicle.fixture.ts";
import type { CachedDocument } from "../ports/documents.ts";
import { actor, someKept, start } from "../ports/kept.fixture.ts";
import { someLesson } from "../ports/lesson.fixture.ts";
import { makeErrands } from "../services/errands.ts";
import { salted } from "../services/salted.ts";
import { actorNamed } from "./actor-named.ts";
import { runExport } from "./export.ts";
import { runForget } from "./forget.ts";
import { fakeOutput, testMoment } from "./testing.ts";

function person(id: ActorId, username: string): CachedDocument {
  const body = JSON.stringify({ type: "Person", id, preferredUsername: username });
  return { url: id, fetchedAt: start, outcome: { kind: "found", body } };
}

/** Two actors of whom all is known; what a gate that runs would do is done while one waits. */
async function stores() {
  const store = {
    ledger: new ProcessLedger(),
    documents: new ProcessDocuments(),
    chronicle: new ProcessChronicle(),
    lessonBook: new ProcessLessonBook(),
    ownRecords: new ProcessOwnRecords(),
  };
  await store.ledger.putSetting("seed", "s");
  for (const [number, name] of [
    [1, "Bob"],
    [2, "ann"],
  ] as const) {
    const sender = actor(number);
    await store.ledger.keep(someKept(number));
    const held = { sender, receipt: `h${number}` as never, path: "/a", dueAt: undefined };
    await store.ledger.keep(someKept(number + 10, { ...held, state: "rejected" }));
    await store.documents.put(person(sender, name));
    await store.lessonBook.teach([someLesson(number, { sender: salted("s", sender) })]);
    const decision = someDecision(number, { sender });
    await store.chronicle.write([{ kind: "judged", decision, lookAt: undefined }]);
  }
  const forgotten: string[] = [];
  const chronicler = {
    forget: async (one: ActorId) => {
      forgotten.push(one);
      return store.chronicle.forget(one);
    },
  };
  const memory = new ProcessMemory();
  await memory.hint("https://home.example/users/eve" as ActorId, actor(1));
  const clock = { now: () => testMoment };
  const learning = { forget: async () => undefined };
  const gate = makeErrands({ ...store, chronicler, memory, learning, clock });
  return { store, gate, forgotten };
}

const noGate = async (): Promise<void> => undefined;

test("an actor is forgotten everywhere, and nobody else", async () => {
  const { store, gate, forgotten } = await stores();
  const output = fakeOutput();
  assert.equal(await runForget(actor(1), {}, store, output, gate), 0);
  assert.match(output.text(), /^Removed of https:\/\/remote\.example\/users\/1:$/m);
  assert.match(output.text(), /2 kept deliveries; 1 of them waited, and will not be let in/);
  assert.match(output.text(), /1 decision in the log/);
  assert.match(output.text(), /1 lesson that the classifier of words had of it/);
  assert.match(output.text(), /1 document by or about it/);
  assert.match(output.text(), /The gate that runs has forgotten it too\./);
  assert.deepEqual(forgotten, [actor(1)]);
  const left = fakeOutput();
  assert.equal(await runExport(actor(1), store, left, noGate), 1);
  assert.equal(await runExport(actor(2), store, left, noGate), 0);
});

test("a dry run says the same and removes nothing", async () => {
  const { store, gate, forgotten } = await stores();
  const output = fakeOutput();
  assert.equal(await runForget("@bob@remote.example", { dryRun: true }, store, output, gate), 0);
  assert.match(output.text(), /Would be removed of .*:\n {2}2 kept deliveries/);
  assert.doesNotMatch(output.text(), /gate/);
  assert.equal((await store.ledger.of(actor(1))).length, 2);
  assert.deepEqual([await store.ledger.errands(), forgotten], [[], []]);
});

test("without a gate the errand stands until one is started", async () => {
  const { store, gate, forgotten } = await stores();
  const output = fakeOutput();
  await runForget(actor(1), {}, store, output, noGate);
  assert.match(output.text(), /No gate answered: what it remembers goes when it is started next/);
  await gate();
  assert.deepEqual(forgotten, [actor(1)]);
  assert.deepEqual(await store.ledger.errands(), []);
});

test("who is not known is not found, and a rule on somebody is named", async () => {
  const { store, gate } = await stores();
  const subject = { kind: "actor", actor: actor(7) } as const;
  const more = { by: "alice", why: "", madeAt: testMoment, expiresAt: undefined };
  await store.ledger.addRule({ decision: "refuse", subject, ...more });
  const output = fakeOutput();
  assert.equal(await runForget(actor(7), {}, store, output, gate), 1);
  assert.match(output.text(), /A rule on it stands: breakwater refuse https:.*\/7 --drop/);
  const json = fakeOutput();
  await runForget(actor(7), { json: true }, store, json, gate);
  const expected = { actor: actor(7), dryRun: false, kept: 0, waited: 0, decisions: 0 };
  assert.deepEqual(JSON.parse(json.text()), {
    ...expected,
    ...{ documents: 0, lessons: 0 },
    gate: "done",
    rules: ["refuse"],
  });
});

test("an export is all that is known, posts too, and leaves no question behind", async () => {
  const { store, gate } = await stores();
  const output = fakeOutput();
  assert.equal(await runExport("bob@remote.example", store, output, gate), 0);
  const told = JSON.parse(output.text()) as Record<string, readonly Record<string, unknown>[]>;
  assert.equal(told["kept"]?.length, 2);
  assert.match(JSON.stringify(told["kept"]), /remote\.example\/notes\/1\/activity/);
  assert.equal(told["decisions"]?.length, 1);
  assert.equal(told["documents"]?.[0]?.["url"], actor(1));
  assert.match(JSON.stringify(told["memory"]), /users\/eve/);
  const alone = fakeOutput();
  await runExport(actor(1), store, alone, noGate);
  assert.equal((JSON.parse(alone.text()) as { memory: unknown }).memory, null);
  assert.deepEqual(await store.ledger.errands(), []);
});

test("a handle stands for whoever's document says so, on its own host only", async () => {
  const { documents } = (await stores()).store;
  assert.equal(await actorNamed("@ANN@remote.example", documents), actor(2));
  await documents.put(person("https://remote.example/u/9" as ActorId, "ann"));
  await assert.rejects(actorNamed("@ann@remote.example", documents), /several actors are called/);
  await assert.rejects(actorNamed("@cal@remote.example", documents), /pass its address, such as/);
  await assert.rejects(actorNamed("remote.example", documents), /is a host; this takes an actor/);
  const foreign = person("https://else.example/u/1" as ActorId, "dan");
  await documents.put({ ...foreign, url: "https://remote.example/users/dan" });
  await assert.rejects(actorNamed("@dan@remote.example", documents), /no actor's document here/);
});
