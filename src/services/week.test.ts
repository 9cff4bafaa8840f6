import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { day, hour, minute } from "../base/units.ts";
import type { Host } from "../model/ids.ts";
import { senderOf, someDecision } from "../ports/chronicle.fixture.ts";
import type { Decision, Happening } from "../ports/chronicle.ts";
import { later, someKept } from "../ports/kept.fixture.ts";
import { adviceOn } from "./advice.ts";
import { type Week, weekOf } from "./week.ts";

const stretch = { since: later(0), until: later(7 * day) };

async function weekWith(happenings: readonly Happening[], ledger = new ProcessLedger()) {
  const chronicle = new ProcessChronicle();
  await chronicle.write(happenings);
  const wouldWaitMs = ({ score }: Decision) => score * minute;
  return weekOf(stretch, { chronicle, ledger, mode: "watch", wouldWaitMs });
}

function judged(number: number, changes: Partial<Decision> = {}): Happening {
  return { kind: "judged", decision: someDecision(number, changes), lookAt: undefined };
}

function returned(number: number): Happening {
  return { kind: "returned", actor: senderOf(number) };
}

test("contacts are those who reach somebody, read or unread", async () => {
  const week = await weekWith([
    judged(1),
    judged(2, { action: "accept", why: undefined }),
    judged(3, { action: "accept", why: undefined }),
    { kind: "passed", hour: later(0), reason: "asked for", count: 40 },
    { kind: "passed", hour: later(0), reason: "contacts nobody here", count: 500 },
    { kind: "ended", actor: senderOf(3), how: "deleted", at: later(day) },
  ]);
  assert.deepEqual([week.deliveries, week.contacts, week.unread, week.judged], [543, 43, 40, 3]);
  assert.equal(week.settled.deliveries, 1);
  assert.deepEqual(week.accepted, { deliveries: 2, ended: 1 });
  assert.equal(week.mode, "watch");
});

test("a wave's senders are counted by what became of them", async () => {
  const evidence = (...symbols: string[]) =>
    symbols.map((symbol) => ({ symbol, group: "reach", strength: 1, decibans: 4 }));
  const against = { action: "hold", evidence: evidence("WAVE", "NEWCOMER") } as const;
  const trusted = { symbol: "WELCOMED", group: "trust", strength: 1, decibans: -3 };
  const week = await weekWith([
    judged(1, against),
    judged(2, { ...against, host: "other.example" as Host }),
    judged(3, { ...against, evidence: [...evidence("WAVE"), trusted] }),
    judged(4, { ...against, sender: senderOf(3) }),
    judged(5, against),
    { kind: "ended", actor: senderOf(1), how: "suspended", at: later(day) },
    { kind: "complained", actor: senderOf(2) },
    { kind: "welcomed", actor: senderOf(3) },
    { kind: "welcomed", actor: senderOf(1) },
  ]);
  const { held } = week;
  assert.deepEqual([held.deliveries, held.senders, held.hosts], [5, 4, 2]);
  assert.deepEqual(held.reasons, [
    { symbol: "WAVE", deliveries: 5 },
    { symbol: "NEWCOMER", deliveries: 4 },
  ]);
  const fates = { ended: 1, "ruled spam": 0, "complained of": 1, ham: 1, unknown: 1 };
  assert.deepEqual(held.fates, fates);
});

test("a moderator's ruling wins over every sign", async () => {
  const ledger = new ProcessLedger();
  for (const [number, ruling] of [
    [1, "ham"],
    [2, "spam"],
  ] as const) {
    await ledger.keep(someKept(number, { state: "held", dueAt: undefined }));
    const { receipt } = someKept(number).delivery;
    await ledger.rule({ receipt, ruling, by: "alice", at: later(hour) });
  }
  const { receipt } = someKept(1).delivery;
  await ledger.claim(receipt, minute, later(2 * hour));
  const kept = { action: "hold", done: "held", why: undefined, state: "held" } as const;
  const week = await weekWith(
    [
      judged(1, kept),
      judged(2, kept),
      { kind: "ended", actor: senderOf(1), how: "gone", at: later(day) },
      returned(2),
      returned(2),
    ],
    ledger,
  );
  assert.equal(week.mode, "guard");
  assert.equal(week.held.fates.ham, 1);
  assert.equal(week.held.fates["ruled spam"], 1);
  assert.deepEqual(
    week.disturbed.map(({ sender, because }) => [sender, because]),
    [[senderOf(1), "ruled not spam"]],
  );
});

test("who goes on writing here for days, and nobody minds, was disturbed", async () => {
  const week = await weekWith([
    judged(1),
    judged(20, { sender: senderOf(1), action: "hold" }),
    judged(2),
    judged(3),
    ...[1, 1, 2, 3, 3].map(returned),
    { kind: "complained", actor: senderOf(3) },
  ]);
  assert.deepEqual(
    week.disturbed.map(({ sender, action, deliveries }) => [sender, action, deliveries]),
    [[senderOf(1), "hold", 2]],
  );
});

test("waits are what they would have been, or what they were", async () => {
  const watched = await weekWith([1, 2, 3, 4].map((score) => judged(score, { score })));
  assert.deepEqual(watched.delays, {
    deliveries: 4,
    medianMs: 2 * minute,
    longestMs: 4 * minute,
  });
  const kept = { done: "settling", why: undefined } as const;
  const guarded = await weekWith([
    judged(1, { ...kept, state: "delivered", stateAt: later(hour + 9 * minute) }),
    judged(2, { ...kept, state: "settling", stateAt: later(2 * hour) }),
  ]);
  assert.deepEqual(guarded.delays, {
    deliveries: 1,
    medianMs: 9 * minute,
    longestMs: 9 * minute,
  });
});

test("a long wave is read page by page, and what lies outside is not", async () => {
  const many = Array.from({ length: 2500 }, (_, i) => judged(i + 1, { at: later(i * minute) }));
  const week = await weekWith([...many, judged(9999, { at: later(7 * day) })]);
  assert.equal(week.settled.deliveries, 2500);
});

test("the advice waits for a week, and for those who would have been disturbed", async () => {
  const quiet = await weekWith([]);
  assert.match(adviceOn(quiet, "watch", 1 / 1000).because, /No contact was seen yet/);
  const week = await weekWith([judged(1), judged(2, { action: "hold" }), ...[2, 2].map(returned)]);
  const advise = (changes: Partial<Week>, mode: "watch" | "guard" = "watch") =>
    adviceOn({ ...week, ...changes }, mode, 1 / 1000);
  assert.equal(advise({}, "guard").guard, "already");
  assert.match(advise({ firstAt: later(4.5 * day) }).because, /has watched for 2 days\./);
  assert.match(advise({ firstAt: later(6.5 * day) }).because, /less than a day/);
  assert.match(advise({}).because, /held mail of one sender with a record of ham/);
  assert.equal(advise({ contacts: 1000 }).guard, "now");
  assert.equal(advise({ disturbed: [] }).guard, "now");
});
