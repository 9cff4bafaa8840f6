import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { featuresOf } from "./features.ts";
import { learn, newWords, type Words, weigh } from "./model.ts";
import { packWords, unpackWords } from "./pack.ts";
import { noPrior } from "./prior.ts";

const texts = ["free coins for you", "coins, free", "soup and bread", "the late ferry"];
const features = texts.map((text) => featuresOf({ text, comparable: text, links: [] }));

function taught(): Words {
  const words = newWords(noPrior);
  for (let author = 0; author < 20; author++)
    for (const [at, one] of features.entries())
      learn(words, one, { label: at < 2 ? "spam" : "ham", weight: 1, author: `${author}` });
  return words;
}

test("what was learned comes back from its bytes, and goes on learning", () => {
  const before = taught();
  const read = unpackWords(packWords(before), noPrior);
  assert.ok(read.ok);
  for (const one of features) {
    const said = weigh(before, one);
    const saysNow = weigh(read.value, one);
    assert.ok(Math.abs(said.decibans - saysNow.decibans) < 0.02);
    assert.equal(said.known, saysNow.known);
  }
  assert.equal(read.value.all.lessons, before.all.lessons);
  assert.deepEqual(packWords(read.value), packWords(before));
});

test("the same lessons give the same bytes", () => {
  assert.deepEqual(packWords(taught()), packWords(taught()));
});

test("bytes of something else, or not all of them, are refused", () => {
  const bytes = packWords(taught());
  assert.equal(unpackWords(bytes.subarray(0, bytes.length - 1)).ok, false);
  assert.equal(unpackWords(new Uint8Array(100)).ok, false);
  assert.equal(unpackWords(new Uint8Array()).ok, false);
});

test("no bytes make reading throw", () => {
  const head = [...packWords(newWords(noPrior))];
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (rest) => {
      unpackWords(Uint8Array.from([...head, ...rest]));
    }),
  );
});
