import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { arrive, arriveFixture } from "../../fixtures/arrive.ts";
import { odd } from "../../fixtures/hostile/bodies.ts";
import { readingListMax, textLengthMax } from "../base/limits.ts";
import type { Reading } from "../model/reading.ts";
import { read } from "./read.ts";

const alice = "https://home.example/users/alice";

function readJson(document: object): Reading {
  const body = JSON.stringify({ actor: "https://a.example/users/eve", ...document });
  return read(arrive(new TextEncoder().encode(body)));
}

function readNote(note: object): Reading {
  return readJson({ type: "Create", object: { type: "Note", ...note } });
}

test("the reading of a profile is what it tells of itself", () => {
  const { text, links } = read(arriveFixture("mastodon/update-person"));
  assert.match(text, /^Bob at the harbour\nBoats, ropes, tea\. https:\/\/bob\.example/);
  assert.deepEqual(
    links.map((link) => link.domain),
    ["bob.example"],
  );
});

test("two posts that differ in mentions, digits and emoji have the same text key", () => {
  const tag = [{ type: "Mention", href: alice, name: "@alice@home.example" }];
  const one = readNote({
    content: "<p>@alice@home.example Claim your 500 coins today 🎉</p>",
    tag,
  });
  const other = readNote({ content: "<p>CLAIM your 90 coins, today!</p>" });
  assert.deepEqual(one.keys, other.keys);
  assert.equal(one.keys.length, 1);
});

test("the posts of a list of activities are read, whichever of them has one", () => {
  const like = { type: "Like", object: "https://x.example/1" };
  const create = { type: "Create", object: { type: "Note", content: "read me" } };
  assert.equal(
    readJson({ type: "OrderedCollection", orderedItems: [like, create] }).text,
    "read me",
  );
});

test("thanks and congratulations are no keys", () => {
  for (const content of ["thanks!", "Congratulations 🎉", "Happy birthday", "👏👏👏", "恭喜"]) {
    assert.deepEqual(readNote({ content }).keys, [], content);
  }
});

test("a link key keeps the page and forgets whom it was made for", () => {
  const keys = (url: string): unknown => readNote({ content: `<p>${url}</p>` }).keys;
  assert.deepEqual(
    keys("https://a.bait.example/win/8c1f90ab?r=1"),
    keys("https://b.bait.example/win/77aa00?r=2"),
  );
  assert.notDeepEqual(keys("https://short.example/8c1f90ab"), keys("https://short.example/77aa00"));
  assert.deepEqual(keys("https://cdn.a.example/my/page"), []);
});

test("a source that says something else is read as well, and has a key of its own", () => {
  const { text, keys, links } = readNote({
    content: "<p>A harmless picture of my cat</p>",
    source: { content: "Cheap followers at https://bait.example/now", mediaType: "text/markdown" },
  });
  assert.equal(text, "A harmless picture of my cat\nCheap followers at https://bait.example/now");
  assert.equal(keys.length, 3);
  assert.deepEqual(
    links.map((link) => link.domain),
    ["bait.example"],
  );
});

test("a post is not hidden by an activity that stands beside it", () => {
  const like = { type: "Like", object: "https://a.example/1" };
  const { text } = readJson({ type: "Create", object: [like, { type: "Note", content: "buy" }] });
  assert.equal(text, "buy");
});

test("hidden text is not shown, but is compared and counted", () => {
  const { text, disguise, keys } = readNote({
    content: '<p>Hello<span class="invisible">random padding of some length</span> there</p>',
  });
  assert.equal(text, "Hello there");
  assert.ok(disguise.markup > 0);
  assert.equal(keys.length, 1);
});

test("a link that poses as a mention of somebody not mentioned is a link", () => {
  const { links } = readNote({
    content: '<a class="u-url mention" href="https://bait.example/@win">@win</a>',
    tag: [{ type: "Mention", href: alice, name: "@alice@home.example" }],
  });
  assert.deepEqual(
    links.map((link) => link.url),
    ["https://bait.example/@win"],
  );
});

test("a label keeps its words, even where the link claims to be a mention", () => {
  const { text } = readNote({
    content: '<a class="mention" href="https://home.example/x">Send coins to the vault</a>',
    tag: [{ type: "Mention", href: alice, name: "@alice@home.example" }],
  });
  assert.equal(text, "Send coins to the vault");
});

for (const [name, body] of odd) {
  test(`read within its bounds: ${name}`, () => {
    const reading = read(arrive(body));
    assert.ok(reading.text.length <= textLengthMax);
    assert.ok(reading.comparable.length <= textLengthMax);
    assert.ok(reading.links.length <= readingListMax);
    assert.ok(reading.mentions.length <= readingListMax);
    assert.ok(reading.keys.length <= 64);
  });
}

test("reading never throws, and its strings are well-formed", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "<a href='",
      "https://x.example/",
      "'>",
      "<span class=invisible>",
      "&#xD800;",
      "@a@b",
    ),
  );
  const html = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(html, html, html, (content, name, href) => {
      const { text, comparable } = readNote({
        content,
        name,
        url: href,
        tag: { type: "Mention", name, href },
      });
      assert.ok(text.isWellFormed() && comparable.isWellFormed());
    }),
    { numRuns: 150 },
  );
});

test("letters that normalising multiplies spend what is read of a post", () => {
  const options = Array.from({ length: 12 }, () => ({ name: "ﷺ".repeat(2600) }));
  const { links } = readNote({ oneOf: [...options, { name: "see https://late.example/" }] });
  assert.deepEqual(links, []);
});
