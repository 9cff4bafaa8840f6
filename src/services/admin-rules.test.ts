// Rules an admin wrote, from the first word to what they do to mail at the gate.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { after, day, type EpochMs, hour, minute } from "../base/units.ts";
import type { AdminRule, RuleTrial, WrittenRule } from "../model/admin-rule.ts";
import type { Hand } from "../model/hand.ts";
import type { ActorId } from "../model/ids.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import {
  adminRule,
  adminRules,
  confirmRule,
  endRule,
  ruleLastsMs,
  standingMax,
  writeRule,
} from "./admin-rules.ts";
import { audited } from "./audit.ts";
import { note, start, type TestHouse, testHouse } from "./house.fixture.ts";
import { hitsOf } from "./rule-hits.ts";

const maria = (at: EpochMs = start): Hand => ({ by: "maria", at, through: "command" });
const none = { spam: 0, ham: 0, kept: 0, passed: 0 };
const enough: RuleTrial = { at: start, looked: { ...none, passed: 250 }, hit: none, code: "k7pa" };
const tooFew: RuleTrial = { ...enough, looked: { ...none, passed: 12 } };

const casino: WrittenRule = {
  pattern: { kind: "words", text: "casino bonus" },
  reach: "first",
  acts: [],
  recipient: undefined,
  does: "hold",
  note: "the wave of Friday",
  expiresAt: after(start, ruleLastsMs),
};

async function written(
  records: OwnRecords,
  more: Partial<WrittenRule> = {},
  trial: RuleTrial = enough,
): Promise<AdminRule> {
  const writing = { written: { ...casino, ...more }, trial, byItself: false };
  const rule = await writeRule(records, writing, maria());
  assert.ok(rule.ok, rule.ok ? "" : rule.error);
  return rule.value;
}

async function inForce(records: OwnRecords, more: Partial<WrittenRule> = {}): Promise<AdminRule> {
  const { id } = await written(records, more);
  const rule = await confirmRule(records, id, enough.code, maria());
  assert.ok(rule.ok, rule.ok ? "" : rule.error);
  return rule.value;
}

async function houseWith(records: OwnRecords, mood: "trusting" | "suspicious" = "trusting") {
  const house = testHouse({ mood, records });
  await house.refreshRules();
  return house;
}

const alice = "https://home.example/users/alice";
const everybody = "https://www.w3.org/ns/activitystreams#Public";

function post(receipt: string, at: EpochMs, content: string, to: string) {
  const actor = `https://harbor.example/users/${receipt}`;
  const id = `${actor}/notes/1`;
  const object = { id, type: "Note", attributedTo: actor, to: [to], content };
  return note(receipt, at, { to: [to], object });
}

async function judged(house: TestHouse, receipt: string, content: string, to = alice) {
  await house.send(post(receipt, house.now(), content, to));
  const verdict = house.verdicts.at(-1);
  const rule = verdict?.evidence.find(({ symbol }) => symbol === "RULE");
  return { action: verdict?.action, rule: rule?.because };
}

test("a rule comes in force by a second word, does its work, and says whose it is", async () => {
  const records = new ProcessOwnRecords();
  await inForce(records);
  const house = await houseWith(records);
  assert.deepEqual(await judged(house, "r1", "Hello, nice garden"), {
    action: "accept",
    rule: undefined,
  });
  assert.deepEqual(await judged(house, "r2", "<p>Get your c\u200basino bonus!</p>"), {
    action: "hold",
    rule: 'rule r1 of maria holds it: it says "casino bonus"',
  });
});

test("in the shadow it is counted, once a delivery, and nothing is done", async () => {
  const records = new ProcessOwnRecords();
  const { id } = await written(records, {}, tooFew);
  const house = await houseWith(records);
  const seen = await judged(house, "r1", "casino bonus");
  assert.deepEqual(seen, { action: "accept", rule: undefined });
  await judged(house, "r2", "casino bonus too");
  await house.passTo(after(start, minute));
  await house.refreshRules();
  const hits = await hitsOf(records, id);
  assert.deepEqual([hits?.shadow, hits?.inForce, hits?.shadowReceipts], [2, 0, ["r1", "r2"]]);
});

test("tried on too little, it can't be put in force before a day in the shadow", async () => {
  const records = new ProcessOwnRecords();
  const { id } = await written(records, {}, tooFew);
  const early = await confirmRule(records, id, undefined, maria(after(start, 2 * hour)));
  assert.match(early.ok ? "" : early.error, /22 hours more/);
  const late = await confirmRule(records, id, undefined, maria(after(start, day)));
  assert.equal(late.ok && late.value.state, "in force");
});

test("what rejects or lets in wants the code of the dry run", async () => {
  const records = new ProcessOwnRecords();
  for (const does of ["reject", "allow"] as const) {
    const { id } = await written(records, { does });
    const without = await confirmRule(records, id, undefined, maria());
    assert.match(without.ok ? "" : without.error, /code/);
    assert.equal((await confirmRule(records, id, enough.code, maria())).ok, true);
    const again = await confirmRule(records, id, enough.code, maria());
    assert.match(again.ok ? "" : again.error, /in force already/);
  }
});

