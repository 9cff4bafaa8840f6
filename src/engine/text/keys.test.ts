import assert from "node:assert/strict";
import { test } from "node:test";
import { hash64 } from "./hash.ts";
import { linkKeys, mediaKeys, saysEnough, textKeys } from "./keys.ts";
import { linkShape, linkTo } from "./links.ts";

function shape(url: string): string | undefined {
  const link = linkTo(url, "home.example");
  return link && linkShape(link);
}

const shapes: readonly (readonly [url: string, shape: string])[] = [
  ["https://a7.spam.example/win/8c1f90ab?ref=x1#top", "spam.example/win/*?ref"],
  ["https://spam.example/Win/12345/", "spam.example/win/*"],
  ["https://short.example/8c1f90ab", "short.example/8c1f90ab"],
  ["https://video.example/watch?v=Qx7&si=abc", "video.example/watch?si&v=Qx7"],
  ["https://spam.example", "spam.example/"],
];

for (const [url, expected] of shapes) {
  test(`${url} has the shape ${expected}`, () => {
    assert.equal(shape(url), expected);
  });
}

test("only web addresses are links", () => {
  for (const href of ["mailto:a@b.example", "javascript:1", "", "/tags/x", "https://", "tel:1"]) {
    assert.equal(linkTo(href, ""), undefined, href);
  }
  assert.equal(linkTo("//cdn.spam.example/x", "spam.example")?.own, true);
});

test("a text is a key when it says something", () => {
  assert.ok(saysEnough("checkoutmyprofile"));
  assert.ok(saysEnough("免费领取比特币"));
  assert.ok(!saysEnough("congratulations"));
  assert.ok(!saysEnough("おめでとう"));
});

test("equal contents are one key, and keys of a view are few", () => {
  const texts = Array.from({ length: 50 }, (_, at) => `a sentence of its own ${at}`);
  assert.equal(textKeys(texts).length, 4);
  assert.equal(textKeys(["the very same sentence", "the very same sentence"]).length, 1);
});

test("links to one's own server and to ours are no keys", () => {
  const link = (url: string, own: boolean): Parameters<typeof linkKeys>[0][number] => {
    const made = linkTo(url, own ? "a.example" : "b.example");
    assert.ok(made !== undefined);
    return made;
  };
  const links = [link("https://a.example/x", true), link("https://home.example/y", false)];
  assert.deepEqual(linkKeys(links, new Set(["home.example"])), []);
});

test("a picture of one colour is like every other, and no key", () => {
  assert.deepEqual(mediaKeys(["U00000fQfQfQfQfQfQfQfQfQfQfQfQfQfQfQ", "", "U1"]), []);
  assert.equal(mediaKeys(["UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH"]).length, 1);
});

test("hashes are stable, and differ where texts do", () => {
  assert.match(hash64(""), /^[0-9a-f]{16}$/);
  assert.equal(hash64("breakwater"), hash64("breakwater"));
  const seen = new Set(Array.from({ length: 100_000 }, (_, at) => hash64(`text number ${at}`)));
  assert.equal(seen.size, 100_000);
});
