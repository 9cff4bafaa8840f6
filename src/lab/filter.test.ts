import assert from "node:assert/strict";
import { test } from "node:test";
import { epochMs, isoTime } from "../base/units.ts";
import { noFilter } from "./filter.ts";

const at = epochMs(Date.parse("2026-03-02T08:00:00.000Z"));

function delivery(id: string): string {
  const activity = { type: "Like", actor: "https://a.example/users/b", object: "x" };
  return JSON.stringify({ type: "delivery", at: isoTime(at), id, inbox: "/inbox", activity });
}

test("no filter delivers at once whatever comes", async () => {
  const filter = noFilter();
  assert.deepEqual(await filter.feed(delivery("d1")), [
    { delivery: "d1", at, outcome: "delivered" },
  ]);
  assert.deepEqual(await filter.feed('{"type":"odd","at":"2026-03-02T08:00:00.000Z"}'), []);
});
