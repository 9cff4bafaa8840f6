import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { after, day, epochMs, hour } from "../base/units.ts";
import { endSession, isSessionOpen, openSession, sessionOf } from "./sessions.ts";

const noon = epochMs(Date.UTC(2026, 10, 28, 12));

test("only looking whether a session goes on keeps none alive", async () => {
  const records = new ProcessOwnRecords();
  const secret = await openSession(records, { who: "anna", role: "moderator" }, noon);
  for (let at = 0; at < 12; at++)
    assert.ok(await isSessionOpen(records, secret, after(noon, at * hour)));
  assert.ok(!(await isSessionOpen(records, secret, after(noon, 12 * hour))));
  assert.ok(await sessionOf(records, secret, after(noon, 11 * hour)), "a page keeps it alive");
  assert.ok(await isSessionOpen(records, secret, after(noon, 22 * hour)));
});

test("what ended, or never was, is not open", async () => {
  const records = new ProcessOwnRecords();
  const secret = await openSession(records, { who: "anna", role: "moderator" }, noon);
  assert.ok(!(await isSessionOpen(records, "guessed", noon)));
  await endSession(records, secret);
  assert.ok(!(await isSessionOpen(records, secret, noon)));
  const other = await openSession(records, { who: "anna", role: "moderator" }, noon);
  assert.ok(!(await isSessionOpen(records, other, after(noon, 7 * day))));
});
