import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import type { CampaignId } from "../model/campaign.ts";
import { doubt, later, receiptOf, someKept, unproven } from "../ports/kept.fixture.ts";
import type { Ruling } from "../ports/ledger.ts";
import { asked, gathered } from "../ports/memory-contract/campaigns.ts";
import { contact, local, remote, t0 } from "../ports/memory-contract/contacts.ts";
import { byDraining, makeRulingLessons } from "./rulings.ts";

test("a ruling on the command line condemns the sender once, until another says ham", async () => {
  const ledger = new ProcessLedger();
  const memory = new ProcessMemory();
  const heard: Ruling["ruling"][] = [];
  const learn = makeRulingLessons(
    { ledger, memory },
    {
      ruled: ({ ruling }) => void heard.push(ruling),
    },
  );
  const sender = contact({ from: "1@remote.example" }).sender.actor;
  const condemned = async () =>
    (await memory.acquaint(contact({ from: "1@remote.example" }), later(9))).actor.condemned;
  for (const number of [1, 2, 3]) await ledger.keep(someKept(number, { sender, state: "held" }));
  const rule = (number: number, ruling: "spam" | "ham", by = "alice") =>
    ledger.rule({ receipt: receiptOf(number), ruling, by, at: later(number) });
  await rule(1, "spam");
  await rule(2, "spam");
  await learn();
  await learn();
  assert.equal(await condemned(), 2);
  for (const number of [3, 4]) await ledger.keep(someKept(number, { sender, state: "held" }));
  await rule(4, "ham", byDraining("alice"));
  await learn();
  assert.equal(await condemned(), 2, "who leaves lets everything out, and means nobody by it");
  await rule(3, "ham");
  await learn();
  assert.equal(await condemned(), 0);
  assert.deepEqual(heard, ["spam", "spam", "ham"]);
});

test("who only claimed to be somebody condemns nobody", async () => {
  const ledger = new ProcessLedger();
  const memory = new ProcessMemory();
  const kept = someKept(1, { state: "held", authenticity: unproven });
  await ledger.keep(kept);
  await ledger.rule({ receipt: receiptOf(1), ruling: "spam", by: "alice", at: later(1) });
  await makeRulingLessons({ ledger, memory })();
  assert.equal(await memory.about(kept.sender, later(2)), undefined);
  assert.deepEqual(await ledger.unlearned(9), []);
});

test("a word on a whole case is one lesson, and spares whom people here know", async () => {
  const ledger = new ProcessLedger();
  const memory = new ProcessMemory();
  let campaign = "" as CampaignId;
  for (const number of [1, 2]) {
    const from = `${number}@remote.example`;
    campaign = (await gathered(memory, { from, receipt: `r${number}` })).id ?? campaign;
    const sender = remote(from);
    await ledger.keep(someKept(number, { state: "held", sender, verdict: { ...doubt, campaign } }));
  }
  await memory.notice({
    ...{ action: "follow", by: local("bob"), actor: remote("2@remote.example") },
    ...{ object: undefined, at: t0 },
  });
  const told: string[] = [];
  const learn = makeRulingLessons(
    { ledger, memory },
    {
      ruled: ({ receipt }) => void told.push(receipt),
      ruledOnCampaign: async (which, ruling) => void told.push(`${which} ${ruling}`),
    },
  );
  const spam = { campaign, ruling: "spam", by: "mona", at: t0 } as const;
  await ledger.ruleCase({ ...spam, receipts: [receiptOf(1)] });
  await ledger.ruleCase({ ...spam, receipts: [receiptOf(2)] });
  await learn();
  assert.deepEqual(told, [`${campaign} spam`, "r1", "r2"]);
  const condemned = async (number: number) =>
    (await memory.acquaint(contact({ from: `${number}@remote.example` }), t0)).actor.condemned;
  assert.deepEqual([await condemned(1), await condemned(2)], [1, 0]);
  assert.equal((await asked(memory)).ruled, "spam");
});

test("second thoughts on what was refused are learned, of sender and campaign", async () => {
  const ledger = new ProcessLedger();
  const memory = new ProcessMemory();
  let campaign = "" as CampaignId;
  for (const number of [1, 2, 3]) {
    const from = `${number}@remote.example`;
    campaign = (await gathered(memory, { from, receipt: `r${number}` })).id ?? campaign;
    const sender = remote(from);
    await ledger.keep(someKept(number, { state: "held", sender, verdict: { ...doubt, campaign } }));
  }
  const learn = makeRulingLessons({ ledger, memory });
  const condemned = async (number: number) =>
    (await memory.acquaint(contact({ from: `${number}@remote.example` }), t0)).actor.condemned;
  const say = async (ruling: "ham" | "spam", at = t0) => {
    await ledger.rule({ receipt: receiptOf(1), ruling, by: "mona", at });
    await learn();
    return [await condemned(1), (await asked(memory)).ruled];
  };
  assert.deepEqual(await say("spam"), [1, "spam"]);
  assert.deepEqual(await say("ham"), [0, "ham"]);
  const all = [2, 3].map(receiptOf);
  await ledger.ruleCase({ campaign, ruling: "spam", by: "mona", at: t0, receipts: all });
  await learn();
  assert.deepEqual([await condemned(2), (await asked(memory)).ruled], [1, "spam"]);
  await ledger.ruleCase({ campaign, ruling: "ham", by: "mona", at: later(9), receipts: all });
  await learn();
  assert.deepEqual([await condemned(2), (await asked(memory)).ruled], [0, "ham"]);
});
