// Rules whose day in the shadow is over: in force by themselves, or left for somebody's word.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { after, day, hour, minute } from "../base/units.ts";
import type { WrittenRule } from "../model/admin-rule.ts";
import type { Receipt } from "../model/ids.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { adminRule, confirmRule, writeRule } from "./admin-rules.ts";
import { note, start, type TestHouse, testHouse } from "./house.fixture.ts";
import { matureRules, shadowMet } from "./rule-shadow.ts";

const none = { spam: 0, ham: 0, kept: 0, passed: 0 };
const untried = { at: start, looked: none, hit: none, code: "abcd" };
const hand = { by: "maria", at: start, through: "command" } as const;

const casino: WrittenRule = {
  pattern: { kind: "words", text: "casino bonus" },
  reach: "first",
  acts: [],
  recipient: undefined,
  does: "hold",
  note: "",
  expiresAt: undefined,
};

async function written(records: OwnRecords, does: WrittenRule["does"] = "hold") {
  const writing = { written: { ...casino, does }, trial: untried, byItself: true };
  return writeRule(records, writing, hand);
}

async function met(house: TestHouse, receipt: string) {
  await house.send(note(receipt, house.now(), { content: "casino bonus" }));
  await house.passTo(after(house.now(), minute));
  await house.refreshRules();
}

async function dayOver(house: TestHouse, records: OwnRecords) {
  const chronicle = new ProcessChronicle();
  const stores = { records, ledger: house.ledger, chronicle };
  await matureRules({ ...stores, clock: { now: () => after(start, day) } });
  const rule = await adminRule(records, "r1");
  assert.ok(rule);
  return { rule, met: await shadowMet(rule, stores) };
}

test("what it met was held anyway: it comes in force when its day is over", async () => {
  const records = new ProcessOwnRecords();
  await written(records);
  const house = testHouse({ mood: "suspicious", records });
  await house.refreshRules();
  await met(house, "one");
  const chronicle = new ProcessChronicle();
  const stores = { records, ledger: house.ledger, chronicle };
  await matureRules({ ...stores, clock: { now: () => after(start, 2 * hour) } });
  assert.equal((await adminRule(records, "r1"))?.state, "shadow");
  const { rule } = await dayOver(house, records);
  assert.deepEqual([rule.state, rule.stateBy], ["in force", "gate"]);
});

test("it met what was let in, at once or by a ruling: somebody has to say", async () => {
  for (const mood of ["trusting", "suspicious"] as const) {
    const records = new ProcessOwnRecords();
    await written(records);
    const house = testHouse({ mood, records });
    await house.refreshRules();
    await met(house, "one");
    const ham = { receipt: "one" as Receipt, ruling: "ham", by: "maria", at: house.now() } as const;
    await house.ledger.rule(ham);
    const found = await dayOver(house, records);
    assert.deepEqual(found.met, { met: 1, letIn: 1 });
    assert.deepEqual([found.rule.state, found.rule.byItself], ["shadow", false]);
    assert.match(found.rule.because, /of 1 that it met 1 were let in/);
    const late = { ...hand, at: after(start, day) };
    assert.equal((await confirmRule(records, "r1", undefined, late)).ok, true);
  }
});

test("no rule rejects or lets in by itself", async () => {
  for (const does of ["reject", "allow"] as const) {
    const rule = await written(new ProcessOwnRecords(), does);
    assert.match(rule.ok ? "" : rule.error, /somebody's word alone/);
  }
});

test("what a rule holds stays at its deadline as long as the rule stands", async () => {
  for (const stands of [true, false]) {
    const records = new ProcessOwnRecords();
    const writing = { written: casino, trial: { ...untried, looked: { ...none, ham: 200 } } };
    await writeRule(records, { ...writing, byItself: false }, hand);
    await confirmRule(records, "r1", undefined, hand);
    const house = testHouse({ mood: "trusting", records });
    await house.refreshRules();
    await met(house, "one");
    if (!stands) await records.takeRecord("rule", "r1");
    await house.passTo(after(start, hour));
    await house.refreshRules();
    // Half a minute before the home server would take it no more.
    await house.passTo(after(start, 64.6 * minute));
    await house.passTo(after(start, 64.7 * minute));
    const kept = await house.ledger.find("one" as Receipt);
    assert.equal(kept?.state, stands ? "held" : "delivered");
  }
});
