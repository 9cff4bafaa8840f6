import assert from "node:assert/strict";
import { test } from "node:test";
import { after, minute } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Receipt } from "../../model/ids.ts";
import { audited } from "../audit.ts";
import { testHouse } from "../house.fixture.ts";
import { splitCase } from "./split.ts";
import { campaignOf, handAt, pitch, posted, wave } from "./wave.fixture.ts";

const none: readonly Receipt[] = [];

test("what does not belong is a case of its own, and the rest is ruled on without it", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => pitch, { size: 9 }), minute);
  const from = await campaignOf(house, "w5");
  const receipts = ["w7", "w8", "else"] as Receipt[];
  const done = await splitCase({ from, receipts }, handAt(at), house);
  assert.ok(typeof done !== "string");
  assert.deepEqual(done.moved, ["w7", "w8"]);
  assert.equal(await campaignOf(house, "w8"), done.into);
  const late = { receipt: "late", host: "late.example", says: pitch, at: after(at, minute) };
  await house.send(posted(late));
  await house.passTo(after(at, 2 * minute));
  assert.equal(await campaignOf(house, "w8"), done.into, "likeness draws nothing in again");
  assert.equal(await campaignOf(house, "w5"), from);
  await house.memory.ruledOnAll(from, "spam", at);
  const rest = await house.ledger.ofCase(from, ["held", "settling"], 99);
  const meant = rest.map(({ receipt }) => receipt);
  assert.ok(!meant.includes("w7" as Receipt));
  await house.ledger.ruleCase({ campaign: from, ruling: "spam", by: "mod", at, receipts: meant });
  assert.equal((await house.ledger.find("w7" as Receipt))?.state, "held");
  const [line] = await audited(house.records, { about: from, limit: 1 });
  assert.deepEqual(
    [line?.did, line?.details],
    ["split a case", `2 of ${from} are ${done.into} now`],
  );
});

test("a domain's part leaves as a whole", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => pitch), minute);
  const from = await campaignOf(house, "w5");
  const asked = { from, receipts: none, domain: "w6.example" };
  const done = await splitCase(asked, handAt(at), house);
  assert.ok(typeof done !== "string");
  assert.deepEqual(done.moved, ["w6"]);
});

test("nothing is split where there is nothing to split", async () => {
  const house = testHouse({ mood: "shipped" });
  const at = after(await wave(house, () => pitch), minute);
  const from = await campaignOf(house, "w5");
  const split = (asked: object) => splitCase({ from, receipts: none, ...asked }, handAt(at), house);
  assert.equal(await split({ from: "c99" as CampaignId }), "no such case");
  assert.equal(await split({ domain: "else.example" }), "none of it");
  const all = await house.ledger.ofCase(from, ["held", "settling"], 99);
  assert.equal(await split({ receipts: all.map(({ receipt }) => receipt) }), "all of it");
});
