import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { ProcessMemory } from "../../adapters/process/memory.ts";
import { ProcessOwnRecords } from "../../adapters/process/own-records.ts";
import { openSqliteStore } from "../../adapters/sqlite/store.ts";
import { minute, second } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Kept } from "../../model/kept.ts";
import { doubt, later, receiptOf, someKept } from "../../ports/kept.fixture.ts";
import { audited } from "../audit.ts";
import { inMind } from "./knowing.ts";
import {
  beginRuling,
  giveRuling,
  type PendingRuling,
  pendingRulings,
  pendingWords,
  undoRuling,
} from "./pending.ts";
import { makePendingChore } from "./pending-chore.ts";
import { previewRuling, type RulingAsked } from "./preview.ts";
import { sumsOf } from "./sums.ts";

const wave = "c1" as CampaignId;
const mona = { by: "mona", at: later(0), through: "desk" } as const;
const nothing = { cases: [], receipts: [] };

function house() {
  const ledger = new ProcessLedger();
  const records = new ProcessOwnRecords();
  const memory = new ProcessMemory();
  const hand = { at: later(0) };
  const clock = { now: () => hand.at };
  const campaigns = inMind(memory, clock);
  const documents = { get: async () => undefined };
  const parts = { ledger, records, documents, campaigns, clock };
  const preview = async (asked: Partial<RulingAsked> & Pick<RulingAsked, "word">) => {
    const pending = pendingWords(await pendingRulings(records));
    const found = await previewRuling({ ...nothing, ...asked }, { ...parts, pending }, hand.at);
    return found.ok ? found.value : assert.fail();
  };
  const give = async (asked: Partial<RulingAsked> & Pick<RulingAsked, "word">) => {
    const given = await giveRuling(await preview(asked), {}, { ...mona, at: hand.at }, records);
    return given.ok ? given.value : assert.fail(given.error);
  };
  const keep = (number: number, changes: Partial<Kept> = {}) =>
    ledger.keep(someKept(number, { state: "held", dueAt: undefined, ...changes }));
  const stateOf = async (number: number) => (await ledger.find(receiptOf(number)))?.state;
  return { ledger, records, hand, preview, give, keep, stateOf, chore: makePendingChore(parts) };
}

const inWave = { verdict: { ...doubt, campaign: wave } };

test("one ruling on many takes effect at once, half a minute after it was given", async () => {
  const { records, hand, give, keep, stateOf, chore, ledger } = house();
  for (const number of [1, 2]) await keep(number, inWave);
  await keep(3);
  const { takesEffectAt, sums } = await give({
    ...{ word: "refuse", cases: [wave], receipts: [receiptOf(3)] },
  });
  assert.deepEqual([takesEffectAt, sums.deliveries, sums.senders], [later(30 * second), 3, 3]);
  await keep(4, inWave);
  hand.at = later(29 * second);
  await chore();
  assert.equal(await stateOf(1), "held");
  hand.at = later(31 * second);
  await chore();
  assert.deepEqual(await Promise.all([1, 2, 3, 4].map(stateOf)), Array(4).fill("rejected"));
  assert.equal((await ledger.caseRecord(wave))?.ruled?.at, takesEffectAt);
  assert.deepEqual(await pendingRulings(records), []);
  const lines = await audited(records, { limit: 9 });
  assert.deepEqual(
    lines.map(({ about, did, by }) => `${by} ${did} ${about}`),
    ["mona refused r3", "mona refused c1"],
  );
  assert.match(lines[1]?.details ?? "", /^3 deliveries of 3 senders from 1 domain$/);
});

test("what waited when the gate stopped is done when it starts again", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-pending-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "ledger.sqlite");
  const one = await openSqliteStore(path);
  await one.ledger.keep(someKept(1, { state: "held", dueAt: undefined }));
  const parts = {
    ledger: one.ledger,
    campaigns: inMind(new ProcessMemory(), { now: () => later(0) }),
  };
  const asked = { word: "refuse", cases: [], receipts: [receiptOf(1)] } as const;
  const found = await previewRuling(asked, parts, later(0));
  if (found.ok) await giveRuling(found.value, {}, mona, one.ownRecords);
  await one.ledger.close();
  const again = await openSqliteStore(path);
  const { ledger, documents, ownRecords: records } = again;
  const clock = { now: () => later(minute) };
  await makePendingChore({ ledger, documents, records, campaigns: parts.campaigns, clock })();
  assert.equal((await ledger.find(receiptOf(1)))?.state, "rejected");
  assert.deepEqual(await pendingRulings(records), []);
  await ledger.close();
});

