import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, hour, minute, second } from "../base/units.ts";
import type { Host, Receipt } from "../model/ids.ts";
import {
  accepted,
  activity,
  note,
  proven,
  start,
  type TestHouseOptions,
  testHouse,
} from "./house.fixture.ts";

const one = "one" as Receipt;
const unreachable = { kind: "unreachable", because: "refused" } as const;

test("what settles is passed on when its window ends and nothing spoke against it", async () => {
  const house = testHouse({ mood: "doubtful" });
  await house.send(note("one", start));
  assert.deepEqual(house.reached, []);
  await house.passTo(after(start, 4 * minute));
  assert.deepEqual(house.reached, []);
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, [one]);
  assert.deepEqual(house.moves, ["one settling", "one delivered"]);
});

test("what became certain while it settled is held, and no time releases it", async () => {
  const options: TestHouseOptions = { mood: "doubtful" };
  const house = testHouse(options);
  await house.send(note("one", start));
  options.mood = "certain";
  await house.passTo(after(start, hour));
  await house.passTo(after(start, 30 * hour));
  assert.deepEqual(house.reached, []);
  assert.deepEqual(house.moves, ["one settling", "one held", "one unreached"]);
});

test("only guard holds: watching, what settles is passed on when its time ends", async () => {
  const options: TestHouseOptions = { mood: "doubtful" };
  const house = testHouse(options);
  await house.send(note("one", start));
  options.mood = "certain";
  options.mode = "watch";
  await house.passTo(after(start, minute));
  assert.deepEqual(house.moves, ["one settling"]);
  await house.passTo(after(start, hour));
  assert.deepEqual(house.moves, ["one settling", "one delivered"]);
});

test("switched off, what settles goes at once, before a Delete could pass it unread", async () => {
  const options: TestHouseOptions = { mood: "doubtful" };
  const house = testHouse(options);
  await house.send(note("one", start));
  options.mood = "certain";
  options.mode = "off";
  await house.passTo(after(start, second));
  assert.deepEqual(house.moves, ["one settling", "one delivered"]);
});

test("switched off while the home server is down, it is not asked at every look", async () => {
  const options: TestHouseOptions = { mood: "doubtful", answer: () => unreachable };
  const house = testHouse(options);
  await house.send(note("one", start));
  options.mode = "off";
  for (let seconds = 1; seconds <= 10; seconds++)
    await house.passTo(after(start, seconds * second));
  assert.deepEqual(house.reached, [one]);
  options.answer = () => accepted;
  await house.passTo(after(start, minute));
  assert.deepEqual(house.reached, [one, one]);
});

test("what is held waits for its ruling in any mode", async () => {
  const options: TestHouseOptions = { mood: "certain" };
  const house = testHouse(options);
  await house.send(note("one", start));
  options.mode = "off";
  await house.passTo(after(start, minute));
  assert.deepEqual(house.moves, ["one held"]);
  await house.ledger.rule({ receipt: one, ruling: "ham", by: "alice", at: house.now() });
  await house.passTo(after(start, 2 * minute));
  assert.deepEqual(house.moves, ["one held", "one delivered"]);
});

test("a look-alike stirs what settles: it is judged again at once", async () => {
  const options: TestHouseOptions = { mood: "doubtful" };
  const house = testHouse(options);
  const content = "<p>The very same long sentence about lamps that nobody asked for</p>";
  const same = (receipt: string): object => ({
    object: { id: `https://harbor.example/${receipt}`, type: "Note", content },
  });
  await house.send(note("one", start, same("one")));
  options.mood = "certain";
  await house.send(note("two", after(start, second), same("two")));
  await house.keep.tick();
  assert.deepEqual(house.moves, ["one settling", "two held", "one held"]);
});

test("the original bytes are replayed, inside the home server's replay window", async () => {
  const house = testHouse({ mood: "doubtful" });
  const delivery = note("one", start);
  await house.send(delivery);
  const kept = await house.ledger.find(one);
  assert.deepEqual(kept?.delivery, delivery);
  assert(kept.dueAt !== undefined && kept.dueAt <= kept.replayUntil - 30 * second);
  assert.equal(kept.replayUntil, after(start, 65 * minute));
});

test("a moderator's ham releases a held post once", async () => {
  const house = testHouse({ mood: "certain" });
  await house.send(note("one", start));
  await house.ledger.rule({ receipt: one, ruling: "ham", by: "mod", at: start });
  await house.keep.tick();
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, [one]);
  assert.deepEqual(house.moves, ["one held", "one delivered"]);
});

test("a moderator's spam ends it", async () => {
  const house = testHouse({ mood: "certain" });
  await house.send(note("one", start));
  await house.ledger.rule({ receipt: one, ruling: "spam", by: "mod", at: start });
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, []);
  assert.equal((await house.ledger.find(one))?.state, "rejected");
});

