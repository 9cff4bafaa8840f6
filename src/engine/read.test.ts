import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { odd } from "../../fixtures/hostile/bodies.ts";
import { readingListMax, textLengthMax } from "../base/limits.ts";
import { epochMs } from "../base/units.ts";
import type { Arrival } from "../model/arrival.ts";
import { type Host, hostOf, type Receipt } from "../model/ids.ts";
import { parseActivity } from "../model/parse.ts";
import type { Reading, Visibility } from "../model/reading.ts";
import { audienceOf } from "./audience.ts";
import { read } from "./read.ts";
import { domainOf } from "./text/domain.ts";

const home = { hosts: ["home.example" as Host], actors: undefined };
const alice = "https://home.example/users/alice";

function arrivalOf(body: Uint8Array): Arrival {
  const parsed = parseActivity(body);
  assert.ok(parsed.ok);
  const activity = parsed.value;
  const host = hostOf(activity.actor) ?? ("" as Host);
  return {
    delivery: {
      receipt: "r1" as Receipt,
      at: epochMs(0),
      path: "/inbox",
      headers: [],
      body,
      client: "192.0.2.1",
      scheme: "https",
    },
    activity,
    authenticity: { kind: "refuted", signature: "none", why: "absent", because: "a test" },
    authorProof: { kind: "none" },
    sender: { actor: activity.actor, host, domain: domainOf(host), proven: false },
    audience: audienceOf(activity, "/inbox", home),
  };
}

function readJson(document: object): Reading {
  const body = JSON.stringify({ actor: "https://a.example/users/eve", ...document });
  return read(arrivalOf(new TextEncoder().encode(body)));
}

function readNote(note: object): Reading {
  return readJson({ type: "Create", object: { type: "Note", ...note } });
}

function readFixture(name: string): Reading {
  return read(arrivalOf(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url))));
}

interface Expected {
  readonly text: string;
  readonly links?: readonly string[];
  readonly mentions?: readonly string[];
  readonly hashtags?: readonly string[];
  readonly visibility: Visibility;
  readonly reply?: string;
  readonly language?: string;
  readonly attachments?: number;
}

const toAlice = { mentions: ["@alice@home.example"] };
const seals = "@ seals are loud, aren't they";
const quoted = (post: string): object => ({ links: [post] });

