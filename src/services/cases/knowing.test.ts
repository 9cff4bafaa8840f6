import assert from "node:assert/strict";
import { test } from "node:test";
import { epochMs } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import { doubt } from "../../ports/kept.fixture.ts";
import { inMind, knowsSender } from "./knowing.ts";

const campaign = "c7" as CampaignId;
const [friend, stranger] = ["a", "b"].map((one) => `https://${one}.example/users/x` as ActorId);

test("whom people here know is said of a single delivery too", async () => {
  assert.ok(friend && stranger);
  const member = (actor: ActorId, known: boolean) => {
    const of = { receipt: "r1" as Receipt, domain: "x.example", recipients: [] };
    return { ...of, actor, known, at: epochMs(0) };
  };
  const members = [member(friend, true), member(stranger, false)];
  const memory = { campaignNamed: async () => campaign, members: async () => members };
  const mind = inMind(memory, { now: () => epochMs(1) });
  const verdict = { ...doubt, campaign };
  assert.equal(await knowsSender({ sender: friend, verdict }, mind), true);
  assert.equal(await knowsSender({ sender: stranger, verdict }, mind), false);
  const alone = { ...doubt, campaign: undefined };
  assert.equal(await knowsSender({ sender: friend, verdict: alone }, mind), false);
  const silent = { tellOf: async () => "busy" as const };
  assert.equal(await knowsSender({ sender: friend, verdict }, silent), false);
});
