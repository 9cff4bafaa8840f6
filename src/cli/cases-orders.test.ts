import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { after, day } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import { giveOrder, tallyOrder } from "../services/cases/orders.ts";
import { runOrders } from "./cases-orders.ts";
import { exitCodes } from "./exit-code.ts";
import { fakeOutput, testMoment } from "./testing.ts";

const c41 = "c41" as CampaignId;
const hand = { by: "alice", at: testMoment, through: "command" } as const;

async function storesWithAnOrder() {
  const ledger = new ProcessLedger();
  const ownRecords = new ProcessOwnRecords();
  const copy = { sketch: Uint32Array.of(1, 2), keys: Uint32Array.of(3), leads: [3] };
  const sender = "https://spam.example/users/bob" as ActorId;
  const copies = [{ receipt: "r1" as Receipt, sender, copy }];
  const given = { campaign: c41, decision: "refuse", copies, until: undefined } as const;
  await giveOrder(given, hand, ownRecords, ledger);
  await tallyOrder(ownRecords, c41, { taken: 3, lastAt: after(testMoment, day) });
  return { ledger, ownRecords };
}

test("orders are listed with what they did and when they end by themselves", async () => {
  const output = fakeOutput();
  const stores = await storesWithAnOrder();
  assert.equal(await runOrders(undefined, {}, stores, hand, output), exitCodes.done);
  assert.match(
    output.text(),
    /^c41 +refuses +2026-11-23 12:00 +alice +2026-12-24 12:00 +3 deliveries refused, the last/m,
  );
});

test("an order is ended by its case's name, also after its campaign has met another", async () => {
  const stores = await storesWithAnOrder();
  await stores.ledger.mergeCases(c41, "c7" as CampaignId, testMoment);
  const listed = fakeOutput();
  await runOrders(undefined, { json: true }, stores, hand, listed);
  assert.deepEqual(
    (JSON.parse(listed.text()) as { now: string; campaign: string }[]).map((one) => [
      one.campaign,
      one.now,
    ]),
    [["c41", "c7"]],
  );
  const output = fakeOutput();
  const seven = "c7" as CampaignId;
  assert.equal(await runOrders(seven, {}, stores, hand, output), exitCodes.done);
  assert.equal(output.text(), "The order to refuse c41 (now c7) has ended.\n");
  assert.equal(await runOrders(seven, {}, stores, hand, output), exitCodes.no);
});
