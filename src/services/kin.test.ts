import assert from "node:assert/strict";
import { test } from "node:test";
import { after, type EpochMs, hour, minute, second } from "../base/units.ts";
import type { Authenticity } from "../model/authenticity.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/ids.ts";
import {
  accepted,
  activity,
  note,
  proven,
  start,
  type TestHouse,
  type TestHouseOptions,
  testHouse,
} from "./house.fixture.ts";

const one = "one" as Receipt;
const author = "https://harbor.example/users/one";
const post = `${author}/notes/1`;

/** Something that the author of `note("one")` does to it, for nobody here in particular. */
function done(receipt: string, at: EpochMs, type: string, object: unknown = post): Delivery {
  return activity(receipt, at, { id: `${author}/${receipt}`, type, actor: author, object });
}

function edit(receipt: string, at: EpochMs, content = "now with a comma"): Delivery {
  return done(receipt, at, "Update", { id: post, type: "Note", attributedTo: author, content });
}

/** Its post settles; whatever follows would pass by itself. */
async function withSettlingPost(options: TestHouseOptions = {}): Promise<TestHouse> {
  options.mood = "doubtful";
  const house = testHouse(options);
  await house.send(note("one", start));
  options.mood = "trusting";
  return house;
}

test("an edit that would pass by itself does not overtake its settling post", async () => {
  const house = await withSettlingPost();
  const heard = await house.send(edit("edit", after(start, second)));
  assert.equal(heard.do === "answer" && heard.status, 202);
  await house.send(done("pinned", after(start, 2 * second), "Add"));
  await house.send(done("boosted", after(start, 3 * second), "Announce"));
  assert.deepEqual(house.reached, []);
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, ["one", "edit", "pinned", "boosted"]);
});

test("an edit of what is not kept passes at once, and anybody else's mail too", async () => {
  const house = await withSettlingPost();
  const other = { id: `${author}/notes/2`, type: "Note", attributedTo: author, content: "x" };
  await house.send(done("edit", start, "Update", other));
  const stranger = "https://harbor.example/users/two";
  await house.send(activity("boost", start, { type: "Announce", actor: stranger, object: post }));
  assert.deepEqual(house.reached, ["edit", "boost"]);
});

test("while the post is tried again its edit waits, however often", async () => {
  const options: TestHouseOptions = {
    answer: () => ({ kind: "unreachable", because: "refused" }),
  };
  const house = await withSettlingPost(options);
  await house.send(edit("edit", after(start, second)));
  for (const minutes of [51, 52, 53]) await house.passTo(after(start, minutes * minute));
  assert(house.reached.length > 1);
  assert(house.reached.every((receipt) => receipt === one));
  options.answer = () => accepted;
  await house.passTo(after(start, hour + 4 * minute));
  assert.deepEqual(house.reached.slice(-2), [one, "edit"]);
});

test("a Delete is passed on at once, and takes the post and all that waits behind it", async () => {
  const house = await withSettlingPost();
  await house.send(edit("edit", after(start, second)));
  const tombstone = { type: "Tombstone", id: post };
  assert.deepEqual(await house.send(done("gone", start, "Delete", tombstone)), { do: "pass" });
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, ["gone"]);
  for (const receipt of ["one", "edit"] as Receipt[]) {
    const kept = await house.ledger.find(receipt);
    assert.deepEqual([kept?.state, kept?.delivery.body.length], ["withdrawn", 0]);
  }
  assert((await house.ledger.find(one))?.keys, "what it looked like stays known");
});

test("an Undo takes back what it names, and is passed on itself", async () => {
  const house = await withSettlingPost();
  await house.send(done("boosted", after(start, second), "Announce"));
  const boost = { id: `${author}/boosted`, type: "Announce", actor: author, object: post };
  await house.send(done("undone", after(start, 2 * second), "Undo", boost));
  assert.deepEqual(house.reached, ["undone"]);
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, ["undone", "one"]);
});

test("the Delete of an account takes back everything of it, an embedded one as well", async () => {
  for (const object of [author, { id: author, type: "Person", preferredUsername: "one" }]) {
    const house = await withSettlingPost();
    await house.send(done("gone", start, "Delete", object));
    assert.deepEqual(house.reached, ["gone"]);
    assert.equal((await house.ledger.find(one))?.state, "withdrawn");
  }
});

