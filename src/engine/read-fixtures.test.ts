// Every fixture, read, beside what a person reads in it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arriveFixture } from "../../fixtures/arrive.ts";
import type { Reading, Visibility } from "../model/reading.ts";
import { read } from "./read.ts";

const alice = "https://home.example/users/alice";

function readOf(fixture: string): Reading {
  return read(arriveFixture(fixture));
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
    { text: "Jumble sale\n📍 Town hall 📅 Saturday", hashtags: ["sale"], visibility: "public" },
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
      text: [
        "Photos from the regatta",
        "and the prize giving:",
        "https://pictures.example/albums/2026/regatta?view=slides #sailing",
        "Three sails against the light",
      ].join("\n"),
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
      text: [
        "@ The ferry leaves at nine tomorrow, so bring a warm coat and something to read.",
        "Times are on https://ferry.example/timetable/winter",
      ].join(" "),
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
      text: "Open rehearsal\nSing with us\nChapel\nWebsite",
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
      readOf(fixture);
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
    assert.deepEqual(readOf(fixture).about, about);
  });
}
