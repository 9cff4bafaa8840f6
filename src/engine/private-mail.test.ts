import assert from "node:assert/strict";
import { test } from "node:test";
import { parseActivity } from "../model/parse.ts";
import { isPrivateMail } from "./private-mail.ts";

const bob = "https://remote.example/users/bob";
const everybody = "https://www.w3.org/ns/activitystreams#Public";
const followers = `${bob}/followers`;
const alice = "https://home.example/users/alice";

function isPrivate(fields: object): boolean {
  const body = JSON.stringify({ actor: bob, id: `${bob}/1`, ...fields });
  const parsed = parseActivity(new TextEncoder().encode(body));
  assert.ok(parsed.ok);
  return isPrivateMail(parsed.value);
}

function note(to: readonly string[], more: object = {}) {
  return { type: "Note", id: `${bob}/n`, attributedTo: bob, content: "<p>hm</p>", to, ...more };
}

const cases: readonly (readonly [string, object, boolean])[] = [
  ["a public post", { type: "Create", object: note([everybody]) }, false],
  ["an unlisted post", { type: "Create", object: note([followers], { cc: [everybody] }) }, false],
  ["a post for followers", { type: "Create", object: note([followers]) }, true],
  ["a direct message", { type: "Create", object: note([alice]) }, true],
  [
    "a message of Pleroma",
    { type: "Create", object: { ...note([alice]), type: "ChatMessage" } },
    true,
  ],
  ["its edit", { type: "Update", object: note([alice]) }, true],
  [
    "a direct post in a group's envelope",
    {
      type: "Announce",
      to: [everybody],
      object: { type: "Create", actor: bob, object: note([alice]) },
    },
    true,
  ],
  ["what nobody knows, to one", { type: "Create", to: [alice], object: { type: "Sealed" } }, true],
  ["a reference to one", { type: "Create", to: [alice], object: `${bob}/n` }, true],
  ["a boost for everybody", { type: "Announce", to: [everybody], object: `${alice}/n` }, false],
  ["a boost for followers", { type: "Announce", to: [followers], object: `${alice}/n` }, true],
  ["a report", { type: "Flag", content: "rude", object: alice }, true],
  ["a follow", { type: "Follow", object: alice }, false],
  ["a like", { type: "Like", object: `${alice}/n` }, false],
  ["a deletion", { type: "Delete", object: `${bob}/n` }, false],
  ["a profile", { type: "Update", to: [everybody], object: { type: "Person", id: bob } }, false],
  [
    "an accepted follow",
    { type: "Accept", object: { type: "Follow", actor: alice, object: bob } },
    false,
  ],
];

for (const [what, fields, expected] of cases) {
  test(`${what} is ${expected ? "private" : "not private"}`, () => {
    assert.equal(isPrivate(fields), expected);
  });
}
