import assert from "node:assert/strict";
import { test } from "node:test";
import type { ActorProfile } from "../../model/activity.ts";
import { parseActor } from "../../model/parse.ts";
import { bytes, someKept } from "../../ports/kept.fixture.ts";
import { specimenOf } from "./specimen.ts";

const note = {
  type: "Create",
  id: "https://remote.example/a/1",
  actor: "https://remote.example/users/1",
  to: "https://www.w3.org/ns/activitystreams#Public",
  object: {
    type: "Note",
    id: "https://remote.example/n/1",
    to: "https://www.w3.org/ns/activitystreams#Public",
    content: '<p>Buy at <a href="https://shop.example/x?id=3">shop.example</a></p>',
    tag: [{ type: "Mention", name: "@alice@home.example", href: "https://home.example/users/a" }],
  },
};

function profile(): ActorProfile {
  const document = {
    type: "Person",
    id: "https://remote.example/users/1",
    preferredUsername: "katie4821",
    summary: "<p>Hello</p>",
  };
  const parsed = parseActor(JSON.stringify(document));
  if (!parsed.ok) throw new Error("the profile can't be read");
  return parsed.value;
}

test("a kept post is read again as it was judged, with what its sender shows", () => {
  const kept = someKept(1, { body: bytes(JSON.stringify(note)) });
  const found = specimenOf(kept, profile());
  assert.equal(found?.visibility, "public");
  assert.deepEqual(found?.specimen, {
    text: "Buy at https://shop.example/x?id=3",
    links: ["shop.example"],
    pictures: [],
    handles: ["@alice@home.example"],
    profile: ["user name: letters, 4 digits", "bio: Hello"],
  });
});

test("what has no bytes any more has nothing to compare", () => {
  assert.equal(specimenOf(someKept(1, { body: new Uint8Array() }), undefined), undefined);
});
