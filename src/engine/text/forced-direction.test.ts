import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { asShown } from "./forced-direction.ts";
import { normalize } from "./normalize.ts";

const table: readonly [title: string, written: string, shown: string][] = [
  [
    "what is turned round is turned back",
    "get \u202Esnioc eerf\u202C today",
    "get free coins today",
  ],
  [
    "to the end of the line where nothing ends it",
    "get \u202Esnioc eerf\nnow",
    "get free coins\nnow",
  ],
  ["emoji stay whole", "\u202E🎉snioc\u202C", "coins🎉"],
  ["Hebrew runs that way by itself", "\u202Eשלום\u202C", "שלום"],
  ["all others stay as they are", "free coins", "free coins"],
];

for (const [title, written, shown] of table) {
  test(`forced directions: ${title}`, () => assert.equal(asShown(written), shown));
}

test("what is written backwards is compared as it is read, and counted as disguise", () => {
  const { text, invisible } = normalize("\u202Esnioc eerf ruoy mialc\u202C");
  assert.equal(text, "claim your free coins");
  assert.ok(invisible > 0);
});

test("turning round never fails, and what is shown is turned no more", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const shown = asShown(`\u202E${text}`);
      assert.equal(asShown(shown.replaceAll("\u202E", "")), shown.replaceAll("\u202E", ""));
      assert.ok(shown.length <= text.length + 1);
    }),
  );
});
