import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import type { ActorId } from "../model/ids.ts";
import { exitCodes } from "./exit-code.ts";
import { listRecipients, recipientIn, runRecipient } from "./recipient.ts";
import { fakeOutput, testMoment } from "./testing.ts";

const alice = "https://home.example/users/alice" as ActorId;
const hand = { by: "admin", at: testMoment, through: "command" } as const;
const home = { origin: undefined, actors: "https://home.example/users/" };
const unknownHome = { origin: undefined, actors: undefined };

test("a mode is set, listed, and taken back", async () => {
  const ledger = new ProcessLedger();
  const store = { ledger, ownRecords: new ProcessOwnRecords() };
  const output = fakeOutput();
  const why = { why: "asked for it" };
  assert.equal(await runRecipient(alice, "consent", why, store, hand, output), exitCodes.done);
  assert.equal(await listRecipients({}, ledger, output), exitCodes.done);
  assert.match(output.text(), /alice does not know waits for a ruling/);
  assert.match(output.text(), /alice +consent .* admin +asked for it/);
  await runRecipient(alice, "normal", {}, store, hand, output);
  assert.equal(await listRecipients({}, ledger, output), exitCodes.no);
});

test("a script reads the same as JSON", async () => {
  const ledger = new ProcessLedger();
  const store = { ledger, ownRecords: new ProcessOwnRecords() };
  await runRecipient(alice, "off", {}, store, hand, fakeOutput());
  const output = fakeOutput();
  await listRecipients({ json: true }, ledger, output);
  const [one] = JSON.parse(output.text()) as { recipient: string; mode: string }[];
  assert.deepEqual([one?.recipient, one?.mode], [alice, "off"]);
});

for (const spelled of [
  alice,
  "https://home.example/@alice",
  "alice",
  "@alice",
  "alice@home.example",
]) {
  test(`${spelled} is Alice, where the URLs of our people are known`, () => {
    assert.equal(recipientIn(spelled, home), alice);
  });
}

test("a bare name is refused where nobody knows what it stands for", () => {
  assert.equal(recipientIn(alice, unknownHome), alice);
  for (const text of ["alice", "@alice@home.example", "https://", "", "a b"]) {
    assert.throws(() => recipientIn(text, unknownHome), /names nobody here/, text);
  }
});
