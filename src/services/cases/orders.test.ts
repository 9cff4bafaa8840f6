import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, type EpochMs, hour, minute } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type { Clock } from "../../ports/clock.ts";
import { audited } from "../audit.ts";
import { start, type TestHouse, type TestHouseOptions, testHouse } from "../house.fixture.ts";
import { readCopies } from "./order-copies.ts";
import { endOrders, forgetCopiesOf, giveOrder, standingOrders, tallyOrder } from "./orders.ts";
import { makeOrdersInForce } from "./orders-in-force.ts";
import {
  campaignOf,
  greeting,
  handAt,
  heldIn,
  pitch,
  posted,
  toldOf,
  wave,
} from "./wave.fixture.ts";

const documents = { get: async () => undefined };

async function ordered(
  house: TestHouse,
  decision: "refuse" | "allow",
  receipt: string,
  at: EpochMs,
  until?: EpochMs,
) {
  const campaign = await campaignOf(house, receipt);
  const kept = await house.ledger.ofCase(campaign, ["settling", "held"], 100);
  const receipts = kept.map((one) => one.receipt);
  const copies = await readCopies(receipts, { ledger: house.ledger, documents });
  const ruling = decision === "refuse" ? "spam" : "ham";
  await house.ledger.ruleCase({ campaign, ruling, by: "mod", at, receipts });
  await house.memory.ruledOnAll(campaign, ruling, at);
  const given = { campaign, decision, copies, until };
  const done = await giveOrder(given, handAt(at), house.records, house.ledger);
  await house.passTo(at);
  await house.refreshRules();
  return { campaign, done };
}

test("what belongs to a refused campaign is refused when it comes", async () => {
  const house = testHouse({ mood: "shipped" });
  const last = await wave(house, () => pitch);
  const at = after(last, minute);
  await ordered(house, "refuse", "w6", at);
  const answer = await house.send(
    posted({ receipt: "late", host: "late.example", says: pitch, at: after(at, minute) }),
  );
  assert.deepEqual(toldOf(house), ["reject", "CASE_REFUSED"]);
  assert.equal(answer.do === "answer" && answer.status, 202);
  assert.equal((await house.ledger.find("late" as Receipt))?.state, "rejected");
  await house.passTo(after(at, 2 * minute));
  await house.refreshRules();
  const [order] = await standingOrders(house.records, house.now(), house.ledger);
  assert.deepEqual([order?.taken, order?.lastAt], [1, after(at, minute)]);
});

test("whom people here know is judged as ever, and a moderator is told", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => pitch), minute);
  await ordered(house, "refuse", "w6", at);
  const friend = "https://late.example/users/friend" as ActorId;
  const bruno = "https://home.example/users/bruno" as ActorId;
  await house.memory.notice({ at, action: "follow", by: bruno, actor: friend });
  const copy = { receipt: "friend", host: "late.example", says: pitch };
  await house.send(posted({ ...copy, at: after(at, minute) }));
  const verdict = house.verdicts.at(-1);
  assert.notEqual(verdict?.action, "reject");
  assert.ok(verdict?.evidence.some(({ symbol }) => symbol === "CASE_SPARED"));
  await house.send(posted({ ...copy, at: after(at, 2 * minute), to: "bruno" }));
  assert.notEqual(house.verdicts.at(-1)?.action, "reject");
});

test("who only claims to have sent a copy is not refused for it", async () => {
  const options: TestHouseOptions = { mood: "shipped" };
  const house = testHouse(options);
  const at = after(await wave(house, () => pitch), minute);
  await ordered(house, "refuse", "w6", at);
  const why = "unavailable";
  options.authenticity = () => ({
    ...{ kind: "unknown", signature: "draft-cavage", keyId: "", why, because: "no answer" },
  });
  await house.send(
    posted({ receipt: "late", host: "late.example", says: pitch, at: after(at, minute) }),
  );
  assert.notEqual(house.verdicts.at(-1)?.action, "reject");
});

