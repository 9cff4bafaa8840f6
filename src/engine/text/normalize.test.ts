import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { textLengthMax } from "../../base/limits.ts";
import { normalize } from "./normalize.ts";

const plain: readonly (readonly [name: string, raw: string, text: string])[] = [
  ["case, spaces and digits", " Win  1,000\n coins\tin 24h ", "win 0,0 coins in 0h"],
  ["full width and mathematical letters", "ｆｒｅｅ 𝕗𝕣𝕖𝕖 ℬitcoin", "free free bitcoin"],
  ["emoji with joiners and selectors", "👩‍💻 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣", "👩💻 ❤ 🏴 0"],
  ["Persian with its non-joiner", "می‌خواهم", "میخواهم"],
  ["Hindi with its joiner", "क्‍ष", "क्ष"],
  ["Arabic with a mark of direction", "السلام\u200F عليكم", "السلام عليكم"],
  ["Vietnamese", "Tiếng Việt", "tiếng việt"],
  ["Thai", "สวัสดีครับ ยินดีต้อนรับ", "สวัสดีครับ ยินดีต้อนรับ"],
  ["Hebrew with points", "שָׁלוֹם", "שָׁלוֹם"],
  ["Japanese with a Latin word", "カロリー二口 APIの使い方", "カロリー二口 apiの使い方"],
  ["Korean", "안녕하세요", "안녕하세요"],
  ["a drawing", "┌─┐ │▒│ \\_(ツ)_/", "┌─┐ │▒│ \\_(ツ)_/"],
  ["an ideograph with a selector", "葛\u{E0100}城", "葛城"],
  ["Russian words", "Скажи, который час", "скажи, который час"],
  ["Greek words", "ΟΔΟΣ και οδός", "οδοσ και οδόσ"],
  ["a unit and a formula", "5 μm, Ωhm, π-day", "0 μm, ωhm, π-day"],
  ["a server's own emoji", "a\u200B:blob_cat:\u200B b 10:30:00", "a b 0:0:0"],
  ["nothing but emoji", ":blob_cat: 👍", ":blob_cat: 👍"],
  [
    "a code, a name and an address",
    "a1234b covid19 mp3 joe@x.example",
    "a 0 b covid0 mp0 joe@x.example",
  ],
  ["one digit in a name", "h1n1 and k8s", "hini and kbs"],
  ["white letters on black", "🅵🆁🅔🅔 🅿️", "free p"],
  ["Hebrew between overrides", "\u202Eשלום\u202C", "שלום"],
  ["initials and lists", "J. R. Tolkien, a-b, x . y z", "j. r. tolkien, a-b, x . y z"],
  ["a word pulled apart", "call n o w: f.r.e.e m-o-n-e-y", "call n o w: free money"],
  ["a word pulled apart over lines", "f\nr\ne\u3000e", "free"],
  ["isolates around a name", "by \u2068Ann\u2069.", "by ann."],
];

for (const [name, raw, text] of plain) {
  test(`ordinary writing is no disguise: ${name}`, () => {
    assert.deepEqual(normalize(raw), { text, invisible: 0, lookalikes: 0 });
  });
}

const disguised: readonly (readonly [string, string, string, number, number])[] = [
  ["zero-width letters between", "f\u200Br\u200Be\u2060e", "free", 3, 0],
  ["soft hyphens", "mo\u00ADney", "money", 1, 0],
  ["letters backwards in a forced direction", "a \u202Eeerf\u202C \u202Eyb", "a free by", 2, 0],
  ["leet", "p4ssw0rd$, 0ne m1ll!0n", "passwords, 0ne million", 0, 2],
  ["leet in Russian", "б3спл4тн0", "бзсплчтно", 0, 2],
  ["circles around letters", "m\u20DDo\u0489n\u20DDe\u0489y", "money", 0, 0],
  ["letters of rarer scripts", "fᎡee ℮ꮯo ዐne", "free eco one", 0, 3],
  ["Cyrillic in Latin words", "Frее crурtо раураl", "free crypto paypal", 0, 10],
  ["Latin in Cyrillic words", "Прoмoкoд", "промокод", 0, 3],
  ["one Latin letter in a Russian word", "тeст", "тест", 0, 1],
  ["Greek and Armenian in a Russian word", "дօхσд", "доход", 0, 2],
  ["Cherokee in a Latin word", "ᎳinneᏒ", "winner", 0, 2],
  ["Greek in a Latin word", "Βonυs", "bonus", 0, 2],
  ["stacked marks", `Z${"\u0335\u0327\u0348".repeat(3)}ero`, "zero", 6, 0],
  ["between ideographs", "免\u200B费", "免费", 1, 0],
];

for (const [name, raw, text, invisible, lookalikes] of disguised) {
  test(`undone and counted: ${name}`, () => {
    assert.deepEqual(normalize(raw), { text, invisible, lookalikes });
  });
}

test("a run of marks is cut before they are put in order", () => {
  const marks = "\u0301\u0323\u0334";
  assert.deepEqual(normalize(`a${marks.repeat(20_000)}b`), normalize(`a${marks.repeat(10)}b`));
});

test("normalising twice is normalising once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (raw) => {
      const once = normalize(raw).text;
      assert.equal(normalize(once).text, once);
    }),
    { numRuns: 2000 },
  );
});

test("the same with the letters that disguises are made of", () => {
  const letters = fc.constantFrom(
    ..."aАаВвсСkКoОοΟmМтTİıſßΣς1٣²\u0301\u0345\u200D\u200B\u00AD\u115F\u1100\u1161 \n\u3099かﾞDž",
  );
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), (all) => {
      const once = normalize(all.join("")).text;
      assert.equal(normalize(once).text, once);
    }),
    { numRuns: 3000 },
  );
});

test("the same with words pulled apart", () => {
  const pieces = fc.constantFrom(..."abжß14٣$!@: \n\t\u3000\u2800._*·-\u200B\u202E\u0301Σé0");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), (all) => {
      const once = normalize(all.join("")).text;
      assert.equal(normalize(once).text, once);
    }),
    { numRuns: 3000 },
  );
});

test("it never grows beyond its bound, whatever letters expand to", () => {
  assert.ok(normalize("\uFDFA".repeat(textLengthMax)).text.length <= textLengthMax);
});

test("a text is normalised alike whether or not an odd letter stands beside it", () => {
  const odd = " ж";
  for (let point = 1; point < 0x20000; point++) {
    // It turns round whatever stands beside it.
    if (point === 0x202e) continue;
    const text = `a${String.fromCodePoint(point)}b`;
    const beside = normalize(text + odd);
    assert.deepEqual(normalize(text), { ...beside, text: beside.text.slice(0, -odd.length) });
  }
});
