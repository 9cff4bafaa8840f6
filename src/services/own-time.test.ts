import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { after } from "../base/units.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Admission } from "./admit.ts";
import { activity, note, start, type TestHouse, testHouse } from "./house.fixture.ts";

/** Its answers never come, for the methods that are named. */
function stuck(...methods: ("acquaint" | "witness" | "record")[]): ProcessMemory {
  const memory = new ProcessMemory();
  const never = async (): Promise<never> => new Promise(() => undefined);
  return Object.assign(memory, Object.fromEntries(methods.map((name) => [name, never])));
}

/** Sends, lets everything run that can, and then lets so much time pass. */
async function sendAndWait(house: TestHouse, delivery: Delivery, ms: number) {
  const told: Admission[] = [];
  void house.gatekeeper.admit(delivery).then((admission) => told.push(admission));
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  await turn();
  await house.passTo(after(start, ms - 1));
  await turn();
  assert.equal(told.length, 0, "it waited as long as it may");
  await house.passTo(after(start, ms));
  await turn();
  return told[0];
}

test("a memory that says nothing within 250 ms is one that is down", async () => {
  const house = testHouse({ mood: "certain", memory: stuck("acquaint") });
  assert.deepEqual(await sendAndWait(house, note("one", start), 250), { do: "pass" });
  assert.deepEqual(house.failed, ["judging a delivery"]);
  const other = testHouse({ mood: "certain", memory: stuck("acquaint"), onFailure: "settle" });
  assert.equal((await sendAndWait(other, note("one", start), 250))?.do, "answer");
});

test("what else memory knows and does not say in time is an unknown fact", async () => {
  const house = testHouse({ mood: "certain", memory: stuck("witness") });
  assert.equal((await sendAndWait(house, note("one", start), 250))?.do, "answer");
  assert.deepEqual(house.moves, ["one held"]);
  const slow = testHouse({ mood: "certain", memory: stuck("record") });
  assert.equal((await sendAndWait(slow, note("one", start), 250))?.do, "answer");
});

test("a Delete does not wait for our disk", async () => {
  class StuckLedger extends ProcessLedger {
    override async withdraw(): Promise<never> {
      return new Promise(() => undefined);
    }
  }
  const house = testHouse({ mood: "certain", ledger: new StuckLedger() });
  await house.send(note("one", start));
  const actor = "https://harbor.example/users/one";
  const removal = activity("two", start, { type: "Delete", actor, object: `${actor}/notes/1` });
  assert.deepEqual(await sendAndWait(house, removal, 250), { do: "pass" });
});
