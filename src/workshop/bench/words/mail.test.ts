import assert from "node:assert/strict";
import { test } from "node:test";
import { mailOf, mboxOf } from "./mail.ts";

test("a post is the body of a mail, to the letter", () => {
  const [, body] = mailOf("Subject: no header\n\n二行目").split(/\n\n(.*)/s);
  assert.equal(body, "Subject: no header\n\n二行目\n");
});

test("mails of a box are as many as posts, whatever their lines begin with", () => {
  const box = mboxOf(["hello", "From afar\nFrom here\n>From there", "bye"]);
  assert.equal(box.match(/^From /gm)?.length, 3);
  assert.ok(box.includes("\n>From afar\n>From here\n>>From there\n"));
});
