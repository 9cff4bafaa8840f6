// Wherever a server may show words of a post, they are read: a payload that moves into another
// container is the same payload.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrive } from "../../fixtures/arrive.ts";
import { read } from "./read.ts";

const alice = "https://home.example/users/alice";
const eve = "https://a.example/users/eve";
const payload = "claim your free coins at https://spam.example/win today";
const words = "claim your free coins";
const harmless = "what a lovely evening at the harbour";

function reading(document: object) {
  const body = JSON.stringify({ actor: eve, to: [alice], ...document });
  return read(arrive(new TextEncoder().encode(body)));
}

function post(more: object): object {
  const object = { type: "Note", id: "https://a.example/p/1", attributedTo: eve, to: [alice] };
  return { type: "Create", object: { ...object, ...more } };
}

const file = { type: "Document", mediaType: "image/png", url: "https://a.example/x.png" };
const ours = `${alice}/statuses/1`;

const containers: readonly [place: string, document: object][] = [
  ["the content", post({ content: payload })],
  ["a content that JSON-LD wraps", post({ content: { "@value": payload, "@language": "en" } })],
  ["contentMap alone", post({ contentMap: { en: payload } })],
  ["the source alone", post({ source: { content: payload, mediaType: "text/markdown" } })],
  ["a source of plain text", post({ source: payload })],
  ["a source beside a harmless content", post({ content: harmless, source: payload })],
  ["Misskey's own body", post({ content: harmless, _misskey_content: payload })],
  ["a translation", post({ content: harmless, contentMap: { de: payload } })],
  ["the name of a post without content", post({ content: "", name: payload })],
  ["a nameMap", post({ nameMap: { en: payload } })],
  ["the content warning", post({ summary: payload, content: harmless })],
  ["a summaryMap", post({ summaryMap: { en: payload } })],
  [
    "one option of a poll",
    post({ type: "Question", oneOf: [{ name: harmless }, { name: payload }] }),
  ],
  [
    "an option of a poll with several answers",
    post({ type: "Question", anyOf: [{ name: payload }] }),
  ],
  [
    "the alt text of a picture",
    post({ content: harmless, attachment: [{ ...file, name: payload }] }),
  ],
  ["the summary of a picture", post({ attachment: [{ ...file, summary: payload }] })],
  ["the title of a link card", post({ attachment: [{ type: "Link", href: eve, name: payload }] })],
  ["an article", post({ type: "Article", name: harmless, content: payload })],
  ["an article's preview", post({ type: "Article", preview: { type: "Note", content: payload } })],
  ["the title of a page", post({ type: "Page", name: payload })],
  ["an event", post({ type: "Event", name: harmless, content: payload })],
  ["an event's place", post({ type: "Event", name: harmless, location: { name: payload } })],
  ["a video", post({ type: "Video", name: harmless, content: payload })],
  ["a video's call for support", post({ type: "Video", name: harmless, support: payload })],
  ["a comment on a video", post({ inReplyTo: "https://tube.example/w/1", content: payload })],
  ["a song", post({ type: "Audio", name: payload })],
  [
    "a picture that is a post",
    post({ type: "Image", name: payload, url: "https://a.example/i.png" }),
  ],
  ["a chat line", post({ type: "ChatMessage", content: payload })],
  ["a review", post({ type: "Review", name: harmless, content: payload })],
  ["a type that nobody knows", post({ type: "Zap", content: payload })],
  [
    "a post that is boosted as a whole",
    { type: "Announce", object: { type: "Note", content: payload } },
  ],
  ["a group's Create", { type: "Announce", object: { ...post({ content: payload }), actor: eve } }],
  [
    "the second of two posts",
    {
      type: "Create",
      object: [
        { type: "Note", content: harmless },
        { type: "Note", content: payload, to: [alice] },
      ],
    },
  ],
  ["a vote", post({ name: payload, inReplyTo: ours })],
  ["a reaction", { type: "EmojiReact", object: ours, content: payload }],
  ["a Misskey reaction", { type: "Like", object: ours, _misskey_reaction: payload }],
  ["an invitation", { type: "Invite", object: { type: "Event", name: payload } }],
  ["an offer", { type: "Offer", object: { type: "Note", content: payload } }],
  [
    "a post that asks to quote",
    {
      type: "QuoteRequest",
      object: ours,
      instrument: { type: "Note", id: "https://a.example/p/2", content: payload },
    },
  ],
];

for (const [place, document] of containers) {
  test(`words are read in ${place}`, () => {
    const { comparable, links } = reading(document);
    assert.ok(comparable.includes(words), comparable);
    assert.ok(links.some(({ domain }) => domain === "spam.example"));
  });
}

const spelled: readonly [how: string, document: object][] = [
  [
    "in tags below the post",
    post({ tag: words.split(" ").map((name) => ({ type: "Hashtag", name })) }),
  ],
  ["in custom emoji", post({ content: ":claim_your: :free_coins:" })],
  ["backwards", post({ content: "\u202Esnioc eerf ruoy mialc\u202C" })],
  ["in letters that look alike", post({ content: "clаim yоur frее cоins" })],
  ["with nothing between letters", post({ content: "cl\u200Baim yo\u200Bur free co\u2060ins" })],
  [
    "across title, warning and body",
    post({ name: "claim", summary: "your", content: "free coins" }),
  ],
];

for (const [how, document] of spelled) {
  test(`words are read that are spelled ${how}`, () => {
    const { comparable } = reading(document);
    const letters = comparable.replace(/[^a-z]+/g, " ").trim();
    assert.equal(letters, words);
  });
}

test("tags that the text has already are said once", () => {
  const tag = [{ type: "Hashtag", name: "#boats" }];
  const { text } = reading(post({ content: "<p>At the harbour #Boats</p>", tag }));
  assert.equal(text, "At the harbour #Boats");
});
