import { equal, match } from "node:assert/strict";
import { test } from "node:test";
import { sentenceFor, UnusableFile } from "./trouble.ts";

const said: readonly (readonly [string, object, RegExp])[] = [
  ["busy", { errcode: 5 }, /another program has locked it/],
  ["busy while recovering the log", { errcode: 5 | (1 << 8) }, /another program has locked it/],
  ["read-only folder", { errcode: 8 | (6 << 8) }, /read-only: let the user/],
  ["failing fsync", { errcode: 10 | (4 << 8) }, /disk failed/],
  ["damaged page", { errcode: 11 }, /damaged: stop Breakwater/],
  ["full disk", { errcode: 13 }, /disk is full: free some space/],
  ["no permission", { code: "EACCES" }, /may not open it/],
  ["read-only file system", { code: "EROFS" }, /read-only file system/],
];

for (const [what, fields, sentence] of said) {
  test(`${what}: the sentence says what to do`, () => {
    match(sentenceFor(Object.assign(new Error("raw"), fields), "/var/ledger"), sentence);
  });
}

test("what we don't know is told as it came, with the file's name", () => {
  equal(sentenceFor(new Error("odd"), "/var/ledger"), "The ledger /var/ledger: odd.");
  equal(sentenceFor(new UnusableFile("too new"), "l"), "The ledger l: too new.");
  equal(sentenceFor("text", "l"), "The ledger l: an unknown error (text).");
});
