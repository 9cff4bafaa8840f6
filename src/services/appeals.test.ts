import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessDocuments } from "../adapters/process/documents.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { day } from "../base/units.ts";
import { appealSubjectIn } from "../model/appeal.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Hand } from "../model/hand.ts";
import type { ActorId } from "../model/ids.ts";
import { summaryOf } from "../model/kept.ts";
import { doubt, later, receiptOf, someKept, start } from "../ports/kept.fixture.ts";
import {
  allAppeals,
  appealsAbout,
  appealsMax,
  closeAppeals,
  closeRuledAppeals,
  fileAppeal,
  openAppeals,
  sortAppeals,
} from "./appeals.ts";
import { audited } from "./audit.ts";
import { makeHeldLately } from "./held-lately.ts";

const hand: Hand = { by: "anna", at: later(1000), through: "desk" };
const campaign = "c41" as CampaignId;

function stores() {
  const ledger = new ProcessLedger();
  const held = makeHeldLately(ledger, { now: () => start });
  return { records: new ProcessOwnRecords(), ledger, held, documents: new ProcessDocuments() };
}

function subject(given: string) {
  const found = appealSubjectIn(given);
  assert.ok(found !== undefined);
  return found;
}

function heldBy(name: string, number: number, inCase = true) {
  const sender = `https://harbor.example/users/${name}` as ActorId;
  const verdict = inCase ? { ...doubt, campaign } : doubt;
  return someKept(number, { sender, state: "held", verdict, dueAt: undefined });
}

test("an appeal finds what is held of a sender, and a ruling on its case answers it", async () => {
  const house = stores();
  const { records, ledger } = house;
  const kept = heldBy("anna", 1);
  await ledger.keep(kept);
  await fileAppeal(records, subject("@anna@harbor.example"), "I am no robot", start);
  assert.deepEqual((await openAppeals(records))[0]?.receipts, [], "asking looks at nothing");
  await sortAppeals(house);
  const [appeal] = await openAppeals(records);
  assert.deepEqual(appeal?.receipts, [receiptOf(1)]);
  assert.deepEqual(appeal?.campaigns, [campaign]);
  const about = { campaign: undefined, kept: [summaryOf(kept)] };
  assert.equal(appealsAbout(await openAppeals(records), about).length, 1);
  assert.equal(appealsAbout(await openAppeals(records), { campaign, kept: [] }).length, 1);
  assert.equal(await closeRuledAppeals(records, [campaign], "release", hand), 1);
  assert.deepEqual(await openAppeals(records), []);
  const [line] = await audited(records, { about: "@anna@harbor.example", limit: 1 });
  assert.deepEqual(
    [line?.did, line?.details, line?.by],
    ["answered an appeal", "released", "anna"],
  );
  assert.equal((await ledger.find(receiptOf(1)))?.state, "held", "an appeal itself moves nothing");
});

test("of one subject there is one appeal, with its first words", async () => {
  const house = stores();
  const about = subject("@anna@harbor.example");
  for (const text of ["first", "second", "third"])
    await fileAppeal(house.records, about, text, start);
  const [appeal, ...others] = await openAppeals(house.records);
  assert.deepEqual([appeal?.text, appeal?.times, others.length], ["first", 3, 0]);
});

test("who was answered is not heard for a week, and then anew", async () => {
  const house = stores();
  const about = subject("@anna@harbor.example");
  await fileAppeal(house.records, about, "first", start);
  const ids = (await openAppeals(house.records)).map(({ id }) => id);
  assert.equal(await closeAppeals(house.records, ids, "nothing to do", hand), 1);
  assert.equal(await closeAppeals(house.records, ids, "nothing to do", hand), 0);
  await fileAppeal(house.records, about, "second", later(2 * day));
  assert.equal((await openAppeals(house.records)).length, 0);
  await fileAppeal(house.records, about, "third", later(9 * day));
  assert.equal((await openAppeals(house.records))[0]?.text, "third");
});

