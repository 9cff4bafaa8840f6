import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inPlainNames, isUnsure } from "./parse-names.ts";

const plain = (document: object): unknown =>
  JSON.parse(JSON.stringify(inPlainNames(document))) as unknown;
const everywhere = "https://www.w3.org/ns/activitystreams";

test("what servers really send is plain already", () => {
  const root = new URL("../../fixtures/", import.meta.url);
  const unplain = globSync("*/*.json", { cwd: root }).filter((name) => {
    const document = JSON.parse(readFileSync(new URL(name, root), "utf8")) as unknown;
    return inPlainNames(document) !== document;
  });
  assert.deepEqual(unplain, []);
});

test("every spelling of a name is that name", () => {
  assert.deepEqual(plain({ "as:tag": 1, object: [{ [`${everywhere}#to`]: 2 }] }), {
    tag: 1,
    object: [{ to: 2 }],
  });
  const contexts: readonly object[] = [
    { x: "as:tag" },
    { x: { "@id": "as:tag", "@type": "@id" } },
    { x: "y", y: "tag" },
    { p: `${everywhere}#`, x: "p:tag" },
    { p: "https://www.w3.org/ns/", x: "p:activitystreams#tag" },
  ];
  for (const context of contexts) {
    const document = { "@context": [everywhere, context], object: { x: 1 } };
    assert.deepEqual(plain(document), { object: { tag: 1 } }, JSON.stringify(context));
  }
  const type = plain({ "@context": { Ping: "as:Create" }, type: "Ping" });
  assert.deepEqual(type, { type: ["Ping", "Create"] });
});

test("a name that means one thing here and another there leaves whom it is for unsure", () => {
  const unsure = (document: object): boolean => isUnsure(inPlainNames(document) as object);
  assert.ok(unsure({ "@context": { tag: "https://evil.example/x", x: "as:tag" }, tag: 1, x: 2 }));
  assert.ok(unsure({ tag: 1, "as:tag": 2 }));
  assert.ok(!unsure({ "as:tag": 2 }));
});

test("contexts without end are applied within bounds", () => {
  const object = Array.from({ length: 20_000 }, () => ({ "@context": { x: "as:tag" }, x: 1 }));
  assert.ok(inPlainNames({ object }) !== undefined);
});
