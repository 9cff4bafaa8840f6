import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Sketch } from "../../model/likeness.ts";
import { compare, sketchOf, sketchSize } from "./sketch.ts";

const notice =
  "flood warning for the upper valley move to higher ground and do not drive through water";

/** The share of the sampled union that is in both. */
function resemblance(one: Sketch, other: Sketch): number {
  let [all, both] = [0, 0];
  compare(one, other, (_, shared) => {
    all++;
    both += Number(shared);
  });
  return all === 0 ? 0 : both / all;
}

test("a text resembles itself, whatever its spacing and punctuation", () => {
  const spaced = notice.replaceAll(" ", " -- ");
  assert.equal(resemblance(sketchOf(notice), sketchOf(spaced)), 1);
});

test("sentences in another order are much alike", () => {
  const [first, second] = [notice, "call your neighbours and check on the old people next door"];
  const one = sketchOf(`${first}. ${second}.`);
  assert.ok(resemblance(one, sketchOf(`${second}. ${first}.`)) > 0.85);
});

test("a fifth of the words exchanged leaves about half", () => {
  const changed = notice
    .replace("upper", "lower")
    .replace("drive", "walk")
    .replace("ground", "hills");
  const share = resemblance(sketchOf(notice), sketchOf(changed));
  assert.ok(share > 0.45 && share < 0.85, String(share));
});

test("different texts of one language share little", () => {
  const other =
    "does anybody know whether the library is open on sundays during the summer holidays";
  assert.ok(resemblance(sketchOf(notice), sketchOf(other)) < 0.1);
});

test("scripts without spaces are compared as well", () => {
  const [one, other] = [
    "無料でコインがもらえる今すぐ登録",
    "今すぐ登録すると無料でコインがもらえる",
  ];
  assert.ok(resemblance(sketchOf(one), sketchOf(other)) > 0.6);
  assert.ok(resemblance(sketchOf(one), sketchOf("明日の天気は晴れだそうです")) < 0.1);
});

test("what has no letters has nothing to compare", () => {
  assert.equal(sketchOf("").length, 0);
  assert.equal(sketchOf("… !!! 0 0").length, 0);
});

test("a sketch is ascending, distinct and bounded, and no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (text) => {
      const sketch = sketchOf(text);
      assert.ok(sketch.length <= sketchSize);
      for (let at = 1; at < sketch.length; at++) {
        assert.ok((sketch[at - 1] as number) < (sketch[at] as number));
      }
    }),
  );
});

test("comparing does not depend on who comes first", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (one, other) => {
      const [a, b] = [sketchOf(one), sketchOf(other)];
      assert.equal(resemblance(a, b), resemblance(b, a));
      assert.equal(
        compare(a, b, () => undefined),
        compare(b, a, () => undefined),
      );
    }),
  );
});

test("each sample of long texts stands for several shingles", () => {
  const words = Array.from({ length: 200 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}`);
  const long = words.map((word, i) => word + "xyzuvw".slice(i % 5)).join(" ");
  const each = compare(sketchOf(long), sketchOf(notice), () => undefined);
  assert.ok(each > 1.5, String(each));
  assert.equal(
    compare(sketchOf("short"), sketchOf("brief"), () => undefined),
    1,
  );
});
