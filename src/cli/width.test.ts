import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fit, padEnd, padStart, widthOf, wrap } from "./width.ts";

test("CJK and emoji take two columns, marks none", () => {
  assert.equal(widthOf("abc"), 3);
  assert.equal(widthOf("日本"), 4);
  assert.equal(widthOf("한국어"), 6);
  assert.equal(widthOf("ｶﾅ"), 2);
  assert.equal(widthOf("e\u0301"), 1);
  assert.equal(widthOf("👩‍👩‍👧"), 2);
  assert.equal(widthOf("❤️"), 2);
});

test("columns line up whatever the script", () => {
  assert.equal(widthOf(padEnd("日本", 6)), 6);
  assert.equal(padStart("7", 3), "  7");
  assert.equal(fit("日本語", 5), "日本…");
  assert.equal(fit("short", 5), "short");
});

test("lines break at spaces, and inside words that are too long", () => {
  assert.deepEqual(wrap("one two three", 7), ["one two", "three"]);
  assert.deepEqual(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
  assert.deepEqual(wrap("今日は良い天気", 6), ["今日は", "良い天", "気"]);
  assert.deepEqual(wrap("", 10), [""]);
});

test("our own colours take no columns", () => {
  assert.equal(widthOf("\u001b[31mdown\u001b[39m"), 4);
});

test("no line is longer than asked, and nothing but spaces is lost", () => {
  const words = fc.array(fc.constantFrom("a", "word", "日本語", "👍", "x".repeat(30)));
  fc.assert(
    fc.property(words, fc.integer({ min: 2, max: 40 }), (list, width) => {
      const text = list.join(" ");
      const lines = wrap(text, width);
      for (const line of lines) assert.ok(widthOf(line) <= width, line);
      assert.equal(lines.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
    }),
  );
});
