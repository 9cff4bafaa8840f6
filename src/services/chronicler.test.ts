import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { after, day, type EpochMs, hour } from "../base/units.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import { LedgerDown } from "../ports/ledger.ts";
import { chronicleKeptMs, makeChronicler } from "./chronicler.ts";
import { activity, note, start, type TestHouse, testHouse } from "./house.fixture.ts";

const ever = { since: start, until: after(start, 30 * day) };

/** A house whose journal is the chronicler's alone. */
function chronicled(mood: "doubtful", mode: "watch" | "guard" = "guard") {
  const chronicle = new ProcessChronicle();
  const clock = makeVirtualClock(start);
  const chronicler = makeChronicler(chronicle, clock);
  const house = testHouse({ mood, mode, onlooker: chronicler.journal });
  return { chronicle, chronicler, clock, house };
}

function actorOf(name: string): ActorId {
  return `https://harbor.example/users/${name}` as ActorId;
}

async function sendAt(house: TestHouse, name: string, at: EpochMs, more: object = {}) {
  await house.passTo(at);
  await house.send(note(name, at, more));
}

test("what settled and was let in is written down with both", async () => {
  const { chronicle, chronicler, house } = chronicled("doubtful");
  await sendAt(house, "r1", start);
  await chronicler.flush();
  const decision = await chronicle.find("r1" as Receipt);
  assert.equal(decision?.action, "settle");
  assert.equal(decision?.done, "settling");
  assert.equal(decision?.state, "settling", "it was kept before its verdict was told");
  assert.equal(decision?.sender, actorOf("r1"));
  assert.equal(decision?.recipients, 1);
  await house.passTo(after(start, hour));
  await chronicler.flush();
  assert.equal((await chronicle.find("r1" as Receipt))?.state, "delivered");
});

test("in watch mode it says what would have been done, and what the home server said", async () => {
  const { chronicle, chronicler, house } = chronicled("doubtful", "watch");
  await sendAt(house, "r1", start);
  await chronicler.flush();
  const decision = await chronicle.find("r1" as Receipt);
  assert.deepEqual(
    [decision?.action, decision?.done, decision?.why, decision?.answer, decision?.state],
    ["settle", "passed", "watching only", 202, undefined],
  );
});

test("no word of a post is written down", async () => {
  const { chronicle, chronicler, house } = chronicled("doubtful");
  await sendAt(house, "r1", start);
  await chronicler.flush();
  const [found] = await chronicle.doubted(ever, 9);
  assert.ok(found);
  assert.doesNotMatch(JSON.stringify(found), /lantern|because/);
});

test("what passes unread is counted by the hour and the reason, and nothing else", async () => {
  const { chronicle, chronicler, house } = chronicled("doubtful");
  const undo = { type: "Undo", actor: actorOf("bob"), object: "https://harbor.example/likes/1" };
  for (const minutes of [1, 2, 61]) {
    const at = after(start, minutes * 60_000);
    await house.passTo(at);
    await house.send(activity(`u${minutes}`, at, undo));
  }
  await chronicler.flush();
  const first = await chronicle.totals({ since: start, until: after(start, hour) });
  assert.deepEqual(first.passed, { "ends or answers something": 2 });
  const all = await chronicle.totals(ever);
  assert.deepEqual(all.passed, { "ends or answers something": 3 });
  assert.equal(await chronicle.find("u1" as Receipt), undefined);
  assert.equal(await chronicle.about(actorOf("bob")), undefined);
});

test("a sender that deletes itself, or whose host suspends it, has ended", async () => {
  const { chronicle, chronicler, house } = chronicled("doubtful", "watch");
  for (const name of ["ann", "ben", "cal"]) await sendAt(house, name, start);
  const at = after(start, hour);
  await house.passTo(at);
  const ann = actorOf("ann");
  await house.send(activity("d1", at, { type: "Delete", actor: ann, object: ann }));
  const ben = actorOf("ben");
  const person = { type: "Person", id: ben, suspended: true };
  await house.send(activity("d2", at, { type: "Update", actor: ben, object: person }));
  const cal = { type: "Delete", actor: actorOf("cal"), object: ben };
  await house.send(activity("d3", at, cal));
  await chronicler.flush();
  const endOf = async (name: string) => (await chronicle.about(actorOf(name)))?.since.end?.how;
  assert.equal(await endOf("ann"), "deleted");
  assert.equal(await endOf("ben"), "suspended");
  assert.equal(await endOf("cal"), undefined);
});

test("a doubted sender whose mail passes on later days has good days", async () => {
  const { chronicle, chronicler, clock, house } = chronicled("doubtful", "watch");
  await sendAt(house, "ann", start);
  const again = makeChronicler(chronicle, clock);
  await chronicler.flush();
  await again.resume();
  const trusting = testHouse({ mood: "trusting", onlooker: again.journal });
  const from = { actor: actorOf("ann") };
  for (const days of [0.1, 1, 1.1, 2]) {
    await sendAt(trusting, `n${days}`, after(start, days * day), from);
  }
  await again.flush();
  assert.equal((await chronicle.about(actorOf("ann")))?.since.goodDays, 2);
});

test("what our own people did to a sender stands beside it", async () => {
  const { chronicle, chronicler, house } = chronicled("doubtful");
  await sendAt(house, "ann", start);
  const by = "https://home.example/users/alice" as ActorId;
  const act = { at: start, by, actor: actorOf("ann") } as const;
  for (const action of ["reply", "block", "unmute"] as const)
    chronicler.noticed({ ...act, action });
  await chronicler.flush();
  const since = (await chronicle.about(actorOf("ann")))?.since;
  assert.deepEqual([since?.welcomes, since?.complaints], [1, 1]);
});

test("while the disk stands still it gathers, and writes when it can", async () => {
  const { chronicle, chronicler, house } = chronicled("doubtful");
  const write = chronicle.write.bind(chronicle);
  chronicle.write = () => Promise.reject(new LedgerDown("full"));
  await sendAt(house, "r1", start);
  await assert.rejects(chronicler.flush(), LedgerDown);
  chronicle.write = write;
  await chronicler.flush();
  assert.equal((await chronicle.find("r1" as Receipt))?.action, "settle");
  assert.equal(chronicler.lost, 0);
});

test("after 14 days nothing of it is left", async () => {
  const { chronicle, chronicler, clock, house } = chronicled("doubtful");
  await sendAt(house, "r1", start);
  await chronicler.flush();
  clock.set(after(start, chronicleKeptMs));
  await chronicler.clean();
  assert.ok(await chronicle.find("r1" as Receipt));
  clock.set(after(start, chronicleKeptMs + 1));
  await chronicler.clean();
  assert.equal(await chronicle.find("r1" as Receipt), undefined);
});

test("who is forgotten before it was written is not written afterwards", async () => {
  const { chronicle, chronicler, house } = chronicled("doubtful");
  await sendAt(house, "ann", start);
  assert.equal(await chronicler.forget(actorOf("ann")), 1);
  await chronicler.flush();
  assert.equal(await chronicle.about(actorOf("ann")), undefined);
});
