import assert from "node:assert/strict";
import { test } from "node:test";
import type { Activity } from "../model/activity.ts";
import type { Host, ObjectId } from "../model/ids.ts";
import { parseActivity, parseDocument } from "../model/parse.ts";
import { asCreated, pulledBy, pulledMax, withFetched } from "./pull.ts";

const home = { hosts: ["home.example" as Host], actors: "https://home.example/users/" };
const bob = "https://remote.example/users/bob";
const elsewhere = "https://third.example/notes/1" as ObjectId;

function activity(more: object): Activity {
  const parsed = parseActivity(
    Buffer.from(JSON.stringify({ type: "Create", actor: bob, ...more })),
  );
  assert(parsed.ok);
  return parsed.value;
}

const pulled = (more: object): readonly [string, string][] =>
  pulledBy(activity(more), home).map(({ id, as }) => [id, as]);

test("a post that came whole and names no other makes nobody fetch", () => {
  assert.deepEqual(pulled({ object: { id: `${bob}/1`, type: "Note", content: "hi" } }), []);
});

test("an answer to a post elsewhere brings that in, one to ours does not", () => {
  const object = { id: `${bob}/1`, type: "Note", inReplyTo: elsewhere };
  assert.deepEqual(pulled({ object }), [[elsewhere, "answered"]]);
  const ours = { ...object, inReplyTo: "https://home.example/users/alice/statuses/1" };
  assert.deepEqual(pulled({ object: ours }), []);
});

test("answers that a post lists on its own host come in with it, others do not", () => {
  const own = `${bob}/2`;
  const replies = { first: { items: [own, elsewhere] }, items: [{ id: `${bob}/3` }] };
  const object = { id: `${bob}/1`, type: "Note", content: "hi", replies };
  assert.deepEqual(pulled({ object }), [
    [`${bob}/3`, "listed"],
    [own, "listed"],
  ]);
  assert.deepEqual(pulled({ object: { ...object, replies: `${bob}/1/replies` } }), []);
});

test("what is quoted or boosted is shown", () => {
  const object = { id: `${bob}/1`, type: "Note", quoteUrl: elsewhere };
  assert.deepEqual(pulled({ object }), [[elsewhere, "shown"]]);
  assert.deepEqual(pulled({ type: "Announce", object: elsewhere }), [[elsewhere, "shown"]]);
});

test("a post of which only the id came is the post itself, also one that quotes", () => {
  assert.deepEqual(pulled({ object: `${bob}/1` }), [[`${bob}/1`, "itself"]]);
  const request = { type: "QuoteRequest", object: "https://home.example/users/alice/statuses/1" };
  assert.deepEqual(pulled({ ...request, instrument: `${bob}/2` }), [[`${bob}/2`, "itself"]]);
  assert.deepEqual(pulled({ type: "Update", object: bob }), [], "a profile is no post");
});

test("a group's Announce brings in what the activity inside names", () => {
  const inside = { type: "Create", actor: bob, object: { type: "Note", inReplyTo: elsewhere } };
  assert.deepEqual(pulled({ type: "Announce", object: inside }), [[elsewhere, "answered"]]);
});

test("nobody makes us fetch more than a few", () => {
  const inReplyTo = Array.from({ length: 50 }, (_, i) => `https://t${i}.example/1`);
  assert.equal(pulled({ object: { type: "Note", inReplyTo } }).length, pulledMax);
  assert.deepEqual(pulled({ object: { type: "Note", inReplyTo: "urn:x" } }), []);
});

test("a fetched post takes the place of its id", () => {
  const document = parseDocument(JSON.stringify({ id: elsewhere, type: "Note", content: "hello" }));
  assert(document.ok && document.value.kind === "post");
  const { post } = document.value;
  const whole = withFetched(activity({ object: elsewhere }), new Map([[elsewhere, post]]));
  assert.deepEqual(whole.objects, [{ kind: "post", post }]);
  assert.equal(asCreated(post), undefined, "it names nobody");
  assert.equal(asCreated({ ...post, attributedTo: [whole.actor] })?.actor, bob);
});
