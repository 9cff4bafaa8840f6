import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { printable } from "./printable.ts";

test("a hostile post can't repaint the terminal", () => {
  assert.equal(printable("\u001b[2J\u001b[Hhello"), "\\u{1b}[2J\\u{1b}[Hhello");
  assert.equal(printable("\u001b]0;owned\u0007"), "\\u{1b}]0;owned\\u{7}");
  assert.equal(printable("\u009b31m"), "\\u{9b}31m");
  assert.equal(printable("a\rb\nc\td"), "a b c d");
  assert.equal(
    printable("admin\u0008\u0008\u0008\u0008\u0008"),
    "admin\\u{8}\\u{8}\\u{8}\\u{8}\\u{8}",
  );
});

test("text can't be turned round or hidden", () => {
  assert.equal(printable("\u202egnp.exe"), "\\u{202e}gnp.exe");
  assert.equal(printable("pay\u200bpal\ufeff"), "pay\\u{200b}pal\\u{feff}");
  assert.equal(printable("\ud800"), "\\u{d800}");
});

test("people's scripts stay as they are", () => {
  for (const text of ["日本語のテキスト", "नमस्ते क्‍ष", "👩‍👩‍👧 ok", "Việt", "العربية"]) {
    assert.equal(printable(text), text);
  }
});

test("a tower of marks is cut to the line", () => {
  assert.equal(printable(`e${"\u0301".repeat(50)}`), `e${"\u0301".repeat(4)}`);
});

test("whatever came, nothing that steers goes out, and a second time changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const shown = printable(text);
      assert.doesNotMatch(shown, /\p{Cc}|\p{Cs}|\u2028|\u2029|[\u202a-\u202e\u2066-\u2069]/u);
      assert.equal(printable(shown), shown);
    }),
  );
});
