import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { appealNamesOf, appealSubjectIn } from "./appeal.ts";
import type { ActorId, ObjectId } from "./ids.ts";

const held = {
  sender: "https://harbor.example/users/Anna" as ActorId,
  author: undefined,
  activityId: "https://harbor.example/users/Anna/statuses/1234/activity" as ObjectId,
  objectId: "https://harbor.example/users/Anna/statuses/1234" as ObjectId,
};

function finds(given: string): boolean {
  const subject = appealSubjectIn(given);
  return subject !== undefined && appealNamesOf(held).some((one) => subject.names.includes(one));
}

test("people name what they sent in many ways, and mean the same", () => {
  for (const given of [
    "@anna@harbor.example",
    "  Anna@HARBOR.example ",
    "https://harbor.example/users/Anna",
    "https://harbor.example/@anna",
    "https://harbor.example/@anna/1234",
    "https://harbor.example/users/Anna/statuses/1234",
    "https://harbor.example/users/Anna/statuses/1234/activity",
    "https://harbor.example/users/Anna/statuses/1234#top",
  ])
    assert.ok(finds(given), given);
  for (const given of [
    "@anna@other.example",
    "@bert@harbor.example",
    "https://harbor.example/@anna/99999",
  ])
    assert.ok(!finds(given), given);
});

test("what names nobody is no subject", () => {
  for (const given of [
    "",
    "anna",
    "@anna",
    "@anna@localhost",
    "javascript:alert(1)",
    "https://user:secret@harbor.example/",
    "ftp://harbor.example/x",
    `https://harbor.example/${"x".repeat(600)}`,
  ])
    assert.equal(appealSubjectIn(given), undefined, given);
});

const parts = fc.constantFrom("https://", "@", "/@", "/users/", "harbor.example", "anna", "#", "?");

test("whatever is given, the question stays bounded, and what is shown is read as the same", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string({ maxLength: 20 }))), (pieces) => {
      const given = pieces.join("");
      const subject = appealSubjectIn(given);
      if (subject === undefined) return;
      assert.ok(subject.names.length <= 3);
      assert.ok(subject.text.length <= 500);
      const again = appealSubjectIn(subject.text);
      if (again !== undefined) assert.deepEqual(again.names, subject.names);
    }),
  );
});
