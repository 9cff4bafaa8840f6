import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { urlsIn } from "./urls.ts";

const table: readonly (readonly [text: string, urls: readonly string[]])[] = [
  ["no address: example.org, http:// and https://", []],
  ["see https://a.example/b?c=d#e now", ["https://a.example/b?c=d#e"]],
  ["今なら無料https://spam.example.co.jp/foo。次", ["https://spam.example.co.jp/foo"]],
  ["https://spam.exampleをクリック", ["https://spam.example"]],
  ["「https://a.example/b」と言う", ["https://a.example/b"]],
  ["(https://a.example/x_(y)), then", ["https://a.example/x_(y)"]],
  ["Is it HTTPS://A.example?!", ["HTTPS://A.example"]],
  [
    "[label](https://a.example/b) and **https://c.example**",
    ["https://a.example/b", "https://c.example"],
  ],
  [
    "https://пример.рф/путь http://xn--e1afmkfd.example",
    ["https://пример.рф/", "http://xn--e1afmkfd.example"],
  ],
  ["https://u:p@a.example:8443/x", ["https://u:p@a.example:8443/x"]],
  ["http://[2001:db8::1]/x", ["http://[2001:db8::1]/x"]],
  ["https://a.example/,https://b.example/", ["https://a.example/,https://b.example/"]],
  ["https://a.example https://a.example", ["https://a.example", "https://a.example"]],
];

for (const [text, urls] of table) {
  test(`addresses in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      urlsIn(text).map(({ start, end }) => text.slice(start, end)),
      urls,
    );
  });
}

test("spans are in order, apart, and begin with a scheme", () => {
  const piece = fc.constantFrom(
    "https://",
    "http://",
    "a.example",
    "/",
    ")",
    "(",
    "。",
    "@",
    ":",
    "[",
    "ü",
    " ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (all) => {
      const text = all.join("");
      let last = 0;
      for (const { start, end } of urlsIn(text)) {
        assert.ok(start >= last && end > start);
        assert.match(text.slice(start, end), /^https?:\/\/./);
        last = end;
      }
    }),
  );
});