test("while the home server is down a release is tried again, and is not lost", async () => {
  const options: TestHouseOptions = { mood: "doubtful", answer: () => unreachable };
  const house = testHouse(options);
  await house.send(note("one", start));
  await house.passTo(after(start, hour));
  options.answer = () => accepted;
  await house.passTo(after(start, hour + 10 * second));
  assert.deepEqual(house.reached, [one]);
  await house.passTo(after(start, hour + 31 * second));
  assert.deepEqual(house.reached, [one, one]);
  assert.equal((await house.ledger.find(one))?.state, "delivered");
});

test("a home server that stays down is asked ever more rarely, and gets it at last", async () => {
  const options: TestHouseOptions = { mood: "doubtful", answer: () => unreachable };
  const house = testHouse(options);
  await house.send(note("one", start));
  for (let minutes = 0; minutes <= 300; minutes++) {
    await house.passTo(after(start, minutes * minute));
  }
  const tries = house.reached.length;
  assert(tries > 20 && tries < 40, `${tries} tries in about four hours`);
  options.answer = () => accepted;
  await house.passTo(after(start, 311 * minute));
  assert.equal((await house.ledger.find(one))?.state, "delivered");
});

test("what the home server refuses stays, with its answer", async () => {
  const house = testHouse({ mood: "doubtful", answer: () => ({ ...accepted, status: 401 }) });
  await house.send(note("one", start));
  await house.passTo(after(start, hour));
  await house.passTo(after(start, 2 * hour));
  const kept = await house.ledger.find(one);
  assert.equal(kept?.state, "refused");
  assert(kept.answer?.kind === "answered" && kept.answer.status === 401);
  assert.deepEqual(house.reached, [one]);
});

test("a Delete by its author withdraws what is kept, and is passed on itself", async () => {
  const house = testHouse({ mood: "certain" });
  await house.send(note("one", start));
  const actor = "https://harbor.example/users/one";
  const object = { type: "Tombstone", id: `${actor}/notes/1` };
  await house.send(activity("gone", start, { type: "Delete", actor, object }));
  assert.deepEqual(house.moves, ["one held", "one withdrawn"]);
  assert.deepEqual(house.reached, ["gone"]);
});

test("somebody else's Delete of the same id withdraws nothing", async () => {
  const house = testHouse({ mood: "certain" });
  await house.send(note("one", start));
  const object = "https://harbor.example/users/one/notes/1";
  const actor = "https://harbor.example/users/thief";
  await house.send(activity("gone", start, { type: "Delete", actor, object }));
  assert.deepEqual(house.moves, ["one held"]);
});

test("after a restart what was settling goes on settling and is stirred as before", async () => {
  const options: TestHouseOptions = { mood: "doubtful" };
  const before = testHouse(options);
  const content = "<p>The very same long sentence about lamps that nobody asked for</p>";
  const object = { id: "https://harbor.example/1", type: "Note", content };
  await before.send(note("one", start, { object }));
  const house = testHouse({ mood: "certain", ledger: before.ledger });
  await house.keep.resume();
  await house.send(note("two", start, { object: { ...object, id: "https://harbor.example/2" } }));
  await house.keep.tick();
  assert.deepEqual(house.moves, ["two held", "one held"]);
});

test("a repeat of what is kept shares its fate and is not kept twice", async () => {
  const house = testHouse({ mood: "doubtful" });
  const delivery = note("one", start);
  const first = await house.send(delivery);
  const again = await house.send({ ...delivery, receipt: "again" as Receipt });
  assert.deepEqual(again, first);
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, [one]);
});

test("a hold that nobody ruled on expires, and its words are gone", async () => {
  const house = testHouse({ mood: "certain" });
  await house.send(note("one", start));
  await house.passTo(after(start, 30 * day));
  await house.keep.clean(30 * day);
  assert.deepEqual(house.moves, ["one held", "one unreached"]);
  await house.passTo(after(start, 30 * day + second));
  await house.keep.clean(30 * day);
  assert.deepEqual(house.moves, ["one held", "one unreached", "one expired"]);
  assert.equal((await house.ledger.find(one))?.delivery.body.length, 0);
});

test("a stale date or a short end is no way to settle for a moment only", async () => {
  const house = testHouse({
    mood: "doubtful",
    authenticity: (delivery, actor) => ({
      ...proven(delivery, actor),
      expiresAt: after(delivery.at, 31 * second),
    }),
  });
  await house.send(note("one", start));
  await house.passTo(after(start, hour));
  assert.deepEqual(house.moves, ["one held", "one unreached"]);
  const kept = await house.ledger.find(one);
  assert.match(kept?.verdict.evidence.at(-1)?.because ?? "", /31 s only/);
});

test("a refusal that an admin makes while it settles ends it", async () => {
  const house = testHouse({ mood: "doubtful" });
  await house.send(note("one", start));
  const made = { by: "admin", why: "", madeAt: start, expiresAt: undefined };
  const subject = { kind: "host", host: "harbor.example" as Host } as const;
  await house.ledger.addRule({ ...made, decision: "refuse", subject });
  await house.refreshRules();
  await house.passTo(after(start, hour));
  assert.deepEqual(house.moves, ["one settling", "one rejected"]);
});