test("an account whose id is no name is found by its profile, as far as that is here", async () => {
  const house = stores();
  const sender = "https://harbor.example/users/9x7k2" as ActorId;
  await house.ledger.keep(someKept(1, { sender, state: "held", dueAt: undefined }));
  const profile = { id: sender, type: "Person", preferredUsername: "Anna", inbox: `${sender}/in` };
  const outcome = { kind: "found", body: JSON.stringify(profile) } as const;
  await house.documents.put({ url: sender, fetchedAt: start, outcome });
  await fileAppeal(house.records, subject("@anna@harbor.example"), "", start);
  await fileAppeal(house.records, subject("@bert@harbor.example"), "", start);
  await sortAppeals(house);
  const found = (await openAppeals(house.records)).map(({ receipts }) => receipts.length);
  assert.deepEqual(found, [0, 1]);
});

test("what is delivered, or somebody else's, is not found by it", async () => {
  const house = stores();
  await house.ledger.keep(heldBy("anna", 1));
  await fileAppeal(house.records, subject("@bert@harbor.example"), "", start);
  await fileAppeal(house.records, subject("https://harbor.example/@anna/nothing-such"), "", start);
  assert.deepEqual(
    (await openAppeals(house.records)).map(({ receipts }) => receipts.length),
    [0, 0],
  );
});

test("a machine that asks in masses fills no more than its domain's share", async () => {
  const house = stores();
  for (let i = 0; i < 80; i++)
    await fileAppeal(house.records, subject(`@a${i}@h${i}.spam.example`), "", start);
  await fileAppeal(house.records, subject("@anna@harbor.example"), "", start);
  const open = await openAppeals(house.records);
  assert.equal(open.length, 51);
  assert.ok(open.some((one) => one.subject.text === "@anna@harbor.example"));
});

test("when all room is taken, what found nothing gives way", async () => {
  const house = stores();
  await house.ledger.keep(heldBy("anna", 1, false));
  await fileAppeal(house.records, subject("@anna@harbor.example"), "", start);
  for (let i = 0; i < appealsMax; i++)
    await fileAppeal(house.records, subject(`@a@h${i}.example`), "", later(i));
  await sortAppeals(house);
  const last = subject(`@a@h${appealsMax}.example`);
  await fileAppeal(house.records, last, "", later(appealsMax));
  const all = await allAppeals(house.records);
  assert.equal(all.length, appealsMax);
  assert.ok(all.some(({ receipts }) => receipts.length > 0));
  assert.ok(all.some((one) => one.subject.text === `@a@h${appealsMax}.example`));
});

test("an appeal stands as long as what is held, and no longer", async () => {
  const house = stores();
  await fileAppeal(house.records, subject("@anna@harbor.example"), "", start);
  await fileAppeal(house.records, subject("@bert@harbor.example"), "", later(31 * day));
  assert.deepEqual(
    (await allAppeals(house.records)).map((one) => one.subject.text),
    ["@bert@harbor.example"],
  );
});

test("who fills up a domain that is not theirs keeps nobody there from asking", async () => {
  const house = stores();
  await house.ledger.keep(heldBy("anna", 1));
  for (let i = 0; i < 60; i++)
    await fileAppeal(house.records, subject(`@junk${i}@harbor.example`), "", later(i));
  await sortAppeals(house);
  await fileAppeal(house.records, subject("@anna@harbor.example"), "", later(100));
  await sortAppeals(house);
  const found = (await openAppeals(house.records)).filter(({ receipts }) => receipts.length > 0);
  assert.deepEqual(
    found.map((one) => one.subject.text),
    ["@anna@harbor.example"],
  );
});

test("who asks in somebody's name before anything is held takes nothing from them", async () => {
  const house = stores();
  const about = subject("@anna@harbor.example");
  await fileAppeal(house.records, about, "I AM A BOT", start);
  await sortAppeals(house);
  await house.ledger.keep(heldBy("anna", 1));
  house.held.forget();
  await fileAppeal(house.records, about, "please look", later(2 * day));
  await sortAppeals(house);
  const [appeal] = await openAppeals(house.records);
  assert.deepEqual([appeal?.text, appeal?.times], ["please look", 2]);
  assert.deepEqual(appeal?.receipts, [receiptOf(1)]);
  assert.equal(appeal?.firstAt, later(2 * day), "so that it is told of as news");
});
