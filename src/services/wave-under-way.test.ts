import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { after, minute } from "../base/units.ts";
import type { Delivery } from "../model/delivery.ts";
import type { ActorId } from "../model/ids.ts";
import { activity, start, type TestHouse, testHouse } from "./house.fixture.ts";

const offer =
  "I started with doubts but I have received my payment and it is real, I got eighteen thousand " +
  "after investing six hundred, here is the company for everybody who wants to know more";
const smallTalk =
  "We walked up to the old lighthouse on Sunday, the keeper showed us the lamp and his garden";

const alice = "https://home.example/users/alice" as ActorId;
const friend = "https://friends.example/users/frida" as ActorId;

function post(actor: string, to: string, content: string, minutes: number): Delivery {
  const id = `${actor}/notes/${minutes}`;
  const object = { id, type: "Note", attributedTo: actor, to: [to], content };
  const body = { id: `${id}/activity`, type: "Create", actor, to: [to], object };
  return activity(`${actor}-${minutes}`, after(start, minutes * minute), body);
}

/** A house in which Alice follows Frida, and how many strangers wrote the same to others. */
async function houseWithWave(copies: number): Promise<TestHouse> {
  const memory = new ProcessMemory();
  await memory.notice({ action: "follow", by: alice, actor: friend, at: start });
  const house = testHouse({ mood: "shipped", memory });
  for (let i = 0; i < copies; i++) {
    const person = `https://home.example/users/person${i}`;
    await house.send(post(`https://h${i}.example/users/s${i}`, person, offer, i));
  }
  return house;
}

async function pathOf(house: TestHouse, delivery: Delivery): Promise<string> {
  await house.send(delivery);
  return house.verdicts.at(-1)?.path ?? assert.fail();
}

test("a tie is no pass for a copy of a wave that is under way", async () => {
  const house = await houseWithWave(5);
  assert.equal(await pathOf(house, post(friend, alice, offer, 10)), "judged");
  const symbols = house.verdicts.at(-1)?.evidence.map(({ symbol }) => symbol);
  assert.ok(symbols?.includes("CAMPAIGN"), symbols?.join(" "));
});

test("whatever else a friend says passes unread meanwhile", async () => {
  const house = await houseWithWave(5);
  assert.equal(await pathOf(house, post(friend, alice, smallTalk, 10)), "fast");
});

test("with no wave under way a friend's words are not looked at", async () => {
  const house = await houseWithWave(1);
  assert.equal(await pathOf(house, post(friend, alice, offer, 10)), "fast");
});

test("hours after its last copy a wave is over", async () => {
  const house = await houseWithWave(5);
  assert.equal(await pathOf(house, post(friend, alice, offer, 7 * 60)), "fast");
});
