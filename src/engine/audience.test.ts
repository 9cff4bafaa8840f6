import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { recipientsMax } from "../base/limits.ts";
import type { Audience } from "../model/arrival.ts";
import type { Home } from "../model/home.ts";
import type { Host } from "../model/ids.ts";
import { parseActivity } from "../model/parse.ts";
import { audienceOf } from "./audience.ts";

const origin = "https://home.example";
const home: Home = { hosts: ["home.example" as Host], actors: `${origin}/users/` };
const anywhere: Home = { hosts: ["home.example" as Host], actors: undefined };
const alice = `${origin}/users/alice`;
const everybody = "https://www.w3.org/ns/activitystreams#Public";

function audience(document: object, path = "/inbox", at = home): Audience {
  const body = JSON.stringify({ actor: "https://remote.example/users/bob", ...document });
  const activity = parseActivity(new TextEncoder().encode(body));
  assert.ok(activity.ok);
  return audienceOf(activity.value, path, at);
}

/** Whom it reaches, as `via name`. */
function reached(document: object, path?: string, at?: Home): readonly string[] {
  return audience(document, path, at).notified.map(
    ({ actor, via }) => `${via} ${actor.replace(/^https:\/\/home\.example(\/users\/)?/, "")}`,
  );
}

function reachedByFixture(name: string): readonly string[] {
  const body = readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), "utf8");
  return reached(JSON.parse(body) as object, "/inbox", anywhere);
}

function note(post: object, activity: object = {}): object {
  return { type: "Create", object: { type: "Note", content: "hi", ...post }, ...activity };
}

const mention = { type: "Mention", href: alice };

test("a post reaches whom it addresses and whom it mentions, each once", () => {
  const post = note({ to: [everybody, alice], tag: [mention] }, { cc: `${origin}/users/carol` });
  assert.deepEqual(reached(post), ["mention alice", "addressed carol"]);
});

test("a mention counts without an address, and an address without a mention", () => {
  assert.deepEqual(reached(note({ to: everybody, tag: mention })), ["mention alice"]);
  assert.deepEqual(reached(note({ to: everybody, audience: { id: alice } })), ["addressed alice"]);
});

test("one person counts once however the URL is spelled", () => {
  const to = [alice, "HTTPS://HOME.example:443/users/alice", `${origin}/@alice`, `${alice}#me`];
  assert.deepEqual(reached(note({ to })), ["addressed alice"]);
});

test("the owner of a post that is answered or quoted is reached", () => {
  assert.deepEqual(reached(note({ to: everybody, inReplyTo: `${alice}/statuses/1` })), [
    "owner alice",
  ]);
  assert.deepEqual(reached(note({ to: everybody, quoteUrl: `${alice}/statuses/1` })), [
    "owner alice",
  ]);
});

test("a post whose URL does not name its owner stands for it, unless somebody is addressed", () => {
  const inReplyTo = `${origin}/notes/9abc`;
  assert.deepEqual(reached(note({ to: everybody, inReplyTo })), ["owner /notes/9abc"]);
  assert.deepEqual(reached(note({ to: alice, inReplyTo })), ["addressed alice"]);
  assert.deepEqual(reached({ type: "Like", object: inReplyTo }), ["owner /notes/9abc"]);
});

test("a direct post in a personal inbox reaches its owner, a stream does not", () => {
  const path = "/users/alice/inbox";
  assert.deepEqual(reached(note({ to: "https://remote.example/users/x" }), path), ["inbox alice"]);
  assert.deepEqual(reached(note({ to: everybody }), path), []);
  assert.deepEqual(reached(note({ to: "https://remote.example/users/bob/followers" }), path), []);
  assert.deepEqual(
    reached({ type: "Announce", object: "https://x.example/1", to: everybody }, path),
    [],
  );
});

test("every shape of personal inbox names its owner, shared ones nobody", () => {
  const owner = (path: string, at: Home): unknown => reached(note({}), path, at)[0];
  assert.equal(owner("/users/alice/inbox?x=1", anywhere), "inbox alice");
  assert.equal(owner("/alice/inbox", anywhere), "inbox /alice");
  assert.equal(owner("/ap/users/123/inbox", home), "inbox /ap/users/123");
  for (const path of ["/inbox", "/actor/inbox", "/f/inbox", "/"]) {
    assert.equal(owner(path, anywhere), undefined, path);
  }
});

