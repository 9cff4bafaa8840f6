// Near spellings, beside the slowest way to say what they are.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { editsAllowed, isNear, lettersIn, mayBeNear } from "./near-spelling.ts";

for (const [one, other, most, near] of [
  ["casino", "cassino", 1, true],
  ["casino", "csaino", 1, true],
  ["casino", "casno", 1, true],
  ["casino", "kassino", 1, false],
  ["bitcoin", "btcion", 2, true],
  ["loan", "lean", 0, false],
  ["", "ab", 1, false],
] as const) {
  test(`${one} and ${other} are ${near ? "" : "not "}within ${most}`, () => {
    assert.equal(isNear(one, other, most), near);
  });
}

test("of four letters none may be wrong, of eight two", () => {
  assert.deepEqual([4, 5, 7, 8, 30].map(editsAllowed), [0, 1, 1, 2, 2]);
});

/** By trying every edit of the one: no letter is touched twice, so that two edits stand apart. */
function oneEditAway(word: string, letters: string): ReadonlySet<string> {
  const all = new Set([word]);
  for (let at = 0; at <= word.length; at++) {
    const [before, rest] = [word.slice(0, at), word.slice(at)];
    for (const letter of letters) {
      all.add(before + letter + rest);
      if (rest !== "") all.add(before + letter + rest.slice(1));
    }
    if (rest !== "") all.add(before + rest.slice(1));
    if (rest.length > 1) all.add(before + rest[1] + rest[0] + rest.slice(2));
  }
  return all;
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });

test("one edit away is what one edit makes", () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      assert.equal(isNear(one, other, 1), oneEditAway(one, "abc").has(other));
    }),
  );
});

test("it is the same both ways, and letters that differ too much rule it out", () => {
  fc.assert(
    fc.property(word, word, fc.nat(3), (one, other, most) => {
      const near = isNear(one, other, most);
      assert.equal(isNear(other, one, most), near);
      if (near) assert.ok(mayBeNear(lettersIn(one), lettersIn(other), most));
    }),
  );
});
