import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { after, day, hour } from "../base/units.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import { note, start, type TestHouse, type TestHouseOptions, testHouse } from "./house.fixture.ts";

const alice = "https://home.example/users/alice" as ActorId;
const bruno = "https://home.example/users/bruno" as ActorId;
const sender = "https://harbor.example/users/one" as ActorId;
const one = "one" as Receipt;

async function houseFor(mode: "off" | "consent", options: TestHouseOptions): Promise<TestHouse> {
  const house = testHouse(options);
  const rule = { recipient: alice, mode, by: "admin", why: "", madeAt: start };
  await house.ledger.setRecipient(rule);
  await house.refreshRules();
  return house;
}

const toBoth = { to: [alice, bruno] };

test("who wants everything gets everything, whatever is thought of it", async () => {
  const house = await houseFor("off", { mood: "certain" });
  assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
});

test("what also reaches others is judged as for them", async () => {
  const house = await houseFor("off", { mood: "certain" });
  await house.send(note("one", start, toBoth));
  assert.deepEqual(house.moves, ["one held"]);
});

test("whom somebody does not know waits for a ruling, however harmless", async () => {
  const house = await houseFor("consent", { mood: "trusting" });
  await house.send(note("one", start));
  await house.send(note("two", start, toBoth));
  await house.passTo(after(start, day));
  assert.deepEqual(
    house.moves.filter((move) => !move.endsWith("unreached")),
    ["one held", "two held"],
    "no deadline lets it in",
  );
  const evidence = (await house.ledger.find(one))?.verdict.evidence[0];
  assert.deepEqual(
    [evidence?.symbol, evidence?.because],
    ["CONSENT", `${alice} hears only from people whom they know`],
  );
  await house.ledger.rule({ receipt: one, ruling: "ham", by: "mod", at: house.now() });
  await house.keep.tick();
  assert.deepEqual(house.reached, [one]);
});

test("whom they follow or answered passes, and so does all other people's mail", async () => {
  const memory = new ProcessMemory();
  const house = await houseFor("consent", { mood: "trusting", memory });
  await memory.notice({ at: start, action: "reply", by: alice, actor: sender });
  assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
  assert.deepEqual(await house.send(note("two", start, { to: [bruno], object: {} })), {
    do: "pass",
  });
});

test("whom they follow while it waits gets in before its way closes", async () => {
  const memory = new ProcessMemory();
  const house = await houseFor("consent", { mood: "trusting", memory });
  await house.send(note("one", start));
  await memory.notice({ at: after(start, hour / 2), action: "follow", by: alice, actor: sender });
  await house.passTo(after(start, 2 * hour));
  assert.deepEqual(house.moves, ["one held", "one delivered"]);
});

test("what ends or answers something needs nobody's consent", async () => {
  const house = await houseFor("consent", { mood: "certain" });
  const undone = { type: "Undo", to: [alice], object: `${sender}/follows/1` };
  assert.deepEqual(await house.send(note("one", start, undone)), { do: "pass" });
});