test("a follow reaches the followed, a like and a boost the owner", () => {
  assert.deepEqual(reached({ type: "Follow", object: alice }), ["followed alice"]);
  assert.deepEqual(reached({ type: "Follow", object: { type: "Person", id: alice } }), [
    "followed alice",
  ]);
  assert.deepEqual(reached({ type: "EmojiReact", object: `${alice}/statuses/1` }), ["owner alice"]);
  assert.deepEqual(reached({ type: "Announce", object: `${alice}/statuses/1`, to: everybody }), [
    "owner alice",
  ]);
  assert.deepEqual(reached({ type: "QuoteRequest", object: `${alice}/statuses/1` }), [
    "owner alice",
  ]);
});

test("what a community passes on reaches whom the inside reaches", () => {
  const inner = note(
    { to: everybody, inReplyTo: `${alice}/statuses/1` },
    { actor: "https://x.example/u/y" },
  );
  assert.deepEqual(reached({ type: "Announce", object: inner, to: everybody }), ["owner alice"]);
});

test("a move reaches whom it moves to, else the owner of the inbox it came to", () => {
  const move = { type: "Move", object: "https://remote.example/users/bob" };
  assert.deepEqual(reached({ ...move, target: alice }), ["moved-to alice"]);
  assert.deepEqual(reached({ ...move, target: "https://x.example/u" }), []);
  assert.deepEqual(reached({ ...move, target: "https://x.example/u" }, "/users/alice/inbox"), [
    "inbox alice",
  ]);
});

test("what ends, answers or lists something reaches nobody", () => {
  for (const type of ["Delete", "Undo", "Accept", "Reject", "Block", "Add", "Remove", "Flag"]) {
    assert.deepEqual(reached({ type, object: alice, to: alice }, "/users/alice/inbox"), [], type);
  }
});

test("an edited post reaches whom it mentions, an edited profile nobody", () => {
  assert.deepEqual(reached({ ...note({ to: everybody, tag: mention }), type: "Update" }), [
    "mention alice",
  ]);
  const person = { type: "Person", id: "https://remote.example/users/bob" };
  assert.deepEqual(
    reached({ type: "Update", object: person, to: alice }, "/users/alice/inbox"),
    [],
  );
});

test("an activity of an unknown type reaches whom it addresses", () => {
  assert.deepEqual(reached({ type: "Invite", object: "https://x.example/e", to: alice }), [
    "addressed alice",
  ]);
});

test("a post reaches whom it mentions in whatever activity it stands", () => {
  const post = { type: "Note", id: "https://remote.example/n", to: everybody, tag: [mention] };
  for (const type of ["Add", "Announce", "Like", "Follow", "Move", "Ask"]) {
    assert.deepEqual(reached({ type, object: post }), ["mention alice"], type);
  }
  for (const type of ["Delete", "Undo", "Flag", "Block", "Reject", "Accept"]) {
    assert.deepEqual(reached({ type, object: post }), [], type);
  }
  const profile = { type: "Person", id: "https://remote.example/users/bob" };
  assert.deepEqual(reached({ type: "Create", object: [profile, post] }), ["mention alice"]);
});

test("a like that shows our own post again reaches its owner only", () => {
  const post = { type: "Note", id: `${alice}/statuses/1`, cc: `${origin}/users/carol` };
  assert.deepEqual(reached({ type: "Like", object: post }), ["owner alice"]);
});

test("a list of activities reaches whom they reach", () => {
  const inner = note({ to: everybody, tag: [mention] });
  assert.deepEqual(reached({ type: "OrderedCollection", orderedItems: [inner] }), [
    "mention alice",
  ]);
  assert.deepEqual(reached({ type: "Collection", items: [note({}), inner] }), ["mention alice"]);
});

test("what is only named may be for somebody here: it counts as one not read", () => {
  const total = (type: string, object: unknown): number => audience({ type, object }).notifiedTotal;
  for (const type of ["Create", "Update", "Add"]) {
    assert.equal(total(type, "https://remote.example/n/1"), 1, type);
    assert.equal(total(type, "https://remote.example/users/bob"), 0, type);
  }
  assert.equal(total("Announce", "https://remote.example/n/1"), 0);
});

