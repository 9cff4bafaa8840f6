import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { odd, refused } from "../../fixtures/hostile/bodies.ts";
import { activityNestingMax, listLengthMax } from "../base/limits.ts";
import type { Activity, Post } from "./activity.ts";
import { parseActivity, parseActor, parseDocument, parseKey } from "./parse.ts";

const bytes = (document: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(document));

function parsed(document: object): Activity {
  const activity = parseActivity(bytes({ actor: "https://a.example/u", ...document }));
  assert.ok(activity.ok);
  return activity.value;
}

function post(note: object): Post {
  const object = parsed({ type: "Create", object: { type: "Note", ...note } }).objects[0];
  assert.ok(object?.kind === "post");
  return object.post;
}

for (const [name, body, kind] of refused) {
  test(`refused: ${name}`, () => {
    const result = parseActivity(body);
    assert.equal(result.ok ? "understood" : result.error.kind, kind);
  });
}

for (const [name, body] of odd) {
  test(`understood: ${name}`, () => {
    assert.ok(parseActivity(body).ok);
  });
}

test("every type that servers act on has its kind, and others are still activities", () => {
  const kinds = ["EmojiReact", "Dislike", "QuoteRequest", "TentativeAccept", "Lock", "as:Create"];
  assert.deepEqual(
    kinds.map((type) => parsed({ type }).kind),
    ["like", "like", "quote-request", "accept", "other", "create"],
  );
  assert.equal(parsed({ type: ["Thing", "Announce"] }).kind, "announce");
});

test("of several types the most demanding decides", () => {
  assert.equal(parsed({ type: ["Delete", "Create"] }).kind, "create");
  assert.equal(parsed({ type: ["Undo", "as:Update"] }).type, "Update");
  assert.equal(parsed({ type: ["OrderedCollection", "Delete"] }).kind, "other");
});

test("a post is a post by its type, whatever else it has", () => {
  const kindsOf = (object: object): readonly string[] =>
    parsed({ type: "Create", object }).objects.map(({ kind }) => kind);
  const actor = { id: "https://a.example/u", inbox: "https://a.example/i", publicKey: {} };
  assert.deepEqual(kindsOf({ type: "Note", ...actor }), ["post"]);
  assert.deepEqual(kindsOf({ type: "Note", actor: actor.id, object: "x" }), ["post"]);
  assert.deepEqual(kindsOf({ type: ["Person", "Note"], ...actor }), ["post"]);
  assert.deepEqual(kindsOf({ type: ["Note", "Create"], object: "x" }), ["activity", "post"]);
  assert.deepEqual(kindsOf({ type: "Bot", ...actor, name: "b" }), ["actor"]);
  assert.deepEqual(kindsOf({ type: "Bot", ...actor, content: "b" }), ["actor", "post"]);
  assert.deepEqual(kindsOf({ type: "Person", actor: "x", object: "y", ...actor }), ["actor"]);
});

test("what a collection holds is read as what stands inside an activity", () => {
  const create = { type: "Create", object: { type: "Note", content: "hi" } };
  for (const name of ["items", "orderedItems"]) {
    const { kind, objects } = parsed({ type: "OrderedCollection", [name]: [create, create] });
    assert.deepEqual([kind, ...objects.map((one) => one.kind)], ["other", "activity", "activity"]);
  }
});

test("an activity's tags are read once, not once for each of its posts", () => {
  const tag = Array.from({ length: 1000 }, (_, at) => ({ type: "Mention", href: `h:${at}` }));
  const object = Array.from({ length: 1000 }, () => ({ type: "Note" }));
  const mentions = parsed({ type: "Create", tag, object }).objects.map((one) =>
    one.kind === "post" ? one.post.mentions.length : -1,
  );
  assert.equal(mentions[0], 1000);
  assert.equal(
    mentions.reduce((sum, count) => sum + count),
    1000,
  );
});

test("of two equal keys the last one counts", () => {
  const body = '{"type":"Like","type":"Follow","actor":"https://a.example/u"}';
  const result = parseActivity(new TextEncoder().encode(body));
  assert.equal(result.ok && result.value.kind, "follow");
});

test("recipients beyond the limit are counted, not read", () => {
  const to = Array.from({ length: 5000 }, (_, at) => `https://h.example/${at}`);
  const { addressed } = post({ to });
  assert.equal(addressed.to.length, listLengthMax);
  assert.equal(addressed.total, 5000);
});

test("addresses are strings, lists or objects, in the activity and in the post", () => {
  const { addressed } = parsed({
    type: "Like",
    to: "a",
    cc: ["b", { id: "c" }],
    audience: { id: "d" },
  });
  assert.deepEqual(addressed, { to: ["a"], cc: ["b", "c"], audience: ["d"], total: 4 });
});

test("all spellings of a quote are one", () => {
  const tag = { type: "Link", rel: "https://misskey-hub.net/ns#_misskey_quote", href: "q:e" };
  const { quotes } = post({
    quote: { id: "q:a" },
    quoteUrl: "q:b",
    quoteUri: "q:a",
    _misskey_quote: "q:c",
    tag,
  });
  assert.deepEqual(quotes, ["q:a", "q:c", "q:b", "q:e"]);
});

