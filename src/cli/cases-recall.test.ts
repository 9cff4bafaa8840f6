import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { ActorId, ObjectId, Receipt } from "../model/ids.ts";
import { runRecall } from "./cases-recall.ts";
import { exitCodes } from "./exit-code.ts";
import { fakeOutput, testMoment } from "./testing.ts";

const address = `https://first-light.example/users/somebody/statuses/${"1234567890".repeat(5)}`;

test("on a terminal an address is whole, on a line of its own", async () => {
  const ledger = new ProcessLedger();
  const campaign = "c41" as CampaignId;
  const sender = "https://first-light.example/users/somebody" as ActorId;
  const ids = { sender, activityId: address as ObjectId, objectId: undefined };
  const post = { ...ids, receipt: "r0" as Receipt, campaign, recipients: [], at: testMoment };
  await ledger.listRecalls([{ ...post, listedAt: testMoment, recalledAt: undefined }]);
  const terminal = fakeOutput({ width: 80, interactive: true });
  assert.equal(await runRecall(campaign, 9, {}, ledger, terminal), exitCodes.done);
  assert.equal(terminal.text().split("\n")[2], `  ${address}`);
  assert.match(terminal.text(), /^1 post to withdraw by hand/m);
  const pipe = fakeOutput();
  await runRecall(campaign, 9, {}, ledger, pipe);
  assert.match(pipe.text(), new RegExp(`^c41 .* to withdraw +${address}$`, "m"));
});
