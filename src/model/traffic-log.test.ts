import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseTrafficLine } from "./traffic-log.ts";

const at = "2026-01-05T00:00:00.000Z";

function because(line: object | string): string {
  const parsed = parseTrafficLine(typeof line === "string" ? line : JSON.stringify(line));
  assert(!parsed.ok, "this line should not have been understood");
  return parsed.error.because;
}

test("a delivery without a signature field counts as validly signed", () => {
  const activity = { type: "Like", actor: "https://harbor.example/u/x" };
  const line = { type: "delivery", at, id: "d1", inbox: "/inbox", ip: "203.0.113.9", activity };
  const parsed = parseTrafficLine(JSON.stringify(line));
  assert(parsed.ok && parsed.value.type === "delivery");
  assert.equal(parsed.value.signature, "valid");
  assert.equal(parsed.value.activity, JSON.stringify(activity));
});

test("fields and types of a later version are skipped, not refused", () => {
  const parsed = parseTrafficLine(JSON.stringify({ type: "weather", at, more: 1 }));
  assert(parsed.ok && parsed.value.type === "unknown");
  assert.equal(parsed.value.name, "weather");
});

test("a document that is gone has no body", () => {
  const line = { type: "document", at, url: "https://harbor.example/u/x", body: null };
  const parsed = parseTrafficLine(JSON.stringify(line));
  assert(parsed.ok && parsed.value.type === "document");
  assert.equal(parsed.value.body, null);
});

test("each kind of broken line says what is wrong with it", () => {
  assert.match(because("{"), /not a JSON object/);
  assert.match(because("[]"), /not a JSON object/);
  assert.match(because({ at }), /no type/);
  assert.match(because({ type: "delivery" }), /needs "at"/);
  assert.match(because({ type: "delivery", at: "yesterday" }), /needs "at"/);
  assert.match(because({ type: "traffic-log", at, version: 2 }), /version/);
  assert.match(because({ type: "traffic-log", at, version: 1 }), /home needs/);
  assert.match(because({ type: "delivery", at, id: "d1" }), /id and inbox/);
  const half = { type: "delivery", at, id: "d1", inbox: "/inbox" };
  assert.match(because({ ...half, signature: "perhaps" }), /signature must be/);
  assert.match(because({ ...half, signature: "forwarded" }), /needs signedBy/);
  assert.match(because({ type: "local", at, by: "a", actor: "b", action: "wave" }), /"wave"/);
  assert.match(because({ type: "label", at, delivery: "d1", by: "moderator" }), /spam or ham/);
});

test("no line, however odd, makes the parser throw", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
      assert.equal(typeof parseTrafficLine(line).ok, "boolean");
    }),
  );
});
