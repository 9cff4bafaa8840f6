import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { commonPartsOf, type Specimen, type TemplatePart } from "./common-parts.ts";

function saying(text: string, more: Partial<Specimen> = {}): Specimen {
  return { text, links: [], pictures: [], handles: [], profile: [], ...more };
}

function templateOf(...texts: readonly string[]): readonly TemplatePart[] {
  return commonPartsOf(texts.map((text) => saying(text))).template;
}

test("what is constant stands in order, and what varies is a slot with examples", () => {
  const template = templateOf(
    "I made 900 dollars with Acme today",
    "I made 75 dollars with Zenith Corp today",
    "I made 3 dollars with Acme today",
  );
  assert.deepEqual(template, [
    { kind: "constant", words: "I made" },
    { kind: "slot", such: ["900", "75", "3"] },
    { kind: "constant", words: "dollars with" },
    { kind: "slot", such: ["Acme", "Zenith Corp"] },
    { kind: "constant", words: "today" },
  ]);
});

test("a slot may stand at either end, and one odd copy makes no word a slot", () => {
  const usual = ["anna", "ben", "carl", "dora"].map((name) => `@${name} look at this now ${name}!`);
  const template = templateOf(...usual, "@eve look this now eve!");
  assert.deepEqual(
    template.map((part) => (part.kind === "slot" ? "…" : part.words)),
    ["…", "look at this now", "…"],
  );
});

test("texts without a word in common have no template, and one text is none", () => {
  assert.deepEqual(templateOf("one two three", "four five six"), []);
  assert.deepEqual(templateOf("alone in the world"), []);
  assert.deepEqual(commonPartsOf([]).template, []);
});

test("links, pictures, handles and parts of profiles that several have are counted", () => {
  const first = { links: ["x.example", "y.example"], pictures: ["LEHV"], handles: ["@a"] };
  const found = commonPartsOf([
    saying("a", { ...first, profile: ["bio: hello"] }),
    saying("b", { links: ["x.example", "x.example"], profile: ["bio: hello"] }),
    saying("c", { links: ["x.example"], pictures: ["LEHV"] }),
  ]);
  assert.deepEqual(found.links, [{ what: "x.example", count: 3 }]);
  assert.deepEqual(found.pictures, [{ what: "LEHV", count: 2 }]);
  assert.deepEqual(found.handles, []);
  assert.deepEqual(found.profile, [{ what: "bio: hello", count: 2 }]);
});

test("whatever the texts, constant words stand in the one laid under, in its order", () => {
  const word = fc.constantFrom("a", "b", "c", "d", "e");
  const text = fc.array(word, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), (texts) => {
      const template = templateOf(...texts.map((words) => words.join(" ")));
      const constant = template.flatMap((one) =>
        one.kind === "constant" ? one.words.split(" ") : [],
      );
      assert.ok(texts.some((words) => isWithin(constant, words)));
    }),
  );
});

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let found = 0;
  for (const word of all) if (word === some[found]) found++;
  return found === some.length;
}

test("samples show each post as it stands, marked by what most of them have", () => {
  const texts = [
    "Buy 1 now, dear Anna",
    "Buy 2 now dear",
    "Well: buy 3 now dear",
    "Buy 4 now dear",
  ];
  const { samples } = commonPartsOf(texts.map((text) => saying(text)));
  const shown = samples.map((runs) =>
    runs.map(({ words, isConstant }) => (isConstant ? words : `[${words}]`)).join(" "),
  );
  assert.deepEqual(shown, [
    "Buy [1] now, dear [Anna]",
    "Buy [2] now dear",
    "[Well:] buy [3] now dear",
  ]);
  assert.deepEqual(commonPartsOf([saying("alone")]).samples, [
    [{ words: "alone", isConstant: false }],
  ]);
});