test("an undo takes back all of it, once, and the audit tells of both", async () => {
  const { records, hand, give, keep, stateOf, chore, preview } = house();
  for (const number of [1, 2]) await keep(number);
  const { id } = await give({ word: "release", receipts: [receiptOf(1), receiptOf(2)] });
  const twice = await preview({ word: "refuse", receipts: [receiptOf(1)] });
  assert.equal(twice.parts[0]?.isPending, true);
  assert.equal((await undoRuling(id, mona, records)).ok, true);
  assert.deepEqual(await undoRuling(id, mona, records), { ok: false, error: "unknown" });
  hand.at = later(minute);
  await chore();
  assert.equal(await stateOf(1), "held");
  const [last] = await audited(records, { about: "r1", limit: 9 });
  assert.deepEqual(
    [last?.did, last?.details],
    ["took back a ruling", "release of mona, 2 deliveries of 2 senders from 1 domain"],
  );
});

test("whoever comes second hears so: nothing is both undone and done", async () => {
  const { records, give, keep, stateOf, chore, hand } = house();
  await keep(1);
  const { id } = await give({ word: "refuse", receipts: [receiptOf(1)] });
  assert.equal(await beginRuling(id, later(1), records), true);
  assert.deepEqual(await undoRuling(id, mona, records), { ok: false, error: "too late" });
  hand.at = later(minute);
  await chore();
  assert.equal(await stateOf(1), "rejected", "what a crash cut off is ended");
  assert.equal(await beginRuling(id, later(1), records), false, "nothing is left of it");
});

test("where a way in would close meanwhile the ruling is earlier", async () => {
  const { hand, give, keep } = house();
  const given = async (word: "release" | "refuse", number: number): Promise<number> => {
    const one: PendingRuling = await give({ word, receipts: [receiptOf(number)] });
    return one.takesEffectAt - hand.at;
  };
  await keep(1, { replayUntil: later(5 * second) });
  assert.equal(await given("release", 1), 3 * second);
  const ends = { state: "settling", dueAt: later(10 * second) } as const;
  await keep(2, ends);
  assert.equal(await given("refuse", 2), 30 * second, "it is put off, and gets in late if undone");
  await keep(3, { ...ends, replayUntil: later(31 * second) });
  assert.equal(await given("refuse", 3), 24 * second);
});

test("what settles can't get in while it waits to be refused, and does after an undo", async () => {
  const { hand, give, keep, ledger, records, chore } = house();
  for (const number of [1, 2]) await keep(number, { state: "settling", dueAt: later(4 * second) });
  await give({ word: "refuse", receipts: [receiptOf(1)] });
  const { id } = await give({ word: "refuse", receipts: [receiptOf(2)] });
  hand.at = later(second);
  await chore();
  assert.deepEqual(await ledger.due(later(31 * second), 9), []);
  await undoRuling(id, mona, records);
  hand.at = later(31 * second);
  await chore();
  assert.deepEqual(await ledger.due(later(32 * second), 9), [receiptOf(2)]);
});

test("who stands out is left out unless named, and stays out when it takes effect", async () => {
  const { hand, preview, give, keep, stateOf, chore } = house();
  const trust = { symbol: "WELCOMED", group: "trust", strength: 1, decibans: -10, because: "" };
  const verdict = { ...inWave.verdict, evidence: [...doubt.evidence, trust] };
  for (const number of [1, 2, 3]) await keep(number, inWave);
  await keep(4, { verdict });
  await keep(5, { verdict });
  const asked = { word: "refuse", cases: [wave], receipts: [receiptOf(5)] } as const;
  const { deliveries, left } = sumsOf(await preview(asked));
  assert.deepEqual([deliveries, left], [4, { "spoken for": 1 }]);
  assert.equal(sumsOf(await preview({ ...asked, all: true })).deliveries, 5);
  await give(asked);
  for (const number of [6, 7, 8, 9]) await keep(number, { verdict });
  hand.at = later(minute);
  await chore();
  assert.deepEqual(await Promise.all([1, 4, 5].map(stateOf)), ["rejected", "held", "rejected"]);
});

test("what another case brings in within the half minute was meant by nobody", async () => {
  const { hand, give, keep, stateOf, chore, ledger } = house();
  for (const number of [1, 2]) await keep(number, inWave);
  const other = { verdict: { ...doubt, campaign: "c2" as CampaignId } };
  for (const number of [3, 4]) await keep(number, other);
  hand.at = later(minute);
  await give({ word: "refuse", cases: [wave] });
  await ledger.mergeCases("c2" as CampaignId, wave, later(minute + 10 * second));
  const { delivery } = someKept(5);
  await keep(5, { ...inWave, delivery: { ...delivery, at: later(minute + 11 * second) } });
  hand.at = later(minute + 31 * second);
  await chore();
  const states = [];
  for (const number of [1, 2, 3, 4, 5]) states.push(await stateOf(number));
  assert.deepEqual(states, ["rejected", "rejected", "held", "held", "rejected"]);
});
