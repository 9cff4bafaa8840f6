import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { appealSubjectIn } from "../model/appeal.ts";
import { fileAppeal } from "../services/appeals.ts";
import { runList, whoseIn } from "./cases-list.ts";
import { runAssign, runNote } from "./cases-notes.ts";
import { exitCodes } from "./exit-code.ts";
import { fakeOutput, heldDelivery, testMoment } from "./testing.ts";

const hand = { by: "alice", at: testMoment, through: "command" } as const;

async function stores() {
  const ledger = new ProcessLedger();
  for (const receipt of ["r1", "r2"]) await ledger.keep(heldDelivery(receipt));
  return { ledger, ownRecords: new ProcessOwnRecords() };
}

test("a note is read by whoever comes next, and can't steer a terminal", async () => {
  const both = await stores();
  const said = fakeOutput();
  await runNote("r1", "asked \u001b[2Jtheir admin", {}, both, hand, said);
  assert.equal(said.text(), "Noted on r1.\n");
  const read = fakeOutput();
  assert.equal(await runNote("r1", undefined, {}, both, hand, read), exitCodes.done);
  assert.equal(read.text(), "2026-11-23 12:00 UTC, alice:\n  asked [2Jtheir admin\n");
  assert.equal(await runNote("r2", undefined, {}, both, hand, fakeOutput()), exitCodes.no);
  const unknown = fakeOutput();
  assert.equal(await runNote("r9", "hello", {}, both, hand, unknown), exitCodes.no);
  assert.match(unknown.asides(), /Nothing goes by r9/);
  await assert.rejects(runNote("r1", " ", {}, both, hand, fakeOutput()), /needs some words/);
});

test("what somebody looks after is theirs in the list, and the rest is nobody's", async () => {
  const both = await stores();
  const output = fakeOutput();
  await runAssign("r1", {}, both, hand, output);
  await runAssign("r1", {}, both, hand, output);
  await runAssign("r2", { to: "bob" }, both, hand, output);
  assert.equal(
    output.text(),
    "r1: alice looks after it.\nr1: alice looks after it already.\nr2: bob looks after it.\n",
  );
  const listed = async (asked: { assigned?: string | true; unassigned?: boolean }) => {
    const found = fakeOutput();
    const whose = await whoseIn(asked, "alice", both.ownRecords);
    await runList(both.ledger, { ...asked, json: true }, testMoment, found, whose);
    return (JSON.parse(found.text()) as { receipt: string }[]).map(({ receipt }) => receipt);
  };
  assert.deepEqual(await listed({ assigned: true }), ["r1"]);
  assert.deepEqual(await listed({ assigned: "bob" }), ["r2"]);
  assert.deepEqual(await listed({ unassigned: true }), []);
  await runAssign("r2", { drop: true }, both, hand, output);
  assert.deepEqual(await listed({ unassigned: true }), ["r2"]);
  await assert.rejects(runAssign("r1", { drop: true, to: "bob" }, both, hand, output), /not both/);
});

test("what was appealed stands above the rest of the list", async () => {
  const both = await stores();
  const subject = appealSubjectIn("@eve@spam.example");
  assert.ok(subject);
  const sorted = { receipts: ["r2"], campaigns: [], sorted: true };
  await fileAppeal(both.ownRecords, subject, "", testMoment, sorted);
  const found = fakeOutput();
  const whose = await whoseIn({}, "alice", both.ownRecords);
  await runList(both.ledger, {}, testMoment, found, whose);
  assert.deepEqual(found.text().match(/^r\d/gm), ["r2", "r1"]);
});

test("the list is asked for some of what there is", async () => {
  const { ledger } = await stores();
  const asked = async (options: object) => {
    const found = fakeOutput();
    const code = await runList(ledger, options, testMoment, found);
    return code === exitCodes.no ? found.text() : found.text().match(/^r\d/gm);
  };
  assert.deepEqual(await asked({ host: "spam.example", singles: true }), ["r1", "r2"]);
  assert.deepEqual(await asked({ text: "r2", symbol: "REPEATED_TEXT" }), ["r2"]);
  assert.equal(await asked({ waves: true }), "Nothing kept is as you asked.\n");
  await assert.rejects(asked({ waves: true, singles: true }), /give one/);
  await assert.rejects(asked({ each: true, text: "r2" }), /--each shows all/);
});