test("a refused wave that is welded to people's greetings takes none of them along", async () => {
  const house = testHouse({ mood: "shipped" });
  const greeted = await wave(house, () => greeting, { name: "g" });
  const ruledAt = after(await wave(house, () => pitch, { from: greeted }), minute);
  await ordered(house, "refuse", "w6", ruledAt);
  const half = `${greeting}. ${pitch}`;
  const weldedAt = await wave(house, () => half, { name: "x", size: 3, from: ruledAt });
  await house.refreshRules();
  const late = { host: "late.example", at: after(weldedAt, minute) };
  await house.send(posted({ ...late, receipt: "newcomer", says: greeting }));
  const [innocent] = house.verdicts.slice(-1);
  assert.equal(innocent?.campaign, house.verdicts.at(-2)?.campaign, "they are welded");
  assert.notEqual(innocent?.action, "reject");
  await house.send(posted({ ...late, receipt: "seller", says: pitch }));
  assert.deepEqual(toldOf(house), ["reject", "CASE_REFUSED"]);
});

test("a greeting that an advertisement begins with is no copy of that", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => `${greeting}, or write to coin_harvest77`), minute);
  await ordered(house, "refuse", "w6", at);
  const late = { host: "late.example", at: after(at, minute) };
  await house.send(posted({ ...late, receipt: "newcomer", says: greeting }));
  assert.notEqual(house.verdicts.at(-1)?.action, "reject");
});

test("what is not spam for good is let in at once, however many send it", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => greeting), minute);
  await ordered(house, "allow", "w6", at);
  const last = await wave(house, () => greeting, { name: "n", from: after(at, minute), size: 12 });
  const since = house.verdicts.slice(-12);
  assert.deepEqual([...new Set(since.map(({ action }) => action))], ["accept"]);
  assert.ok(since.every(({ evidence }) => evidence[0]?.symbol === "CASE_ALLOWED"));
  assert.ok(last > at);
});

test("who rides on what is allowed, and leads elsewhere, is not let in by that", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => greeting), minute);
  await ordered(house, "allow", "w6", at);
  const riders = [
    `${greeting}. Write to coin_harvest77`,
    `${greeting} <a href="https://shop.example/x">here</a>`,
    `${pitch}. ${greeting}`,
  ];
  for (const [one, says] of riders.entries()) {
    const rider = { receipt: `rider${one}`, host: `rider${one}.example`, says };
    await house.send(posted({ ...rider, at: after(at, (one + 1) * minute) }));
    assert.ok(
      house.verdicts.at(-1)?.evidence.every(({ symbol }) => symbol !== "CASE_ALLOWED"),
      says,
    );
  }
});

test("what is allowed forgives nobody what was ruled on them", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => greeting), minute);
  await ordered(house, "allow", "w6", at);
  const bad = "https://late.example/users/bad" as ActorId;
  await house.memory.ruled(bad, "spam", at);
  const copy = { receipt: "bad", host: "late.example", says: greeting, at: after(at, minute) };
  await house.send(posted(copy));
  assert.deepEqual(toldOf(house), ["hold", "CASE_ALLOWED"]);
});

test("what was left out of a refusal is not refused by its order", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => pitch), minute);
  const campaign = await campaignOf(house, "w6");
  const [first, ...rest] = await heldIn(house);
  const stores = { ledger: house.ledger, documents };
  const given = { campaign, decision: "refuse", until: undefined } as const;
  const copies = await readCopies(rest, stores);
  await house.ledger.ruleCase({ campaign, ruling: "spam", by: "mod", at, receipts: rest });
  await giveOrder({ ...given, copies }, handAt(at), house.records, house.ledger);
  await house.refreshRules();
  await house.passTo(after(at, 2 * hour));
  assert.notEqual((await house.ledger.find(first as Receipt))?.state, "rejected");
});

