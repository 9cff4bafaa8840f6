import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessDocuments } from "../../adapters/process/documents.ts";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../../adapters/process/own-records.ts";
import { hour, minute } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { ViewKey } from "../../model/ids.ts";
import type { Kept } from "../../model/kept.ts";
import { actor, bytes, doubt, later, receiptOf, someKept } from "../../ports/kept.fixture.ts";
import { caseView } from "./case-view.ts";

const [wave, before, other] = ["c7", "c1", "c2"] as CampaignId[] as [
  CampaignId,
  CampaignId,
  CampaignId,
];
const everybody = "https://www.w3.org/ns/activitystreams#Public";

function posted(
  number: number,
  campaign: CampaignId,
  more: Partial<Kept> = {},
  to = everybody,
): Kept {
  const sender = actor(number);
  const object = {
    type: "Note",
    id: `${sender}/1`,
    attributedTo: sender,
    to,
    content: `Buy ${number} now`,
  };
  const body = bytes(
    JSON.stringify({ type: "Create", id: `${sender}/2`, actor: sender, to, object }),
  );
  return someKept(number, {
    ...{ state: "held", dueAt: undefined, body, at: later(number * minute) },
    ...{ verdict: { ...doubt, campaign }, keys: ["text:same", `link:${number}`] as ViewKey[] },
    ...{ recipients: [actor(100), actor(100 + number)], replayUntil: later(number * hour) },
    ...more,
  });
}

async function house() {
  const ledger = new ProcessLedger();
  const records = new ProcessOwnRecords();
  const campaigns = { tellOf: async () => "down" as const };
  const parts = { ledger, records, campaigns, documents: new ProcessDocuments() };
  for (const number of [1, 2, 3]) await ledger.keep(posted(number, wave));
  const view = async (alsoPrivate = false) => {
    const asked = { campaign: wave, alsoPrivate, now: later(90 * minute) };
    return (await caseView(asked, parts)) ?? assert.fail("it is there");
  };
  return { ledger, view };
}

test("a case is told by what it is, whom it reached, and until when to act", async () => {
  const { view } = await house();
  const found = await view();
  assert.deepEqual([found.states, found.silence, found.more], [{ held: 3 }, "down", false]);
  assert.deepEqual(found.recipients, {
    all: 4,
    most: [actor(100), actor(101), actor(102), actor(103)].map((what, index) => {
      return { what, count: index === 0 ? 3 : 1 };
    }),
  });
  assert.deepEqual([found.senders.all, found.domains.all], [3, 1]);
  assert.deepEqual([found.nextReplayUntil, found.beyond], [later(2 * hour), 1]);
  assert.deepEqual(
    found.timeline.steps.map(({ count, total }) => [count, total]),
    [
      [1, 1],
      [1, 2],
      [1, 3],
    ],
  );
  const [evidence] = found.evidence;
  assert.deepEqual(
    [evidence?.symbol, evidence?.members, evidence?.decibansMean],
    [...["STRANGER_MENTIONS", 3, 3.5]],
  );
  assert.deepEqual(found.compared.samples, [3, 2, 1].map(receiptOf));
});

test("cases that were ruled before and show the same are named, with what they share", async () => {
  const { ledger, view } = await house();
  await ledger.keep(posted(11, before));
  await ledger.keep(posted(12, other, { keys: ["text:other"] as ViewKey[] }));
  for (const campaign of [before, other])
    await ledger.ruleCase({ campaign, ruling: "spam", by: "mona", at: later(1), receipts: [] });
  const { lookAlikes } = await view();
  assert.deepEqual(
    lookAlikes.map(({ campaign, shares, ruled }) => [campaign, shares, ruled.ruling]),
    [[before, { text: 1 }, "spam"]],
  );
});

test("posts that are not for everybody are read only on demand", async () => {
  const { ledger, view } = await house();
  await ledger.keep(posted(4, wave, {}, actor(100)));
  assert.deepEqual([(await view()).compared.common.read, (await view()).compared.unread], [3, 1]);
  assert.deepEqual((await view(true)).compared.common.read, 4);
});
