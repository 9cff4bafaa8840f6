import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Link } from "../../model/reading.ts";
import { linkTo } from "../text/links.ts";
import { type Features, featuresOf, partsOf } from "./features.ts";

function featuresIn(comparable: string, links: readonly Link[] = []): Features {
  return featuresOf({ text: comparable, comparable, links });
}

function shared(one: Features, other: Features): number {
  const theirs = new Set(other.hashes);
  return one.hashes.filter((hash) => theirs.has(hash)).length;
}

test("texts with words in common share features, others next to none", () => {
  const offer = featuresIn("free coins for you");
  assert.ok(shared(offer, featuresIn("get your free coins")) > 20);
  assert.ok(shared(offer, featuresIn("ham with eggs")) < 15);
});

test("saying a thing five times is saying it once", () => {
  const once = featuresIn("free coins free coins");
  const often = featuresIn("free coins free coins free coins free coins free coins");
  assert.ok(often.hashes.length - once.hashes.length < 5);
});

test("no text has no features, and nothing but a link has one", () => {
  assert.equal(featuresIn("").hashes.length, 0);
  const link = linkTo("https://a.example/x", "b.example");
  assert.ok(link !== undefined);
  assert.equal(featuresIn("", [link, link]).hashes.length, 1);
});

test("where no spaces are, four letters are bounded as one word", () => {
  // Three parts, what is left of them as a word, and how it is set.
  assert.equal(featuresIn("無料コイン配布中今すぐ登録").ends.length, 3 + 1 + 1);
});

test("words that are joined by commas or fillers are bounded as several", () => {
  const words = "free coins for everybody who writes to the team today";
  for (const joint of [",", "_", "\u3164", ""]) {
    const text = words.replaceAll(" ", joint);
    const parts = Math.floor(text.length / 24) + 1;
    assert.equal(featuresIn(text).ends.length, parts + 1, joint);
  }
});

test("it is told in how many parts a word is bounded", () => {
  for (const word of [
    "coins",
    "無料コイン配布中今すぐ登録",
    "🎉🎉win🎉",
    "無料coins",
    "a".repeat(24),
    `無${"b".repeat(60)}料コ`,
  ])
    assert.equal(featuresIn(word).ends.length, partsOf(word) + 1, word);
});

test("a text of any length and letters has bounded features, in order of its words", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.nat(200), (text, times) => {
      const { hashes, ends } = featuresIn(text.repeat(times));
      assert.ok(hashes.length < 20_000);
      assert.equal(ends.at(-1) ?? 0, hashes.length);
      assert.ok(ends.every((end, at) => end >= (ends[at - 1] ?? 0)));
    }),
    { numRuns: 40 },
  );
});
