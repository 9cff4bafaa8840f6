import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { day, hour } from "../base/units.ts";
import type { Receipt } from "../model/ids.ts";
import { senderOf } from "../ports/chronicle.fixture.ts";
import type { Happening } from "../ports/chronicle.ts";
import { later, someKept } from "../ports/kept.fixture.ts";
import { firstContactsIn, takeUp } from "./first-contacts.ts";
import { ofCampaign, ruler, scored, today } from "./tune.fixture.ts";

const early = later(day);
const all = { since: later(0), until: today };

async function counted(happenings: readonly Happening[], ledger = new ProcessLedger()) {
  const chronicle = new ProcessChronicle();
  await chronicle.write(happenings);
  await takeUp({ chronicle, ledger }, "seed", later(10 * day));
  await chronicle.expire(later(10 * day));
  const { contacts } = await firstContactsIn({ chronicle, ledger }, "seed", ruler, all);
  return contacts.map(({ word, score }) => `${word} ${score}`);
}

test("who got in and met nothing but silence is remembered when its decision goes", async () => {
  assert.deepEqual(await counted([scored(1, 3.5, early)]), ["silent 3.5"]);
});

test("of a younger one silence is no word yet", async () => {
  assert.deepEqual(await counted([scored(1, 3.5, later(20 * day))]), []);
});

test("who was complained of, or is gone, is not ham by silence", async () => {
  const fates: Happening[] = [
    { kind: "complained", actor: senderOf(1) },
    { kind: "ended", actor: senderOf(2), how: "suspended", at: later(2 * day) },
  ];
  assert.deepEqual(await counted([scored(1, 3, early), scored(2, 3, early), ...fates]), []);
});

test("only the first of a sender's counts, and only where its score decided", async () => {
  const rule = [{ symbol: "CONSENT", group: "rule", strength: 1, decibans: 0 }];
  const told = await counted([
    scored(1, 3, early),
    scored(2, 9, later(day + hour), { sender: senderOf(1) }),
    scored(3, 3, early, { proven: false }),
    scored(4, -40, early, { path: "fast" }),
    scored(5, 3, early, { evidence: rule }),
    scored(6, 3, early, { done: "turned-away" }),
  ]);
  assert.deepEqual(told, ["silent 3"]);
});

test("what settled counts by what was found last", async () => {
  const found = { symbol: "RULER", group: "content", strength: 1, decibans: 60 };
  const last = { score: 47, evidence: [found] };
  const moved = { kind: "moved", receipt: "r1" as Receipt, at: early, last } as const;
  const settled = scored(1, 3, early, { action: "settle", done: "settling" });
  assert.deepEqual(await counted([settled, { ...moved, state: "held" }]), ["unruled 47"]);
  const letIn = { ...moved, state: "delivered", last: undefined } as const;
  assert.deepEqual(await counted([settled, letIn]), ["silent 3"]);
});

test("members of a campaign are told to be one, and the campaign's name is not kept", async () => {
  const ledger = new ProcessLedger();
  const chronicle = new ProcessChronicle();
  const members = [1, 2].map((number) => scored(number, 3, early, ofCampaign("c41")));
  await chronicle.write([...members, scored(3, 3, early)]);
  await takeUp({ chronicle, ledger }, "seed", later(10 * day));
  const text = (await ledger.setting("first-contacts")) ?? "";
  assert.ok(!text.includes("c41") && !text.includes("remote.example"), text);
  const { contacts } = await firstContactsIn({ chronicle, ledger }, "seed", ruler, all);
  assert.equal(new Set(contacts.map(({ group }) => group)).size, 2);
});

test("a ruling counts at once, and later as well", async () => {
  const ledger = new ProcessLedger();
  const kept = someKept(1, { state: "held" });
  const receipt = await ledger.keep(kept);
  await ledger.rule({ receipt, ruling: "ham", by: "alice", at: early });
  const at = later(20 * day);
  assert.deepEqual(await counted([scored(1, 14, at, { receipt, done: "held" })], ledger), [
    "ham 14",
  ]);
  assert.deepEqual(await counted([scored(1, 14, early, { receipt, done: "held" })], ledger), [
    "ham 14",
  ]);
});