test("an order ends by itself thirty days after the last that it took", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => pitch), minute);
  const { campaign } = await ordered(house, "refuse", "w6", at);
  const lateAt = after(at, 20 * day);
  await house.passTo(lateAt);
  await house.send(posted({ receipt: "late", host: "l.example", says: pitch, at: lateAt }));
  await house.passTo(after(lateAt, minute));
  await house.refreshRules();
  await house.passTo(after(lateAt, 29 * day));
  await house.refreshRules();
  assert.equal((await standingOrders(house.records, house.now(), house.ledger)).length, 1);
  await house.passTo(after(lateAt, 30 * day));
  await house.refreshRules();
  assert.equal((await standingOrders(house.records, house.now(), house.ledger)).length, 0);
  const [line] = await audited(house.records, { about: campaign, limit: 1 });
  assert.deepEqual([line?.did, line?.by], ["ended an order on a case", "gate"]);
});

test("an order that is fed ends all the same after half a year", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => pitch), minute);
  const { campaign } = await ordered(house, "refuse", "w6", at);
  await tallyOrder(house.records, campaign, { taken: 1, lastAt: after(at, 170 * day) });
  const [order] = await standingOrders(house.records, at, house.ledger);
  assert.equal(order?.endsAt, after(at, 180 * day));
});

test("an order ends by hand, and on the day that was said", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => pitch), minute);
  const { campaign } = await ordered(house, "refuse", "w6", at, after(at, day));
  const [order] = await standingOrders(house.records, at, house.ledger);
  assert.equal(order?.endsAt, after(at, day));
  const ended = await endOrders(campaign, handAt(at), house.records, house.ledger);
  assert.equal(ended.length, 1);
  await house.refreshRules();
  const late = { receipt: "late", host: "l.example", says: pitch, at: after(at, minute) };
  await house.send(posted(late));
  assert.notEqual(house.verdicts.at(-1)?.action, "reject");
});

test("of two orders on one campaign that contradict each other the later counts", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => pitch), minute);
  await ordered(house, "refuse", "w6", at);
  await wave(house, () => pitch, { name: "v", size: 2, from: after(at, minute) });
  const copies = await readCopies(["v0" as Receipt], { ledger: house.ledger, documents });
  const campaign = await campaignOf(house, "v0");
  const later = after(at, hour);
  const given = { campaign, decision: "allow", copies, until: undefined } as const;
  const done = await giveOrder(given, handAt(later), house.records, house.ledger);
  assert.ok(typeof done !== "string");
  assert.deepEqual(
    done.ended.map(({ decision }) => decision),
    ["refuse"],
  );
  await house.passTo(later);
  await house.refreshRules();
  const late = { receipt: "late", host: "l.example", says: pitch, at: after(later, minute) };
  await house.send(posted(late));
  assert.equal(toldOf(house)[1], "CASE_ALLOWED");
  assert.equal((await standingOrders(house.records, later, house.ledger)).length, 1);
});

test("an order follows its campaign, also in a gate that starts anew", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => pitch), minute);
  const { campaign } = await ordered(house, "refuse", "w6", at);
  const memory = { campaignNamed: async () => "c0met" as CampaignId };
  const clock = { now: () => house.now() } as Clock;
  const anew = makeOrdersInForce(house.records, { memory, clock });
  await anew.refresh();
  assert.deepEqual(
    anew.ordersOn("c0met" as CampaignId).map((one) => one.campaign),
    [campaign],
  );
  assert.deepEqual(anew.ordersOn(campaign), []);
});

test("who is forgotten leaves no copy, and without copies an order takes nothing", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => pitch), minute);
  await ordered(house, "refuse", "w6", at);
  const kept = await house.ledger.list(["rejected"], 100);
  for (const { sender } of kept) await forgetCopiesOf(house.records, sender);
  await house.refreshRules();
  const late = { receipt: "late", host: "l.example", says: pitch, at: after(at, minute) };
  await house.send(posted(late));
  assert.notEqual(house.verdicts.at(-1)?.action, "reject");
});

test("where nothing is left to read there is nothing to go by", async () => {
  const house = testHouse({ mood: "shipped" });
  const copies = await readCopies(["gone" as Receipt], { ledger: house.ledger, documents });
  const given = { campaign: "c9" as CampaignId, decision: "refuse", until: undefined } as const;
  const done = await giveOrder({ ...given, copies }, handAt(start), house.records, house.ledger);
  assert.equal(done, "no copies");
});
