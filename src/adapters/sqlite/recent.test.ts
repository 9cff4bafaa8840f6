import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { CachedDocument } from "../../ports/documents.ts";
import { start } from "../../ports/kept.fixture.ts";
import { RecentDocuments } from "./recent.ts";

function sized(url: string, length: number): CachedDocument {
  return { url, fetchedAt: start, outcome: { kind: "found", body: "x".repeat(length) } };
}

test("what was not asked for longest goes first", () => {
  const recent = new RecentDocuments(2500);
  recent.set(sized("a", 1000));
  recent.set(sized("b", 1000));
  recent.get("a");
  recent.set(sized("c", 1000));
  deepEqual(
    ["a", "b", "c"].map((url) => recent.has(url)),
    [true, false, true],
  );
});

test("a replaced document weighs once", () => {
  const recent = new RecentDocuments(2500);
  recent.set(sized("b", 1000));
  for (const _ of [1, 2, 3, 4]) recent.set(sized("a", 1000));
  equal(recent.has("b"), true);
});

test("what is larger than all room is not remembered", () => {
  const recent = new RecentDocuments(500);
  recent.set(sized("a", 1000));
  equal(recent.get("a"), undefined);
});
