import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessDocuments } from "../../adapters/process/documents.ts";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../../adapters/process/own-records.ts";
import { type EpochMs, minute } from "../../base/units.ts";
import { appealSubjectIn } from "../../model/appeal.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { ActorId } from "../../model/ids.ts";
import { actor, doubt, later, receiptOf, someKept } from "../../ports/kept.fixture.ts";
import { fileAppeal, sortAppeals } from "../appeals.ts";
import { makeHeldLately } from "../held-lately.ts";
import { assign } from "./assignment.ts";
import { type CaseListing, type ListAsked, listCases, WrongCursor } from "./list.ts";
import { addNote } from "./notes.ts";

const c1 = "c1" as CampaignId;
const mona = { by: "mona", at: later(0), through: "desk" } as const;

async function appeal(who: ActorId, at: EpochMs, { ledger, records }: Stores) {
  const subject = appealSubjectIn(who);
  assert.ok(subject);
  await fileAppeal(records, subject, "please look", at);
  const held = makeHeldLately(ledger, { now: () => at });
  await sortAppeals({ records, held, documents: new ProcessDocuments() });
}

interface Stores {
  readonly ledger: ProcessLedger;
  readonly records: ProcessOwnRecords;
}

async function desk() {
  const ledger = new ProcessLedger();
  const records = new ProcessOwnRecords();
  const verdict = { ...doubt, campaign: c1 };
  const isHeld = { state: "held", dueAt: undefined } as const;
  for (const one of [1, 2]) await ledger.keep(someKept(one, { ...isHeld, verdict }));
  for (const one of [3, 4, 5])
    await ledger.keep(someKept(one, { ...isHeld, replayUntil: later((60 + one) * minute) }));
  await assign(c1, "mona", mona, records);
  await assign(receiptOf(4), "alan", mona, records);
  await addNote(c1, "looks like last week's", mona, records);
  await appeal(actor(5), later(0), { ledger, records });
  const ask = (asked: Partial<ListAsked> = {}) =>
    listCases({ limit: 9, ...asked }, "mona", { ledger, records }, later(minute));
  return { ledger, records, ask };
}

const idsIn = ({ raised, rows }: CaseListing): readonly string[] =>
  [...raised, ...rows].map(({ listed }) => listed.id);

test("a list tells whose each is, what was noted, and how many there are of each", async () => {
  const { ask } = await desk();
  const { raised, rows, counts, found, next } = await ask();
  assert.deepEqual(
    [...raised, ...rows].map(({ listed, assignedTo, notes, isAppealed }) => [
      ...[listed.id, assignedTo, notes, isAppealed],
    ]),
    [
      [receiptOf(5), undefined, 0, true],
      [c1, "mona", 1, false],
      [receiptOf(3), undefined, 0, false],
      [receiptOf(4), "alan", 0, false],
    ],
  );
  assert.deepEqual(counts, {
    ...{ all: 4, waves: 1, single: 3, held: 4, settling: 0 },
    ...{ mine: 1, unassigned: 2, appealed: 1 },
  });
  assert.deepEqual([found, next], [4, undefined]);
});

test("mine, nobody's, and what was appealed", async () => {
  const { ask } = await desk();
  const idsOf = async (asked: Partial<ListAsked>) => idsIn(await ask(asked)).join(" ");
  assert.equal(await idsOf({ whose: { who: "mona" } }), c1);
  assert.equal(await idsOf({ whose: "nobody" }), "r5 r3");
  assert.equal(await idsOf({ appealed: true }), "r5");
  assert.equal(await idsOf({ appealed: true, whose: { who: "alan" } }), "");
  assert.equal(await idsOf({ shape: "wave", text: "c1" }), c1);
});

test("pages go on where the one before ended, and nothing new comes between", async () => {
  const { ledger, ask } = await desk();
  const first = await ask({ limit: 2 });
  const soon = { state: "held", dueAt: undefined, replayUntil: later(5 * minute) } as const;
  await ledger.keep(someKept(9, { ...soon, at: later(2 * minute) }));
  const second = await ask({ limit: 2, cursor: first.next });
  assert.deepEqual([first, second].map(idsIn), [
    ["r5", c1],
    ["r3", "r4"],
  ]);
  assert.deepEqual([second.next, second.found], [undefined, 4]);
  await assert.rejects(ask({ cursor: "bm90IG9uZQ" }), WrongCursor);
});

test("what was appealed stands first, and no later page repeats or replaces it", async () => {
  const { ledger, records, ask } = await desk();
  await appeal(actor(4), later(minute / 2), { ledger, records });
  const first = await ask({ limit: 3 });
  assert.deepEqual(idsIn(first), ["r5", c1, "r3"], "half a page at most, who asked first before");
  await appeal(actor(3), later(minute), { ledger, records });
  const second = await ask({ limit: 3, cursor: first.next });
  assert.deepEqual([idsIn(second), second.raised], [["r4"], []]);
  assert.deepEqual(idsIn(await ask()), ["r5", "r4", "r3", c1]);
});