test("what no key proves takes nothing back; an Undo of it waits for the post", async () => {
  const options: TestHouseOptions = {};
  const house = await withSettlingPost(options);
  options.authenticity = (delivery, actor): Authenticity =>
    delivery.receipt === one
      ? proven(delivery, actor)
      : {
          kind: "unknown",
          signature: "draft-cavage",
          keyId: `${author}#main-key`,
          why: "late",
          because: "its host is slow",
        };
  assert.deepEqual(await house.send(done("gone", start, "Delete")), { do: "pass" });
  assert.equal((await house.send(done("undone", start, "Undo"))).do, "answer");
  assert.equal((await house.ledger.find(one))?.state, "settling");
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, ["gone", "one", "undone"]);
});

test("a report and an answer wait for nobody", async () => {
  const house = await withSettlingPost();
  for (const type of ["Flag", "Block", "Accept", "Reject"]) {
    assert.deepEqual(await house.send(done(type, start, type)), { do: "pass" }, type);
  }
});

test("the same post at several inboxes shares one fate, and each inbox gets it once", async () => {
  const house = await withSettlingPost();
  const first = note("one", start);
  const inboxes = ["/users/alice/inbox", "/users/bruno/inbox"];
  for (const path of inboxes) {
    const sibling = { ...first, path, receipt: path as Receipt };
    assert.equal((await house.send(sibling)).do, "answer", "although it would pass by itself");
  }
  await house.passTo(after(start, hour));
  assert.deepEqual(new Set(house.reached), new Set([...inboxes, "one"]));
  assert.equal(house.moves.filter((move) => move.endsWith("delivered")).length, 3);
});

test("what holds one of several siblings holds them all", async () => {
  const options: TestHouseOptions = {};
  const house = await withSettlingPost(options);
  await house.send({ ...note("one", start), path: "/users/a/inbox", receipt: "two" as Receipt });
  options.mood = "certain";
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, []);
  assert.deepEqual(house.moves.slice(-2).sort(), ["one held", "two held"]);
  await house.ledger.rule({ receipt: one, ruling: "ham", by: "mod", at: house.now() });
  await house.keep.tick();
  assert.deepEqual(new Set(house.reached), new Set(["one", "two"]));
});

test("a post that names nobody and got in once does not get into all other inboxes", async () => {
  const options: TestHouseOptions = { mood: "doubtful" };
  const house = testHouse(options);
  const object = { id: post, type: "Note", attributedTo: author, content: "Hello you" };
  const body = { id: `${post}/create`, type: "Create", actor: author, object };
  const to = (name: string, at: EpochMs): Delivery => {
    return { ...activity(name, at, body), path: `/users/${name}/inbox` };
  };
  await house.send(to("alice", start));
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, ["alice"]);
  options.mood = "certain";
  await house.send(to("bruno", after(start, hour)));
  await house.passTo(after(start, hour + minute));
  assert.deepEqual(house.reached, ["alice"]);
  assert.equal((await house.ledger.find("bruno" as Receipt))?.state, "held");
});

test("after a restart what waits goes on waiting, and what comes still waits", async () => {
  const before = await withSettlingPost();
  await before.send(edit("edit", after(start, second)));
  const house = testHouse({ mood: "trusting", ledger: before.ledger });
  await house.keep.resume();
  await house.send(edit("again", after(start, minute), "and another comma"));
  assert.deepEqual(house.reached, []);
  await house.passTo(after(start, hour));
  assert.deepEqual(house.reached, ["one", "edit", "again"]);
});

test("an admin's word lets in what belongs with something rejected", async () => {
  const house = await withSettlingPost();
  await house.ledger.rule({ receipt: one, ruling: "spam", by: "mod", at: start });
  assert.equal((await house.send(edit("edit", start))).do, "answer");
  assert.equal((await house.ledger.find("edit" as Receipt))?.state, "rejected");
  const subject = { kind: "host", host: "harbor.example" as never } as const;
  const rule = { decision: "allow", subject, by: "admin", why: "", madeAt: start } as const;
  await house.ledger.addRule({ ...rule, expiresAt: undefined });
  await house.refreshRules();
  assert.deepEqual(await house.send(edit("again", start)), { do: "pass" });
});
