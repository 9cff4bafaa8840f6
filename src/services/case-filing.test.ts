import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { after, type EpochMs, minute } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/ids.ts";
import { doubt, receiptOf, someKept } from "../ports/kept.fixture.ts";
import { LedgerDown } from "../ports/ledger.ts";
import { makeCaseFiling } from "./case-filing.ts";
import { activity, start, testHouse } from "./house.fixture.ts";

const offer = "I put in six hundred and got eighteen thousand out, it is real, ask the company";
const alice = "https://home.example/users/alice";

/** What somebody on a host of its own says; `verb` does it to that post. */
function says(name: string, at: EpochMs, content: string, verb = "Create"): Delivery {
  const actor = `https://${name}.example/users/${name}`;
  const id = `${actor}/notes/1`;
  const object = { id, type: "Note", attributedTo: actor, to: [alice], content };
  const body = { id: `${id}/${verb}`, type: verb, actor, to: [alice], object };
  return activity(verb === "Create" ? name : `${name}-edit`, at, body);
}

/** Campaigns c5 and c9 turned out to be one, which goes by c5. */
function twoThatMet() {
  const [c5, c9] = ["c5", "c9"] as CampaignId[] as [CampaignId, CampaignId];
  const ledger = new ProcessLedger();
  const memory = Object.assign(new ProcessMemory(), {
    campaignNamed: async (campaign: CampaignId) => (campaign === c9 ? c5 : campaign),
  });
  const clock = { at: start as EpochMs, now: () => clock.at };
  const filing = makeCaseFiling({ ledger, memory, clock: clock as never });
  const kept = (number: number, campaign: CampaignId) =>
    ledger.keep(someKept(number, { state: "held", verdict: { ...doubt, campaign } }));
  return { filing, clock, ledger, kept, c5, c9 };
}

test("what was alone when it came is filed when its likes arrive, and so is an edit", async () => {
  const house = testHouse({ mood: "doubtful" });
  await house.send(says("anna", start, offer));
  await house.send(says("eve", start, "what a lovely morning by the lighthouse, is it not"));
  await house.passTo(after(start, 1000));
  const campaignOf = async (receipt: string) =>
    (await house.ledger.find(receipt as Receipt))?.verdict.campaign;
  assert.deepEqual(await house.ledger.caseIds(), [], "one alone is no case of a campaign");
  await house.send(says("ben", after(start, 2000), `Hello! ${offer}`));
  await house.send(says("eve", after(start, 3000), `Hi, ${offer} today`, "Update"));
  await house.passTo(after(start, 4000));
  const campaign = await campaignOf("ben");
  assert.ok(campaign !== undefined);
  assert.deepEqual(
    [await campaignOf("anna"), await campaignOf("eve-edit"), await campaignOf("eve")],
    [campaign, campaign, undefined],
  );
  const [found] = await house.ledger.cases(["settling", "held"], 9, house.now());
  assert.deepEqual([found?.kept, found?.recipients], [3, 1]);
});

test("in watch mode nothing is kept, and nothing filed", async () => {
  const house = testHouse({ mood: "doubtful", mode: "watch" });
  for (const name of ["anna", "ben"]) await house.send(says(name, start, offer));
  await house.passTo(after(start, 1000));
  assert.deepEqual(await house.ledger.caseIds(), []);
});

test("cases whose campaigns have met become one, at the start and from then on", async () => {
  const { filing, clock, ledger, kept, c5, c9 } = twoThatMet();
  await kept(1, c5);
  await kept(2, c9);
  await filing.join();
  assert.deepEqual(await ledger.caseIds(), [c5]);
  await kept(3, c9);
  filing.belong(c9, [receiptOf(3)]);
  await filing.round();
  assert.deepEqual(await ledger.caseIds(), [c5, c9], "not each arrival asks after all of them");
  clock.at = after(start, minute);
  filing.belong(c9, [receiptOf(3)]);
  await filing.round();
  assert.deepEqual(await ledger.caseIds(), [c5]);
  assert.equal((await ledger.caseRecord(c9))?.campaign, c5);
});

test("two that met just after cases were joined become one although it stays quiet", async () => {
  const { filing, clock, ledger, kept, c5, c9 } = twoThatMet();
  await filing.join();
  await kept(1, c5);
  await kept(2, c9);
  filing.belong(c5, [receiptOf(1), receiptOf(2)]);
  clock.at = after(start, 1000);
  await filing.round();
  clock.at = after(start, minute);
  await filing.round();
  assert.deepEqual(await ledger.caseIds(), [c5]);
});

test("what is noted while the ledger writes is written in the next round", async () => {
  const { filing, ledger, kept, c5 } = twoThatMet();
  for (const number of [1, 2]) await ledger.keep(someKept(number, { state: "held" }));
  await kept(3, c5);
  const { file } = ledger;
  ledger.file = async (...asked) => {
    ledger.file = file;
    filing.belong(c5, [receiptOf(2)]);
    return file.apply(ledger, asked);
  };
  filing.belong(c5, [receiptOf(1)]);
  await filing.round();
  await filing.round();
  const campaigns = [1, 2].map(async (n) => (await ledger.find(receiptOf(n)))?.verdict.campaign);
  assert.deepEqual(await Promise.all(campaigns), [c5, c5]);
});

test("what a ledger that is down did not take is written once it is back", async () => {
  const { filing, clock, ledger, kept, c5, c9 } = twoThatMet();
  await kept(1, c5);
  await kept(2, c9);
  const { file, caseIds } = ledger;
  const down = () => Promise.reject(new LedgerDown("away"));
  filing.belong(c5, [receiptOf(1)]);
  ledger.file = down;
  await assert.rejects(filing.round(), LedgerDown);
  Object.assign(ledger, { file, caseIds: down });
  clock.at = after(start, minute);
  await assert.rejects(filing.round(), LedgerDown);
  Object.assign(ledger, { caseIds });
  await filing.round();
  assert.deepEqual(await ledger.caseIds(), [c5]);
});
