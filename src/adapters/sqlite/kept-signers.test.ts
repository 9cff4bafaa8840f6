// A Delete by somebody of whom nothing is kept costs no trip to the worker; no Delete is missed.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { ActorId, ObjectId } from "../../model/ids.ts";
import { actor, later, receiptOf, someKept, start } from "../../ports/kept.fixture.ts";
import { testFolder } from "./folder.fixture.ts";
import { openInThread } from "./in-thread.fixture.ts";
import { bitsOf, KeptSigners } from "./kept-signers.ts";
import { openSqliteLedger } from "./store.ts";

const newFile = testFolder();
const someone = (number: number): ActorId => `https://a.example/users/${number}` as ActorId;
const nobody = someone(-1);
const note = "https://a.example/notes/1" as ObjectId;

test("until all signers were read, anybody may have something kept", () => {
  const signers = new KeptSigners();
  equal(signers.mayHold(nobody), true);
  signers.complete(bitsOf([]), start);
  equal(signers.mayHold(nobody), false);
});

test("who is among them is never denied, and hardly anybody else is taken for one", () => {
  const signers = new KeptSigners();
  const all = Array.from({ length: 20_000 }, (_, number) => someone(number));
  signers.complete(bitsOf(all.slice(0, 10_000)), start);
  for (const signer of all.slice(10_000)) signers.add(signer);
  deepEqual(
    all.filter((signer) => !signers.mayHold(signer)),
    [],
  );
  const others = Array.from({ length: 20_000 }, (_, number) => someone(20_000 + number));
  const mistaken = others.filter((other) => signers.mayHold(other)).length;
  equal(mistaken < 200, true, `${mistaken} of 20,000`);
});

test("what another process wrote is read again, but not more than once a minute", () => {
  const signers = new KeptSigners();
  equal(signers.wantsAll(start), true);
  signers.complete(bitsOf([]), start);
  equal(signers.wantsAll(later(3_600_000)), false);
  signers.doubt();
  equal(signers.mayHold(nobody), true);
  equal(signers.wantsAll(later(59_000)), false);
  equal(signers.wantsAll(later(60_000)), true);
});

test("of whom nothing is kept, nothing is withdrawn, even when the file is closed", async () => {
  const { ledger } = openInThread(newFile());
  deepEqual(await ledger.withdraw(nobody, note, start), []);
  await ledger.close();
  deepEqual(await ledger.withdraw(nobody, note, start), []);
});

test("what was there before us, or another process kept since, is withdrawn", async () => {
  const path = newFile();
  const theirs = openInThread(path).ledger;
  await theirs.keep(someKept(1, { objectId: note }));
  const ours = await openSqliteLedger(path);
  deepEqual(await ours.withdraw(nobody, note, start), []);
  deepEqual(await ours.withdraw(actor(1), note, start), [receiptOf(1)]);
  await theirs.keep(someKept(2, { objectId: note }));
  // The gate's own loop asks once a second: by then it has noticed.
  await ours.rules();
  deepEqual(await ours.withdraw(actor(2), note, start), [receiptOf(2)]);
  await Promise.all([ours.close(), theirs.close()]);
});