test("an exception lets in what would be held; a rule that rejects stands before it", async () => {
  const records = new ProcessOwnRecords();
  const friends = { kind: "words", text: "film club" } as const;
  await inForce(records, { pattern: friends, does: "allow" });
  await inForce(records);
  const house = await houseWith(records, "suspicious");
  assert.equal((await judged(house, "r1", "who is at the cinema?")).action, "hold");
  assert.equal((await judged(house, "r2", "film club: Casino Bonus, 1973")).action, "accept");
  await inForce(records, { pattern: { kind: "words", text: "1973" }, does: "reject" });
  await house.passTo(after(start, minute));
  await house.refreshRules();
  assert.equal((await judged(house, "r3", "film club: Casino Bonus, 1973")).action, "reject");
});

test("what contacts nobody here passes unread, unless a rule is about everything", async () => {
  const records = new ProcessOwnRecords();
  const lottery = { kind: "words", text: "lottery" } as const;
  const { id } = await inForce(records, { reach: "all", pattern: lottery });
  await inForce(records);
  const house = await houseWith(records);
  assert.equal((await judged(house, "r1", "casino bonus", everybody)).action, "accept");
  assert.equal((await judged(house, "r2", "a lottery", everybody)).action, "hold");
  await endRule(records, id, "too broad", maria());
  await house.passTo(after(start, minute));
  await house.refreshRules();
  assert.equal((await judged(house, "r3", "a lottery", everybody)).action, "accept");
});

test("the welcomed are spared by a rule on first contacts, not by one on all unasked", async () => {
  const records = new ProcessOwnRecords();
  await inForce(records);
  await inForce(records, { reach: "unasked", pattern: { kind: "words", text: "lottery" } });
  const memory = new ProcessMemory();
  const house = testHouse({ mood: "trusting", records, memory });
  await house.refreshRules();
  const bob = "https://home.example/users/bob" as ActorId;
  for (const one of ["r1", "r2"]) {
    const actor = `https://harbor.example/users/${one}` as ActorId;
    await memory.notice({ at: start, action: "follow", by: bob, actor });
  }
  assert.equal((await judged(house, "r1", "casino bonus")).action, "accept");
  assert.equal((await judged(house, "r2", "a lottery")).action, "hold");
  assert.equal((await judged(house, "r3", "casino bonus")).action, "hold");
});

test("past its time it meets nothing, and is written off", async () => {
  const records = new ProcessOwnRecords();
  await inForce(records, { expiresAt: after(start, hour) });
  const house = await houseWith(records);
  assert.equal((await judged(house, "r1", "casino bonus")).action, "hold");
  await house.passTo(after(start, hour));
  assert.equal((await judged(house, "r2", "casino bonus")).action, "accept");
  await house.refreshRules();
  assert.deepEqual(await adminRules(records), []);
  const over = await adminRule(records, "1");
  assert.deepEqual(
    [over?.state, over?.stateBy, over?.because],
    ["ended", "gate", "its time was over"],
  );
});

test("every step stands in the audit", async () => {
  const records = new ProcessOwnRecords();
  const { id } = await inForce(records);
  assert.equal(await endRule(records, id, "it held the film club", maria()), true);
  assert.equal(await endRule(records, id, "", maria()), false);
  const lines = await audited(records, { about: id, limit: 9 });
  assert.deepEqual(
    lines.map(({ by, did, details }) => `${by} ${did}: ${details}`),
    [
      "maria ended a rule: it held the film club",
      "maria put a rule in force: hold by words: casino bonus",
      "maria wrote a rule: hold by words: casino bonus; in the shadow first",
    ],
  );
  const again = await confirmRule(records, id, undefined, maria());
  assert.match(again.ok ? "" : again.error, /has ended/);
});

test("there are no more rules than a post can be matched with", async () => {
  const records = new ProcessOwnRecords();
  for (let count = 0; count < standingMax; count++) await written(records);
  const more = await writeRule(
    records,
    { written: casino, trial: enough, byItself: false },
    maria(),
  );
  assert.match(more.ok ? "" : more.error, /end some first/);
  const numbers = (await adminRules(records)).map(({ id }) => id);
  assert.deepEqual([numbers[0], numbers.at(-1), new Set(numbers).size], ["r1", "r200", 200]);
});

test("a rule that can't be read is refused with a word on why", async () => {
  const records = new ProcessOwnRecords();
  const pattern = { kind: "expression", text: "(free" } as const;
  const writing = { written: { ...casino, pattern }, trial: enough, byItself: false };
  const found = await writeRule(records, writing, maria());
  assert.match(found.ok ? "" : found.error, /RE2 can't read/);
  assert.deepEqual(await adminRules(records, "all"), []);
});
