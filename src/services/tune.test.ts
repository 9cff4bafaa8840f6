import assert from "node:assert/strict";
import { test } from "node:test";
import { day } from "../base/units.ts";
import type { Receipt } from "../model/ids.ts";
import { senderOf } from "../ports/chronicle.fixture.ts";
import { later, someKept } from "../ports/kept.fixture.ts";
import { ruler, scored, spamAt, storesWith, today, tuneConfig } from "./tune.fixture.ts";
import { outlookOf } from "./tune.ts";
import { effectOn } from "./tune-effect.ts";
import { apply } from "./tuning.ts";

const hand = { by: "alice", at: today };

test("few first contacts promise little, and change nothing", async () => {
  const stores = await storesWith(123, spamAt(10.6, 3));
  const { promised, proposed, because } = await outlookOf(stores, tuneConfig, today);
  assert.equal(promised.least, 1 / 124);
  assert.equal(proposed, undefined);
  assert.match(because.join(" "), /takes some 1,000 first contacts of ham: the threshold stays/);
});

test("the threshold goes down only as far as what turned out to be spam lies", async () => {
  const stores = await storesWith(2000, spamAt(10.6, 3));
  const { promised, proposed } = await outlookOf(stores, tuneConfig, today);
  assert.equal(promised.share, 1 / 2001);
  assert.deepEqual([proposed?.proposal.holdAt, proposed?.proposal.weights], [10.6, {}]);
  const without = await outlookOf(await storesWith(2000), tuneConfig, today);
  assert.equal(without.proposed, undefined);
  assert.match(without.because.join(" "), /hold nothing more that turned out to be spam/);
});

test("ham that moderators let in pushes it up, three decibans at most", async () => {
  const stores = await storesWith(2000, []);
  for (let number = 1; number <= 4; number++) {
    const receipt = await stores.ledger.keep(someKept(number, { state: "held" }));
    await stores.ledger.rule({ receipt, ruling: "ham", ...hand });
    const score = number === 4 ? 30 : 12.5;
    const held = { receipt: receipt as Receipt, action: "hold", done: "held" } as const;
    await stores.chronicle.write([scored(number, score, later(38 * day), held)]);
  }
  const outlook = await outlookOf(stores, tuneConfig, today);
  assert.equal(outlook.promised.share, 5 / 2005);
  assert.equal(outlook.promised.ruled, 4);
  assert.deepEqual(outlook.reality, { firstContacts: 4, held: 4 });
  assert.equal(outlook.proposed?.proposal.holdAt, 12.6);
  const strict = { ...tuneConfig, budget: 1 / 1900 };
  const most = await outlookOf(stores, strict, today);
  assert.equal(most.proposed?.proposal.holdAt, 15);
  assert.match(most.because.join(" "), /Even 3 decibans up/);
});

test("a refit's weights are proposed, unless they go too far", async () => {
  const stores = await storesWith(2000);
  const refit = (decibans: number) =>
    stores.ledger.putSetting(
      "refit-proposal",
      JSON.stringify({ weights: { RULER: decibans }, at: today, because: ["12 rulings."] }),
    );
  await refit(58);
  const { proposed } = await outlookOf(stores, tuneConfig, today);
  assert.deepEqual(proposed?.proposal.weights, { RULER: 58 });
  await refit(50);
  const left = await outlookOf(stores, tuneConfig, today);
  assert.equal(left.proposed, undefined);
  assert.match(left.because.join(" "), /left aside: RULER would move by more than 3/);
});

test("what is in force is not proposed again, what came before an alarm not counted", async () => {
  const stores = await storesWith(2000, spamAt(10.6, 3));
  const first = await outlookOf(stores, tuneConfig, today);
  assert.ok(first.proposed !== undefined);
  await apply(stores.ledger, first.proposed.proposal, ruler, hand);
  const second = await outlookOf(stores, tuneConfig, today);
  assert.equal(second.proposed, undefined);
  assert.equal(second.inForce.holdAt, 10.6);
  const alarm = { did: "alarm", by: "breakwater", at: later(30 * day), because: "" };
  await stores.ledger.putSetting("tuning", JSON.stringify({ stack: [], history: [alarm] }));
  assert.equal((await outlookOf(stores, tuneConfig, today)).promised.firstContacts, 0);
});

test("an effect names who would fare otherwise, the worst first", async () => {
  const stores = await storesWith(0, [
    scored(1, -1, later(38 * day)),
    scored(2, 11, later(38 * day)),
    { kind: "welcomed", actor: senderOf(2) },
    scored(3, 11.9, later(38 * day)),
    scored(4, -5, later(38 * day)),
  ]);
  const { rulings } = await outlookOf(stores, tuneConfig, today);
  const lower = { ...ruler, holdAt: 10.5, settleBand: 12 };
  const stretch = { since: later(30 * day), until: today };
  const { chronicle } = stores;
  const { weighed, differences } = await effectOn(stretch, chronicle, ruler, lower, rulings);
  assert.equal(weighed, 4);
  assert.deepEqual(
    differences.map(({ decision, before, after, fate }) => [decision.receipt, before, after, fate]),
    [
      ["r2", "settled", "held", "ham"],
      ["r3", "settled", "held", "unknown"],
      ["r1", "passed", "settled", "unknown"],
    ],
  );
});

test("where criteria decide and no score, there is nothing to tune", async () => {
  const stores = await storesWith(2000, spamAt(10.6, 3));
  const counting = { ...tuneConfig, policy: { ...ruler, preset: "two-of-five" as const } };
  const { proposed, because } = await outlookOf(stores, counting, today);
  assert.equal(proposed, undefined);
  assert.match(because.join(" "), /Criteria decide \(preset: two-of-five\)/);
});