const posts: readonly (readonly [fixture: string, Expected])[] = [
  [
    "akkoma/create-note",
    {
      text: seals,
      ...toAlice,
      visibility: "public",
      reply: `local ${alice}/statuses/83`,
      language: "en",
    },
  ],
  ["bookwyrm/create-review", { text: "Salt\nToo long by a hundred pages", visibility: "public" }],
  ["discourse/create-note", { text: "Minutes\nPresent\nEverybody", visibility: "public" }],
  [
    "fedify-synthetic/create-note-array-types",
    { text: "Arrays where one would do", visibility: "public" },
  ],
  [
    "friendica/create-note-bbcode",
    {
      text: "@ We met at the #Fair",
      ...toAlice,
      hashtags: ["Fair"],
      visibility: "public",
      reply: `local ${alice}/statuses/84`,
      language: "de",
    },
  ],
  [
    "funkwhale/create-audio",
    {
      text: "Pia - Low tide\n#waltz\nRecorded on the beach",
      hashtags: ["waltz"],
      visibility: "public",
      attachments: 1,
    },
  ],
  [
    "gancio/create-event",
    { text: "Jumble sale\n📍 Town hall\n📅 Saturday", hashtags: ["sale"], visibility: "public" },
  ],
  [
    "gotosocial/create-note",
    { text: "@ slow down", ...toAlice, visibility: "direct", language: "en" },
  ],
  ["hollo/create-note", { text: "뜨거운 차 한 잔", visibility: "public", language: "ko" }],
  [
    "hubzilla/create-image",
    {
      text: "pier.jpg\nkim posted a new photo",
      links: ["https://pier.example/photos/kim/1"],
      visibility: "public",
      attachments: 1,
    },
  ],
  ["kroeg/announce-inline", { text: "the name's Bond (harbour bond)", visibility: "public" }],
  [
    "lemmy/announce-create-page",
    {
      text: "Cheap sails, honest review\nThey tear. Shop",
      links: ["https://sails.example/shop", "https://reviews.example/sails"],
      hashtags: ["boats"],
      visibility: "public",
      language: "en",
      attachments: 1,
    },
  ],
  [
    "lemmy/create-comment",
    {
      text: "@ same here",
      ...toAlice,
      visibility: "public",
      reply: "local https://home.example/comment/5",
    },
  ],
  ["lemmy/create-private-message", { text: "still selling the dinghy?", visibility: "direct" }],
  [
    "lotide/create-page",
    { text: "A kite that talks", links: ["https://kites.example/talking"], visibility: "unlisted" },
  ],
  [
    "mastodon-academy/create-note",
    { text: "Seminar moved to room 12", visibility: "public", language: "en" },
  ],
  [
    "mastodon-fedibird/create-note-emoji",
    {
      text: "おはようございます :sun: #朝",
      hashtags: ["朝"],
      visibility: "public",
      language: "ja",
    },
  ],
  [
    "mastodon/create-note-ap-ids",
    { text: "Bonjour tout le monde", visibility: "public", language: "fr" },
  ],
  [
    "mastodon/create-note-direct",
    { text: "@ is the key still under the mat?", ...toAlice, visibility: "direct", language: "en" },
  ],
  [
    "mastodon/create-note-long-link",
    {
      text: "Photos from the regatta\nand the prize giving:\nhttps://pictures.example/albums/2026/regatta?view=slides #sailing\nThree sails against the light",
      links: ["https://pictures.example/albums/2026/regatta?view=slides"],
      hashtags: ["sailing"],
      visibility: "unlisted",
      language: "en",
      attachments: 1,
    },
  ],
  [
    "mastodon/create-note-quote",
    {
      text: "RE: https://home.example/@alice/78\nThis, every single winter",
      ...quoted("https://home.example/@alice/78"),
      visibility: "public",
      language: "en",
    },
  ],
  [
    "mastodon/create-note-reply",
    {
      text: "@ The ferry leaves at nine tomorrow, so bring a warm coat and something to read. Times are on https://ferry.example/timetable/winter",
      links: ["https://ferry.example/timetable/winter"],
      ...toAlice,
      visibility: "public",
      reply: `local ${alice}/statuses/77`,
      language: "en",
    },
  ],
  [
    "mastodon/create-note-warning-followers",
    {
      text: "Book spoilers\nThey changed the ending & I am not over it",
      visibility: "followers",
      language: "en",
    },
  ],
  [
    "mastodon/create-question",
    { text: "Which pier?\nNorth\nSouth", visibility: "public", language: "en" },
  ],
  [
    "mastodon/create-vote",
    { text: "South", visibility: "direct", reply: `local ${alice}/statuses/79` },
  ],
  [
    "mastodon/quote-request",
    { text: "Could not have said it better", visibility: "public", language: "en" },
  ],
  [
    "mastodon/update-note",
    { text: "The ferry leaves at ten, not nine", visibility: "public", language: "en" },
  ],
  [
    "mbin/create-note",
    {
      text: "First frost on the ferns",
      hashtags: ["random"],
      visibility: "public",
      language: "en",
    },
  ],
  [
    "misskey/create-note-mention",
    {
      text: "@ 今なら無料https://offer.example/ja/start",
      links: ["https://offer.example/ja/start"],
      ...toAlice,
      visibility: "public",
    },
  ],
  [
    "misskey/create-note-quote",
    {
      text: `Worth reading twice\nRE: ${alice}/statuses/82`,
      ...quoted(`${alice}/statuses/82`),
      visibility: "public",
      attachments: 1,
    },
  ],
  [
    "mitra/create-note-e232",
    {
      text: `Still true\nRE: ${alice}/statuses/85`,
      ...quoted(`${alice}/statuses/85`),
      visibility: "public",
    },
  ],
  [
    "mobilizon/create-event",
    {
      text: "Open rehearsal\nSing with us\nWebsite",
      links: ["https://choir.example/"],
      hashtags: ["Choir"],
      visibility: "public",
    },
  ],
  [
    "nodebb/create-article",
    {
      text: "Opening hours\nWe are open from eight to six on every day but Monday. Bring the dog.",
      visibility: "public",
    },
  ],
  ["oeee-cafe/create-note", { text: "落書き\n猫", visibility: "public", attachments: 1 }],
  [
    "owncast/create-note",
    {
      text: "We are on air\nhttps://live.example",
      links: ["https://live.example/"],
      visibility: "public",
      attachments: 1,
    },
  ],
  [
    "peertube/create-video",
    {
      text: "Building a boat\nPlans at https://plans.example/boat\nThanks",
      links: ["https://plans.example/boat"],
      hashtags: ["boats"],
      visibility: "public",
      language: "en",
      attachments: 1,
    },
  ],
  [
    "pixelfed/create-note",
    {
      text: "Golden hour #light\nRoofs",
      hashtags: ["light"],
      visibility: "public",
      attachments: 1,
    },
  ],
  [
    "pleroma-rebased/create-note-quote",
    {
      text: "Look at this\nRE: https://delta.example/objects/n0",
      ...quoted("https://delta.example/objects/n0"),
      visibility: "public",
    },
  ],
  ["pleroma/create-chat-message", { text: "are you awake?", visibility: "direct" }],
  [
    "pleroma/create-note",
    { text: seals, ...toAlice, visibility: "public", reply: `local ${alice}/statuses/83` },
  ],
  ["plume/create-article", { text: "On ink\nInk dries.", visibility: "public" }],
  ["prismo/create-article", { text: "Windows, washed\nHow to", visibility: "public" }],
  ["roadhouse-streams/create-event", { text: "Street music\nBring a chair", visibility: "public" }],
  [
    "smithereen/create-question",
    { text: "Чай или кофе?\nОтвечайте честно\nчай 1\nчай 2", visibility: "public" },
  ],
  [
    "snac/create-note",
    {
      text: "@ small is good",
      ...toAlice,
      visibility: "public",
      reply: "local https://home.example/alice/p/9.9",
    },
  ],
  ["streams/create-note", { text: "Only for you who know me", visibility: "followers" }],
  [
    "wordpress/create-article",
    {
      text: "Bread, & patience\nKnead it slowly and wait for two hours. Then bake.\nA loaf",
      visibility: "public",
      language: "en",
      attachments: 1,
    },
  ],
];

