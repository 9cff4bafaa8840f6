import assert from "node:assert/strict";
import { test } from "node:test";
import type { ActorId, Host } from "../../model/ids.ts";
import { parseActivity, parseDocument } from "../../model/parse.ts";
import { isSaidBy, isSpokenBy, type Relayed, relayedIn } from "./origin-copy.ts";

const bob = "https://remote.example/users/bob";
const relay = "https://relay.example/actor" as ActorId;
const note = { id: `${bob}/1`, type: "Note", attributedTo: bob, content: "<p>hello</p>" };

function relayed(more: object, signer = relay): Relayed | undefined {
  const activity = { type: "Create", actor: bob, object: note, ...more };
  const parsed = parseActivity(Buffer.from(JSON.stringify(activity)));
  assert(parsed.ok);
  return relayedIn(parsed.value, signer);
}

function shows(copy: object): boolean {
  const found = relayed({});
  const document = parseDocument(JSON.stringify(copy));
  assert(found !== undefined && document.ok);
  return isSaidBy(found, document.value);
}

test("what somebody else delivered can be proven by its author's host", () => {
  assert.equal(relayed({})?.id, note.id);
  const wrapped = { type: "Announce", actor: relay };
  const inside = { type: "Create", actor: bob, object: note };
  assert.equal(relayed({ ...wrapped, object: inside })?.author, bob);
});

test("what its author delivered needs no proof, and a boost has none to give", () => {
  assert.equal(relayed({}, bob as ActorId), undefined);
  assert.equal(relayed({ type: "Announce", actor: relay, object: note.id }), undefined);
});

test("another host can't speak for an author, whatever is in the post", () => {
  const foreign = { ...note, id: "https://third.example/1" };
  assert.equal(relayed({ object: foreign }), undefined);
  assert.equal(relayed({ object: { ...note, attributedTo: relay } }), undefined);
});

test("the same id, author and content prove it; anything else proves nothing", () => {
  assert.equal(shows(note), true);
  assert.equal(shows({ ...note, content: "<p>hello!</p>" }), false);
  assert.equal(shows({ ...note, id: `${bob}/2` }), false);
  assert.equal(shows({ ...note, attributedTo: "https://remote.example/users/eve" }), false);
  assert.equal(shows({ ...note, attributedTo: undefined }), false);
  assert.equal(shows({ ...note, tag: { type: "Mention", href: relay } }), false);
  assert.equal(shows({ type: "Person", id: note.id }), false);
});

test("a host speaks for its own documents only", () => {
  const document = parseDocument(JSON.stringify(note));
  assert(document.ok);
  assert.equal(isSpokenBy("remote.example" as Host, document.value), true);
  assert.equal(isSpokenBy("third.example" as Host, document.value), false);
  assert.equal(isSpokenBy(undefined, document.value), false);
});
