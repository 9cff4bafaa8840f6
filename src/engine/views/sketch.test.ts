import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Sketch } from "../../model/likeness.ts";
import { sketchOf, sketchSize, type Weighed, weigh } from "./sketch.ts";

const notice =
  "flood warning for the upper valley move to higher ground and do not drive through water";

/** The share of the sampled union that is in both. */
function resemblance(one: Sketch, other: Sketch): number {
  const { shared, apart } = weighed(one, other);
  return shared + apart === 0 ? 0 : shared / (shared + apart);
}

/** Each shingle weighs the same. */
function weighed(one: Sketch, other: Sketch): Weighed {
  return weigh(one, other, new Float64Array(one.length).fill(Number.NaN), () => 1);
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

test("drawings made of signs and rows of emoji are compared as well", () => {
  const house = "┌──────┐ │ ▒▒▒▒ │ │ ╱╲╱╲ │ └──────┘ ══════";
  const fence = "#-#-#-#-#-# |_|_|_|_|_| ^^^^^^^^^^^ ~~~~~~";
  assert.equal(resemblance(sketchOf(house), sketchOf(`${house} 0 0`)), 1);
  assert.ok(sketchOf(house).length > 8);
  assert.ok(resemblance(sketchOf(house), sketchOf(fence)) < 0.1);
  assert.ok(resemblance(sketchOf("👍👍🎉🐟"), sketchOf("👍👍🎉🐟🐟")) > 0.6);
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

/** By definition, and slowly: the smallest of the union, each in both or in one. */
function byDefinition(one: Sketch, other: Sketch): Weighed {
  const [a, b] = [new Set(one), new Set(other)];
  const union = [...new Set([...one, ...other])]
    .sort((less, more) => less - more)
    .slice(0, sketchSize);
  const shared = union.filter((shingle) => a.has(shingle) && b.has(shingle)).length;
  const last = union[sketchSize - 1];
  const each = last === undefined ? 1 : Math.max(1, 2 ** 32 / Math.max(1, last));
  return { shared, apart: union.length - shared, each };
}

test("what two share is told by the smallest of both, whoever comes first", () => {
  const letters = fc.string({
    unit: fc.constantFrom(..."abcd "),
    minLength: 20,
    maxLength: 300,
    size: "max",
  });
  fc.assert(
    fc.property(letters, letters, letters, (both, one, other) => {
      const [a, b] = [sketchOf(`${both} ${one}`), sketchOf(`${both} ${other}`)];
      assert.deepEqual(weighed(a, b), byDefinition(a, b));
      assert.deepEqual(weighed(b, a), byDefinition(a, b));
    }),
  );
});

test("each sample of long texts stands for several shingles", () => {
  const words = Array.from({ length: 200 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}`);
  const long = words.map((word, i) => word + "xyzuvw".slice(i % 5)).join(" ");
  const samples = (one: Sketch, other: Sketch): number => weighed(one, other).each;
  assert.ok(samples(sketchOf(long), sketchOf(notice)) > 1.5);
  assert.equal(samples(sketchOf("short"), sketchOf("brief")), 1);
});

test("accents and letters that pass for others are not compared", () => {
  const disguised = "flōod wärning for the uppɘr vaIIey";
  const plain = "flood warning for the upper valley";
  const share = resemblance(sketchOf(disguised.toLowerCase()), sketchOf(plain));
  assert.ok(share > 0.7, String(share));
  assert.equal(resemblance(sketchOf("カロリー"), sketchOf("力口リ一")), 1);
});

test("tones left off, Vietnamese is still told from other Vietnamese", () => {
  const [one, other] = ["tôi muốn mua một chiếc xe đạp cũ", "hôm nay trời mưa rất to ở hà nội"];
  assert.equal(resemblance(sketchOf(one), sketchOf("toi muon mua mot chiec xe dap cu")), 1);
  assert.ok(resemblance(sketchOf(one), sketchOf(other)) < 0.1);
});
