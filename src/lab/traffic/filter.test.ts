import assert from "node:assert/strict";
import { test } from "node:test";
import { epochMs, isoTime } from "../../base/units.ts";
import { openGate } from "./filter.ts";

const at = epochMs(Date.parse("2026-03-02T08:00:00.000Z"));

function delivery(id: string): string {
  const activity = { type: "Like", actor: "https://a.example/users/b", object: "x" };
  return JSON.stringify({ type: "delivery", at: isoTime(at), id, inbox: "/inbox", activity });
}

test("no filter delivers at once whatever comes", async () => {
  const gate = openGate();
  assert.deepEqual(await gate.feed(delivery("d1")), [{ delivery: "d1", at, outcome: "delivered" }]);
  assert.deepEqual(await gate.feed('{"type":"odd","at":"2026-03-02T08:00:00.000Z"}'), []);
});
