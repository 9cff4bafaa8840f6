import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { HeaderField } from "./delivery.ts";
import { endToEnd, flattenFields, hasField, pairFields, valuesOf } from "./header-fields.ts";

test("pairs and flat lists are the same thing twice", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (fields) => {
      assert.deepEqual(pairFields(flattenFields(fields)), fields);
    }),
  );
});

test("a field is found in any spelling, each of its values apart", () => {
  const fields: HeaderField[] = [
    ["Accept", "a"],
    ["x", "1"],
    ["ACCEPT", "b, c"],
  ];
  assert.deepEqual(valuesOf(fields, "accept"), ["a", "b, c"]);
  assert.equal(hasField(fields, "accept"), true);
  assert.equal(hasField(fields, "accep"), false);
});

test("hop-by-hop fields go, and what Connection names; the rest stays in its order", () => {
  const fields: HeaderField[] = [
    ["B", "1"],
    ["Connection", "close, X-Mine"],
    ["x-mine", "1"],
    ["A", "1"],
    ["KEEP-ALIVE", "5"],
    ["Transfer-Encoding", "chunked"],
    ["B", "2"],
    ["Trailer", "X"],
  ];
  const names = endToEnd(fields).map(([name, value]) => `${name}${value}`);
  assert.deepEqual(names, ["B1", "A1", "B2", "TrailerX"]);
});

test("Connection can't take away what frames a message or proves who sent it", () => {
  const named = "Host, content-length, DIGEST, Signature, X-Forwarded-For";
  const fields = named.split(", ").map((name): HeaderField => [name, "1"]);
  assert.deepEqual(endToEnd([...fields, ["Connection", named]]), fields);
});