for (const [fixture, expected] of posts) {
  test(`${fixture} reads as a person would read it`, () => {
    const { text, links, mentions, hashtags, visibility, replyTo, language, ...rest } =
      readFixture(fixture);
    const reply = replyTo.kind === "none" ? undefined : `${replyTo.kind} ${replyTo.post}`;
    assert.deepEqual(
      {
        text,
        links: links.map((link) => link.url),
        mentions,
        hashtags,
        visibility,
        reply,
        language,
        attachments: rest.attachments,
      },
      {
        links: [],
        mentions: [],
        hashtags: [],
        reply: undefined,
        language: undefined,
        attachments: 0,
        ...expected,
      },
    );
    assert.deepEqual(rest.disguise, { invisible: 0, lookalikes: 0, markup: 0 });
  });
}

const pointers: readonly (readonly [fixture: string, about: readonly string[]])[] = [
  ["gnusocial/like", ["https://home.example/object/note/7"]],
  ["guppe/announce", ["https://harbour.example/users/bob/statuses/101"]],
  ["hubzilla/follow", [alice]],
  ["lemmy/announce-undo-like", ["https://home.example/comment/5"]],
  ["lemmy/dislike", ["https://home.example/post/6"]],
  ["mastodon/announce", [`${alice}/statuses/80`]],
  ["mastodon/create-note-quote", [`${alice}/statuses/78`]],
  ["mastodon/delete", ["https://harbour.example/users/bob/statuses/101"]],
  ["mastodon/flag", [alice, `${alice}/statuses/81`]],
  ["mastodon/follow", [alice]],
  ["mastodon/like", [`${alice}/statuses/80`]],
  ["mastodon/move", ["https://harbour.example/users/bob", "https://home.example/users/robert"]],
  ["mastodon/quote-request", [`${alice}/statuses/78`]],
  ["mastodon/undo-follow", [alice]],
  ["misskey/follow", [alice]],
  ["misskey/like-reaction", [`${alice}/statuses/82`]],
  ["mobilizon/invite", ["https://meet.example/@choir", "https://home.example/@alice"]],
  ["osada/follow", [alice]],
  ["pleroma/emoji-react", [`${alice}/statuses/83`]],
];

for (const [fixture, about] of pointers) {
  test(`${fixture} says what it is about`, () => {
    assert.deepEqual(readFixture(fixture).about, about);
  });
}

test("the reading of a profile is what it tells of itself", () => {
  const { text, links } = readFixture("mastodon/update-person");
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
    const reading = read(arrivalOf(body));
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