test("content, source and maps are all bodies, equal ones once and with their language", () => {
  const { bodies } = post({
    content: "<p>hi</p>",
    contentMap: { en: "<p>hi</p>", de: "<p>hallo</p>" },
    source: { content: "hi", mediaType: "text/markdown" },
  });
  assert.deepEqual(bodies, [
    { format: "html", text: "<p>hi</p>", language: "en" },
    { format: "text", text: "hi", language: undefined },
    { format: "html", text: "<p>hallo</p>", language: "de" },
  ]);
});

test("Lemmy's mentions stand beside the comment and are its mentions", () => {
  const tag = [{ type: "Mention", href: "https://h.example/u/a", name: "@a@h.example" }];
  const [object] = parsed({ type: "Create", tag, object: { type: "Note", content: "x" } }).objects;
  assert.ok(object?.kind === "post");
  assert.deepEqual(object.post.mentions, [{ href: "https://h.example/u/a", name: "@a@h.example" }]);
});

test("an activity in an activity is read, but not without end", () => {
  let wrapped: object = { type: "Like", object: "https://a.example/1" };
  for (let at = 0; at < 20; at++) wrapped = { type: "Announce", object: wrapped };
  let inner = parsed(wrapped);
  let depth = 1;
  for (let [object] = inner.objects; object?.kind === "activity"; [object] = inner.objects) {
    inner = object.activity;
    depth++;
  }
  assert.equal(depth, activityNestingMax);
});

test("who acts inside is who acts outside, where the inside does not say", () => {
  const [object] = parsed({ type: "Undo", object: { type: "Follow", object: "x" } }).objects;
  assert.equal(object?.kind === "activity" && object.activity.actor, "https://a.example/u");
});

test("a report names several objects", () => {
  const { objects, content } = parsed({
    type: "Flag",
    object: ["a", { id: "b" }],
    summary: "spam",
  });
  assert.deepEqual(objects, [
    { kind: "reference", id: "a" },
    { kind: "reference", id: "b" },
  ]);
  assert.equal(content, "spam");
});

test("an actor has its keys, whether one, many or Multikeys", () => {
  const actor = {
    type: ["Person", "vcard:individual"],
    id: "https://a.example/u",
    endpoints: { sharedInbox: "https://a.example/inbox" },
    publicKey: [{ id: "k1", owner: "https://a.example/u", publicKeyPem: "PEM" }, { id: "k2" }],
    assertionMethod: [
      { id: "k3", type: "Multikey", controller: "c", publicKeyMultibase: "z6" },
      "k4",
    ],
  };
  const result = parseActor(JSON.stringify(actor));
  assert.ok(result.ok);
  assert.equal(result.value.sharedInbox, "https://a.example/inbox");
  assert.deepEqual(result.value.keys, [
    { id: "k1", owner: "https://a.example/u", material: { kind: "pem", pem: "PEM" } },
    { id: "k3", owner: "c", material: { kind: "multibase", multibase: "z6" } },
  ]);
});

test("a note is no actor, and a key may stand alone", () => {
  assert.equal(parseActor('{"type":"Note","id":"x"}').ok, false);
  const key = parseKey(
    '{"id":"https://a.example/u/key","owner":"https://a.example/u","publicKeyPem":"PEM"}',
  );
  assert.equal(key.ok && key.value.owner, "https://a.example/u");
  assert.equal(parseKey('{"id":"https://a.example/u/key"}').ok, false);
});

test("a document is what its type says", () => {
  const kind = (document: object): string => {
    const result = parseDocument(bytes(document));
    return result.ok ? result.value.kind : result.error.kind;
  };
  assert.equal(kind({ type: "Note", content: "x" }), "post");
  assert.equal(kind({ type: "Service", id: "x" }), "actor");
  assert.equal(kind({ type: "Block", actor: "x", object: "y" }), "activity");
  assert.equal(kind({ type: "Tombstone", id: "x", name: "gone" }), "other");
  assert.equal(kind({ type: "Create" }), "no-actor");
});

test("no bytes make parsing throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (body) => {
      parseActivity(body);
      parseDocument(body);
    }),
  );
});

test("no JSON makes parsing throw, and what comes out is bounded", () => {
  const names = [
    "type",
    "actor",
    "object",
    "to",
    "cc",
    "tag",
    "content",
    "contentMap",
    "name",
    "id",
  ];
  const more = [
    "source",
    "attachment",
    "url",
    "href",
    "inReplyTo",
    "oneOf",
    "publicKey",
    "summary",
  ];
  const leaf = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom("Create", "Note", "Mention", "Person", "Announce"),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      leaf,
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...names, ...more), tie("tree"), { maxKeys: 8 }),
    ),
  }));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...names, ...more), tree, { maxKeys: 10 }),
      (document) => {
        const body = bytes({ type: "Create", actor: "https://a.example/u", ...document });
        const result = parseActivity(body);
        parseDocument(body);
        parseActor(JSON.stringify(document));
        parseKey(JSON.stringify(document));
        if (result.ok) assert.ok(JSON.stringify(result.value).length < 40 * body.length + 10_000);
      },
    ),
    { numRuns: 500 },
  );
});
