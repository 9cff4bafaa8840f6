import assert from "node:assert/strict";
import { test } from "node:test";
import { type Home, inboxOwner, isLocal, localActorOf } from "./home.ts";
import type { Host } from "./ids.ts";

const origin = "https://home.example";
const anywhere: Home = {
  hosts: ["home.example" as Host, "www.home.example" as Host],
  actors: undefined,
};
const known: Home = { ...anywhere, actors: `${origin}/users/` };

test("ours is what has one of our hosts, however it is written", () => {
  for (const url of [
    `${origin}/x`,
    "http://HOME.example:80/x",
    "https://www.home.example",
    "https://u@home.example/",
    "https://home.example./users/ada",
  ]) {
    assert.ok(isLocal(anywhere, url), url);
  }
  for (const url of [
    "https://home.example.evil.example/",
    "https://evil.example/home.example/",
    "home.example",
    "",
  ]) {
    assert.ok(!isLocal(anywhere, url), url);
  }
});

const owners: readonly (readonly [path: string, owner: string | undefined])[] = [
  ["/users/alice", "/users/alice"],
  ["/users/alice/statuses/1#x", "/users/alice"],
  ["/users/s", "/users/s"],
  ["/@alice/123", "/@alice"],
  ["/ap/users/12/statuses/3", "/ap/users/12"],
  ["/u/alice", "/u/alice"],
  ["/alice", "/alice"],
  ["/alice/p/9.9", "/alice"],
  ["/?author=3", "/?author=3"],
  ["/notes/9abc", undefined],
  ["/objects/1-2", undefined],
  ["/object/note/7", undefined],
  ["/post/6", undefined],
  ["/", undefined],
];

for (const [path, owner] of owners) {
  test(`${path} belongs to ${owner ?? "nobody it names"}`, () => {
    assert.equal(localActorOf(anywhere, origin + path), owner && origin + owner);
  });
}

test("where actors live is known, a handle is spelled as their id", () => {
  assert.equal(localActorOf(known, `${origin}/@alice`), `${origin}/users/alice`);
  assert.equal(localActorOf(known, "https://home.example./users/al"), `${origin}/users/al`);
  assert.equal(localActorOf(anywhere, "https://home.example./u/al"), `${origin}/u/al`);
  assert.equal(localActorOf(known, `${origin}/about`), undefined);
  assert.equal(localActorOf(known, "https://evil.example/users/alice"), undefined);
});

test("a personal inbox has an owner on our first host", () => {
  assert.equal(inboxOwner(known, "/users/alice/inbox"), `${origin}/users/alice`);
  assert.equal(inboxOwner(anywhere, "/alice/inbox?x"), `${origin}/alice`);
  assert.equal(inboxOwner(known, "/inbox/alice"), `${origin}/users/alice`);
  assert.equal(inboxOwner(anywhere, "/inbox/alice?x"), `${origin}/profile/alice`);
  const ghost = "/.ghost/activitypub";
  assert.equal(inboxOwner(anywhere, `${ghost}/inbox/index`), `${origin}${ghost}/users/index`);
  assert.equal(inboxOwner(anywhere, "/relay/inbox"), undefined);
  assert.equal(inboxOwner(anywhere, "/inbox"), undefined);
  assert.equal(inboxOwner({ hosts: [], actors: undefined }, "/users/alice/inbox"), undefined);
});
