import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Features, featuresOf } from "./features.ts";
import { packedTogether, packFeatures, unpackFeatures } from "./pack-features.ts";

function featuresIn(text: string): Features {
  return featuresOf({ text, comparable: text, links: [] });
}

/** Without what packing leaves out. */
function coarse({ hashes, ends }: Features): Features {
  return { hashes: hashes.map((hash) => hash & 0xffffff00), ends };
}

test("posts come back as they are learned, one by one", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 300 }), { maxLength: 4 }), (texts) => {
      const posts = texts.map(featuresIn).filter(({ ends }) => ends.length > 0);
      assert.deepEqual(unpackFeatures(packFeatures(posts)), posts.map(coarse));
    }),
    { numRuns: 50 },
  );
});

test("who says nothing teaches nothing", () => {
  assert.deepEqual(packFeatures([featuresIn(""), featuresIn(" ")]), new Uint8Array());
  assert.deepEqual(unpackFeatures(new Uint8Array()), []);
});

test("of a campaign of long texts the first are packed, and never half a word", () => {
  const long = featuresIn(
    Array.from({ length: 900 }, (_, at) => (at * 7919).toString(36)).join(" "),
  );
  const packed = packFeatures(new Array<Features>(9).fill(long));
  assert.ok(packed.length < 60_000, `${packed.length} bytes`);
  const posts = unpackFeatures(packed) ?? [];
  assert.deepEqual(posts[0], coarse(long));
  const last = posts.at(-1);
  assert.ok(last !== undefined && posts.length < 9 && last.ends.length < long.ends.length);
  assert.deepEqual(last.ends, long.ends.slice(0, last.ends.length));
});

test("a text that does not fit keeps none of those behind it out", () => {
  const long = featuresIn(
    Array.from({ length: 700 }, (_, at) => (at * 7919).toString(36)).join(" "),
  );
  const [large, small] = [packFeatures([long]), packFeatures([featuresIn("free coins for all")])];
  assert.ok(large.length > 20_000, `${large.length} bytes`);
  const together = [large, large, large, small];
  const posts = unpackFeatures(packedTogether(together)) ?? [];
  assert.ok(posts.length < together.length);
  assert.deepEqual(posts.at(-1), coarse(featuresIn("free coins for all")));
});

test("what another version wrote, or was cut or made up, is not read", () => {
  const packed = packFeatures([featuresIn("free coins for all")]);
  assert.equal(unpackFeatures(Uint8Array.of(9, ...packed.subarray(1))), undefined);
  assert.equal(unpackFeatures(packed.subarray(0, packed.length - 1)), undefined);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      unpackFeatures(Uint8Array.of(1, ...bytes));
    }),
    { numRuns: 200 },
  );
});
