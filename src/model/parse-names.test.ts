import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inPlainNames, isUnsure } from "./parse-names.ts";

const plain = (document: object): unknown =>
  JSON.parse(JSON.stringify(inPlainNames(document))) as unknown;
const unsure = (document: object): boolean => isUnsure(inPlainNames(document) as object);
const named = (count: number, prefix: string): object =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}:n${i}`, 1]));
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
  assert.ok(unsure({ "@context": { tag: "https://evil.example/x", x: "as:tag" }, tag: 1, x: 2 }));
  assert.ok(unsure({ tag: 1, "as:tag": 2 }));
  assert.ok(!unsure({ "as:tag": 2 }));
});

test("names are followed so many steps in a document, and no further", () => {
  const contexts = { a: "b:", b: "c:", c: "https://x.example/" };
  const document = (count: number): object => ({ "@context": contexts, ...named(count, "a") });
  assert.ok(!unsure(document(1000)), "an honest extension of a thousand properties");
  assert.ok(unsure(document(2000)), "whom the rest is for is not known");
});

test("a meaning longer than any real one is not followed, and says so", () => {
  const context = (length: number): object => ({ a: `b:${"x".repeat(length)}`, b: "as:" });
  assert.ok(!unsure({ "@context": context(200), "a:tag": 1 }));
  assert.ok(unsure({ "@context": context(300), "a:tag": 1 }));
  // Were it followed, each name of a few bytes would cost the length of all meanings on its way.
  const long = { a: `b:${"x".repeat(300)}`, b: `c:${"y".repeat(300)}`, c: "https://z.example/" };
  const names = Object.keys(inPlainNames({ "@context": long, ...named(3, "a") }) as object);
  assert.deepEqual(names, ["a:n0", "a:n1", "a:n2"]);
});

test("many spellings of one name become one list, a little longer than is read", () => {
  const contexts = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`p${i}`, "as:"]));
  const tags = Array.from({ length: 400 }, (_, i) => [`p${i}:tag`, [i, i, i, i, i]]);
  const { tag } = inPlainNames({ "@context": contexts, ...Object.fromEntries(tags) }) as {
    tag: readonly number[];
  };
  assert.deepEqual(tag.slice(0, 7), [0, 0, 0, 0, 0, 1, 1]);
  assert.equal(tag.length, 1005);
});

test("contexts without end are applied within bounds", () => {
  const object = Array.from({ length: 20_000 }, () => ({ "@context": { x: "as:tag" }, x: 1 }));
  assert.ok(inPlainNames({ object }) !== undefined);
});
