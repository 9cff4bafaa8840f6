// Deleted means gone from the disk: these look into the files themselves.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { minute } from "../../base/units.ts";
import type { ObjectId } from "../../model/ids.ts";
import {
  actor,
  answered,
  bytes,
  later,
  receiptOf,
  someKept,
  start,
} from "../../ports/kept.fixture.ts";
import type { Ledger } from "../../ports/ledger.ts";
import { filesHolding, testFolder } from "./folder.fixture.ts";
import { openInThread } from "./in-thread.fixture.ts";
import { Scrubber } from "./scrubber.ts";
import { openSqliteStore } from "./store.ts";

const newFile = testFolder();
const secret = "dear anna, nobody else should read this";

/** Long enough to lie in pages of its own, with the words at both ends. */
const letter = bytes(`${secret}${".".repeat(20_000)}${secret}`);

/** A secret in the body and in a header, between neighbours that stay. */
async function keepLetter(ledger: Ledger): Promise<void> {
  const headers = [["Subject", secret]] as const;
  const kept = someKept(1, { body: letter, headers, state: "settling" });
  await ledger.keep(someKept(0));
  await ledger.keep(kept);
  await ledger.keep(someKept(2));
}

const endings: readonly (readonly [string, (ledger: Ledger) => Promise<unknown>])[] = [
  ["withdrawn", (ledger) => ledger.withdraw(actor(1), someKept(1).objectId as ObjectId, later(1))],
  [
    "delivered",
    async (ledger) => {
      await ledger.claim(receiptOf(1), minute, later(minute));
      await ledger.finish(receiptOf(1), answered(200, secret), later(minute), later(minute));
    },
  ],
  [
    "expired",
    async (ledger) => {
      const { verdict, authenticity } = someKept(1);
      const held = { state: "held", dueAt: undefined, authenticity } as const;
      await ledger.rejudge(receiptOf(1), verdict, held, start);
      await ledger.expire(later(minute), later(minute));
    },
  ],
];

for (const [how, end] of endings) {
  test(`what was ${how} is in none of the files any more`, async () => {
    const path = newFile();
    const { ledger } = await openSqliteStore(path, { scrubAfterMs: 0 });
    await keepLetter(ledger);
    equal(filesHolding(path, secret).length > 0, true, "it was there before");
    await end(ledger);
    // Answered in order: the scrubbing that the end asked for is over.
    await ledger.find(receiptOf(1));
    deepEqual(filesHolding(path, secret), []);
    deepEqual((await ledger.find(receiptOf(2)))?.delivery.body, someKept(2).delivery.body);
    await ledger.close();
  });
}

test("text that another program still reads is scrubbed when it is done", async () => {
  const path = newFile();
  const { ledger, database } = openInThread(path);
  const reader = openInThread(path);
  await keepLetter(ledger);
  reader.database.sqlite.exec("begin; select * from kept_bytes");
  await ledger.withdraw(actor(1), someKept(1).objectId as ObjectId, later(1));
  const scheduled: (() => void)[] = [];
  new Scrubber(database, 0, (work) => scheduled.push(work)).want();
  equal(scheduled.length, 1);
  equal(filesHolding(path, secret).length > 0, true, "a reader holds the log");
  reader.database.sqlite.exec("commit");
  scheduled.pop()?.();
  deepEqual(filesHolding(path, secret), []);
  equal(scheduled.length, 0);
  await reader.ledger.close();
  await ledger.close();
});

test("many deletions are scrubbed together, a while later", async () => {
  const { ledger, database } = openInThread(newFile());
  const scheduled: number[] = [];
  const scrubber = new Scrubber(database, 5000, (_, ms) => scheduled.push(ms));
  for (const _ of [1, 2, 3]) scrubber.want();
  deepEqual(scheduled, [5000]);
  equal(scrubber.scrub(), true);
  await ledger.close();
});
