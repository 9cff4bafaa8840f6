import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { after, day, hour, minute } from "../base/units.ts";
import type { Delivery } from "../model/delivery.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import { deaf } from "../ports/journal.ts";
import {
  activity,
  note,
  start,
  type TestHouse,
  type TestHouseOptions,
  testHouse,
} from "./house.fixture.ts";

const alice = "https://home.example/users/alice" as ActorId;
const sender = "https://harbor.example/users/one" as ActorId;
const one = "one" as Receipt;
const consent = { mood: "trusting", contact: "consent" } as const;

/** Another post by who sent the first. */
function again(receipt: string, minutes: number, more: object = {}): Delivery {
  const id = `${sender}/notes/${receipt}`;
  const object = { id, type: "Note", attributedTo: sender, to: [alice], content: "Hello again" };
  const body = { id: `${id}/activity`, type: "Create", actor: sender, to: [alice], object };
  return activity(receipt, after(start, minutes * minute), { ...body, ...more });
}

test("with consent a stranger waits for a ruling, past every deadline", async () => {
  const house = testHouse(consent);
  await house.send(note("one", start));
  await house.passTo(after(start, day));
  assert.deepEqual(house.moves, ["one held", "one unreached"]);
  const [first] = house.verdicts[0]?.evidence ?? [];
  assert.equal(first?.symbol, "FIRST_CONTACT");
  assert.match(first?.because ?? "", /wait for a ruling/);
});

test("who was let in once by a moderator does not wait again", async () => {
  const house = testHouse(consent);
  await house.send(note("one", start));
  await house.ledger.rule({ receipt: one, ruling: "ham", by: "mod", at: house.now() });
  await house.keep.tick();
  assert.deepEqual(await house.send(again("two", 5)), { do: "pass" });
});

test("whom somebody here follows is no stranger to anybody here", async () => {
  const memory = new ProcessMemory();
  await memory.notice({ at: start, action: "follow", by: alice, actor: sender });
  const house = testHouse({ ...consent, memory });
  const bruno = "https://home.example/users/bruno";
  assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
  assert.deepEqual(await house.send(again("two", 5, { to: [bruno] })), { do: "pass" });
});

test("posts that come here are no way past a ruling: a like waits as well", async () => {
  const house = testHouse(consent);
  const post = "https://home.example/users/alice/notes/7";
  await house.send(again("two", 5, { type: "Like", object: post }));
  assert.deepEqual(house.moves, ["two held"]);
});

test("who is followed while it waits gets in before its way closes", async () => {
  const memory = new ProcessMemory();
  const house = testHouse({ ...consent, memory });
  await house.send(note("one", start));
  await memory.notice({ at: after(start, hour / 2), action: "follow", by: alice, actor: sender });
  await house.passTo(after(start, 2 * hour));
  assert.deepEqual(house.moves, ["one held", "one delivered"]);
});

test("what waits when strangers are heard again goes in before its way closes", async () => {
  const options: TestHouseOptions = { ...consent };
  const house = testHouse(options);
  await house.send(note("one", start));
  options.contact = "open";
  await house.passTo(after(start, 2 * hour));
  assert.deepEqual(house.moves, ["one held", "one delivered"]);
});

test("where there is no room for one more, its sender is to ask again", async () => {
  const bounds = { deliveries: 1, bytes: 1e6 };
  const quotas = { each: bounds, all: bounds, diskReserveBytes: 0 };
  const house = testHouse({ ...consent, quotas });
  await house.send(note("one", start));
  const told = await house.send(note("two", start));
  assert.deepEqual([told.do, told.do === "answer" && told.status], ["answer", 503]);
});

test("in watch mode nothing waits, and in no mode what ends or answers something", async () => {
  const watching = testHouse({ ...consent, mode: "watch" });
  assert.deepEqual(await watching.send(note("one", start)), { do: "pass" });
  const guarding = testHouse(consent);
  const undone = again("two", 1, { type: "Undo", object: `${sender}/follows/1` });
  assert.deepEqual(await guarding.send(undone), { do: "pass" });
});

test("a kind of signature on which the home server has its own word passes", async () => {
  const house = testHouse(consent);
  house.watch.learned("mastodon", "4.2.0", undefined);
  const first = note("one", start);
  const input = 'sig1=("@method");keyid="https://harbor.example/users/x#main-key"';
  const signed = [...first.headers.slice(0, 1), ["Signature-Input", input]] as const;
  assert.deepEqual(await house.send({ ...first, headers: signed }), { do: "pass" });
});

const offer =
  "I started with doubts but I have received my payment and it is real, I got eighteen thousand " +
  "after investing six hundred, here is the company for everybody who wants to know more";

/** In a house where strangers on so many hosts have written the same. */
async function duringWave(copies: number, more: TestHouseOptions = {}): Promise<TestHouse> {
  const house = testHouse({ mood: "shipped", contact: "wave", onlooker: deaf, ...more });
  for (let i = 0; i < copies; i++) {
    const actor = `https://h${i}.example/users/s${i}`;
    const to = [`https://home.example/users/person${i}`];
    const object = { id: `${actor}/1`, type: "Note", attributedTo: actor, to, content: offer };
    const body = { id: `${actor}/1/a`, type: "Create", actor, to, object };
    await house.send(activity(`copy${i}`, after(start, i * minute), body));
  }
  return house;
}

const answer = { inReplyTo: "https://home.example/users/alice/notes/1" };
const harmless = (receipt: string, minutes: number): Delivery =>
  again(receipt, minutes, {
    object: {
      ...{ id: `${sender}/notes/${receipt}`, type: "Note", attributedTo: sender, to: [alice] },
      ...{ content: "The herons are back at the pond, go and see them", ...answer },
    },
  });

test("while a wave is under way first contacts settle longer, then get in", async () => {
  const house = await duringWave(5);
  await house.send(harmless("calm", 10));
  const verdict = house.verdicts.at(-1);
  assert.equal(verdict?.action, "settle");
  assert.ok(verdict?.evidence.some(({ symbol }) => symbol === "WAVE_UNDER_WAY"));
  await house.passTo(after(start, (10 + 27) * minute));
  assert.ok(!house.moves.includes("calm delivered"), "half the longest window at least");
  await house.passTo(after(start, (10 + 50) * minute));
  assert.ok(house.moves.includes("calm delivered"));
});

test("without a wave, and hours after one, nobody waits for that", async () => {
  for (const [copies, minutes] of [
    [1, 10],
    [5, 7 * 60],
  ] as const) {
    const house = await duringWave(copies);
    assert.deepEqual(await house.send(harmless("calm", minutes)), { do: "pass" });
  }
});

test("in open mode a wave makes nobody wait who is not of it", async () => {
  const house = await duringWave(5, { contact: "open" });
  assert.deepEqual(await house.send(harmless("calm", 10)), { do: "pass" });
});
