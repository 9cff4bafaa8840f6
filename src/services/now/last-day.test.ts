import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../../adapters/process/chronicle.ts";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { after, day, hour, minute } from "../../base/units.ts";
import { senderOf, someDecision } from "../../ports/chronicle.fixture.ts";
import type { Decision, Happening } from "../../ports/chronicle.ts";
import { later, someKept } from "../../ports/kept.fixture.ts";
import { makeLastDays } from "./last-day.ts";
import { stoppedClock } from "./now.fixture.ts";

const evening = later(20 * hour + 30 * minute);

function judged(number: number, changes: Partial<Decision> = {}): Happening {
  const decision = someDecision(number, { at: later(hour), ...changes });
  return { kind: "judged", decision, lookAt: undefined };
}

const held = { action: "hold", done: "held", why: undefined, state: "held" } as const;

async function dayWith(happenings: readonly Happening[], ledger = new ProcessLedger()) {
  const chronicle = new ProcessChronicle();
  await chronicle.write(happenings);
  const clock = stoppedClock(evening);
  const days = makeLastDays({ chronicle, ledger, clock });
  return { chronicle, clock, days, last: await days.lastDay() };
}

test("what was spared to people is counted by its strongest reason", async () => {
  const evidence = (...found: [string, number][]) =>
    found.map(([symbol, decibans]) => ({ symbol, group: "reach", strength: 1, decibans }));
  const rule = { symbol: "RULE", group: "rule", strength: 1, decibans: 0 };
  const { last } = await dayWith([
    judged(1, { ...held, evidence: evidence(["WEAK", 2], ["STRONG", 9]) }),
    judged(2, { ...held, recipients: 5, evidence: evidence(["STRONG", 9]) }),
    judged(3, { ...held, done: "rejected", state: "rejected", evidence: [rule] }),
    judged(4, { ...held, state: "delivered", stateAt: later(2 * hour) }),
    judged(5, { action: "settle", done: "settling", state: "settling" }),
  ]);
  assert.deepEqual(last.spared, {
    deliveries: 3,
    notifications: 11,
    reasons: [
      { symbol: "STRONG", notifications: 8 },
      { symbol: "RULE", notifications: 3 },
    ],
  });
  assert.equal(last.watched.deliveries, 0);
  assert.equal(last.waiting, 3, "two are held, one settles");
});

test("in watch mode nothing was spared, and what would have been stands apart", async () => {
  const { last } = await dayWith([judged(1), judged(2, { recipients: 4 })]);
  assert.equal(last.spared.notifications, 0);
  assert.deepEqual([last.watched.deliveries, last.watched.notifications], [2, 7]);
});

test("who was disturbed is who turned out to be wanted, and how long their mail took", async () => {
  const came = (number: number, ms: number) =>
    judged(number, { done: "settling", state: "delivered", stateAt: later(hour + ms) });
  const ledger = new ProcessLedger();
  const kept = someKept(4, { state: "held", ruledBy: undefined });
  await ledger.keep(kept);
  const { receipt } = kept.delivery;
  await ledger.rule({ receipt, ruling: "ham", by: "anna", at: evening });
  const { last } = await dayWith(
    [
      came(1, minute),
      came(2, 5 * minute),
      came(3, 40 * minute),
      judged(4, { ...held, receipt }),
      { kind: "welcomed", actor: senderOf(2) },
    ],
    ledger,
  );
  const { deliveries, medianMs, longestMs } = last.delayed;
  assert.deepEqual([deliveries, medianMs, longestMs], [3, 5 * minute, 40 * minute]);
  assert.equal(last.released, 1);
  const names = last.disturbed.map(({ sender, because }) => `${sender}: ${because}`);
  assert.deepEqual(
    new Set(names),
    new Set([
      `${senderOf(2)}: somebody here answered or follows it`,
      `${senderOf(4)}: ruled not spam`,
    ]),
  );
});

test("each hour of the day has its counts, and those that ended are read once", async () => {
  const passed = { kind: "passed", hour: later(hour), reason: "asked for", count: 40 } as const;
  const { last, days, clock, chronicle } = await dayWith([judged(1, held), passed]);
  assert.equal(last.hours.length, 24);
  const first = last.hours.find(({ at }) => at === later(hour));
  assert.deepEqual([first?.counts.passed, first?.counts.hold], [40, 1]);
  const totals = chronicle.totals.bind(chronicle);
  let asked = 0;
  chronicle.totals = (stretch) => {
    asked++;
    return totals(stretch);
  };
  assert.equal(await days.lastDay(), last, "it is as fresh as a minute");
  clock.at = after(evening, 2 * minute);
  await days.lastDay();
  assert.equal(asked, 2, "the day itself, and the hour that goes on");
});

test("a fresh install has a day without a beginning", async () => {
  const { last } = await dayWith([]);
  assert.equal(last.firstAt, undefined);
  assert.deepEqual([last.since, last.until], [after(evening, -day), evening]);
});
