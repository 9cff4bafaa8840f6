import assert from "node:assert/strict";
import { test } from "node:test";
import type { Authenticity } from "../model/authenticity.ts";
import type { Host } from "../model/ids.ts";
import { note, start, testHouse } from "./house.fixture.ts";

test("who is rejected hears what the operator wants them to hear", async () => {
  for (const [rejectAnswer, status] of [
    ["accepted", 202],
    ["403", 403],
  ] as const) {
    const house = testHouse({ mood: "trusting", rejectAnswer });
    const made = { by: "admin", why: "", madeAt: start, expiresAt: undefined };
    const subject = { kind: "host", host: "harbor.example" as Host } as const;
    await house.ledger.addRule({ ...made, decision: "refuse", subject });
    await house.refreshRules();
    const told = await house.send(note("one", start));
    assert.equal(told.do === "answer" && told.status, status);
    assert.deepEqual(house.moves, ["one rejected"]);
  }
});

test("a forged contact that the home server takes is the last that it sees unjudged", async () => {
  const forged = { kind: "refuted", signature: "draft-cavage", because: "another key" } as const;
  const authenticity = (): Authenticity => ({ ...forged, why: "wrong-key" });
  const house = testHouse({ mood: "doubtful", authenticity });
  assert.deepEqual(await house.send(note("one", start)), { do: "pass" });
  assert.equal((await house.send(note("two", start))).do, "answer");
  assert.deepEqual(house.moves, ["two settling"]);
});