test("a handle of ours in the text is a mention without a tag", () => {
  const content =
    "Look @Ada@HOME.example, and mail eve@home.example or @x@home.example.evil.example";
  assert.deepEqual(reached(note({ to: everybody, content })), ["addressed ada"]);
  const named = note({ to: everybody, content: "@alice@home.example.", tag: [mention] });
  assert.deepEqual(reached(named), ["mention alice"]);
});

test("names that only JSON-LD understands hide nobody", () => {
  const hidden = { "@context": [{ x: "as:tag" }], ...note({ to: everybody, x: mention }) };
  assert.deepEqual(reached(hidden), ["mention alice"]);
  assert.deepEqual(reached(note({ "as:cc": alice })), ["addressed alice"]);
  const redefined = { "@context": { tag: "https://x.example/y" }, ...note({ to: everybody }) };
  assert.equal(audience(redefined).notifiedTotal, 1);
});

test("our host with the root's dot is our host", () => {
  assert.deepEqual(reached(note({ cc: "https://home.example./users/alice" })), ["addressed alice"]);
});

test("our people's followers are not our people", () => {
  assert.deepEqual(reached(note({ to: `${alice}/followers` })), []);
  assert.deepEqual(reached(note({ to: `${origin}/users/followers` })), ["addressed followers"]);
});

test("strangers elsewhere are counted apart, streams not at all", () => {
  const to = [
    everybody,
    "https://remote.example/users/bob/followers",
    "https://x.example/u",
    alice,
  ];
  assert.equal(audience(note({ to })).elsewhere, 1);
});

test("more recipients than we ask about are counted, those never read as well", () => {
  const to = Array.from({ length: 5000 }, (_, at) => `${origin}/users/p${at}`);
  const { notified, notifiedTotal } = audience(note({ to }, { to }));
  assert.equal(notified.length, recipientsMax);
  assert.equal(notifiedTotal, 5000);
});

test("recipients hidden behind a thousand strangers still count", () => {
  const crowd = Array.from({ length: 1000 }, (_, at) => `https://x.example/u/${at}`);
  assert.equal(audience(note({ to: [...crowd, alice] })).notifiedTotal, 1);
});

const fixtures: readonly (readonly [fixture: string, reached: readonly string[]])[] = [
  ["gnusocial/like", ["addressed /actor/42"]],
  ["guppe/announce", []],
  ["hubzilla/follow", ["followed alice"]],
  ["lemmy/announce-create-page", []],
  ["lemmy/announce-undo-like", []],
  ["lemmy/create-comment", ["mention /u/alice"]],
  ["lemmy/create-private-message", ["addressed /u/alice"]],
  ["lemmy/dislike", ["owner /post/6"]],
  ["mastodon/announce", ["owner alice"]],
  ["mastodon/create-vote", ["addressed alice"]],
  ["mastodon/delete", []],
  ["mastodon/flag", []],
  ["mastodon/move", ["moved-to robert"]],
  ["mastodon/quote-request", ["owner alice"]],
  ["mastodon/undo-follow", []],
  ["mastodon/update-person", []],
  ["misskey/like-reaction", ["owner alice"]],
  ["mobilizon/invite", ["addressed /@alice"]],
  ["snac/create-note", ["mention /alice"]],
];

for (const [fixture, expected] of fixtures) {
  test(`${fixture} reaches ${expected.join(" and ") || "nobody"}`, () => {
    assert.deepEqual(reachedByFixture(fixture), expected);
  });
}

test("an audience is bounded and never throws", () => {
  const address = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc.constantFrom(
      alice,
      `${origin}/`,
      origin,
      everybody,
      `${origin}/@`,
      "https://home.example:80/x",
    ),
  );
  const addresses = fc.array(address, { maxLength: 6 });
  fc.assert(
    fc.property(
      addresses,
      addresses,
      address,
      address,
      fc.string(),
      (to, cc, object, inReplyTo, path) => {
        for (const type of ["Create", "Like", "Follow", "Announce", "Move", "Thing"]) {
          const post = { type: "Note", inReplyTo, tag: [{ type: "Mention", href: object }] };
          const found = audience(
            { type, to, cc, target: object, object: type === "Create" ? post : object },
            path,
          );
          assert.ok(found.notified.length <= Math.min(recipientsMax, found.notifiedTotal));
        }
      },
    ),
  );
});
