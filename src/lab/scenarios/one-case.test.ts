import assert from "node:assert/strict";
import { hour, minute, second } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import { homePeople } from "../people.ts";
import type { Contact } from "../plan.ts";
import { type Stage, scenario } from "../scenario.ts";
import { keptAs, newcomer, told, writes } from "./strangers.ts";

const waiting = ["settling", "held"] as const;

/** Another account on another host says much the same to two others of us. */
async function copy(
  stage: Stage,
  host: string,
  text: string,
  truth: Contact["truth"] = "spam",
): Promise<Contact> {
  const to = stage.dice.sample(homePeople, 2);
  const contact = writes(stage, newcomer(stage, host), { text, to, visibility: "public", truth });
  const heard = await stage.send(contact);
  assert.equal(heard.kind === "answered" && heard.status, 202);
  return contact;
}

const offers = [
  "Free coins at the Lantern Club tonight, the first hundred who join get double, knock now",
  "Free coins in the Lantern Club tonight, the first hundred that join win double, knock now",
  "Free tokens at the Lantern Club tonight: the first hundred who join get double, knock soon",
  "Coins for free at the Lantern Club tonight, the first hundred who join get double, so knock",
];

/** Eight copies in three minutes. */
async function wave(
  stage: Stage,
  name: string,
  truth: Contact["truth"] = "spam",
): Promise<readonly Contact[]> {
  const all: Contact[] = [];
  for (let i = 0; i < 8; i++) {
    await stage.pass(20 * second);
    all.push(await copy(stage, `${name}${i}.example`, offers[i % offers.length] ?? "", truth));
  }
  return all;
}

/** What a moderator says of all that waits, in the one line that there is of it. */
async function rule({ clock, gate }: Stage, ruling: "ham" | "spam"): Promise<CampaignId> {
  const { ledger } = gate;
  const [found, ...others] = await ledger.cases(waiting, 9, clock.now());
  assert.ok(found !== undefined && others.length === 0, "one wave is one case");
  assert.deepEqual(await ledger.single(waiting, 9), [], "and nothing of it stands beside it");
  const { campaign, kept } = found;
  const receipts = (await ledger.ofCase(campaign, waiting, 99)).map(({ receipt }) => receipt);
  const word = { campaign, ruling, by: "mona", at: clock.now(), receipts };
  assert.equal(await ledger.ruleCase(word), kept);
  return campaign;
}

const setting = { daysLivedIn: 1 };

async function endsAsOne(stage: Stage): Promise<void> {
  const { gate } = stage;
  const early = await copy(stage, "first-light.example", offers[0] ?? "");
  await stage.pass(2 * hour);
  assert.equal(told(stage, early.activity.id).length, 2, "nothing was like it when it came");
  await wave(stage, "quiet-hill");
  await stage.pass(hour);
  const campaign = await rule(stage, "spam");
  await stage.pass(10 * second);

  const late = await copy(stage, "never-seen.example", `Psst! ${offers[2]}, friends`);
  await stage.pass(hour + 5 * minute);
  const kept = await keptAs(stage, late);
  assert.equal(kept?.state, "held", "nobody else sent this wording, but it is known by the lesson");
  assert.equal(kept.verdict.campaign, campaign);
  assert.ok(kept.verdict.evidence.some(({ symbol }) => symbol === "CONDEMNED_CAMPAIGN"));

  const listed = await gate.ledger.recalls(campaign, 9);
  assert.deepEqual(
    listed.map(({ activityId, recipients }) => [activityId, recipients.length]),
    [[early.activity.id, 2]],
  );
}

async function growsAsHam(stage: Stage): Promise<void> {
  const held = await wave(stage, "old-garden", "ordinary");
  await stage.pass(10 * minute);
  await rule(stage, "ham");
  await stage.pass(minute);
  for (const { activity } of held) assert.equal(told(stage, activity.id).length, 2);
  const later = await copy(stage, "one-more.example", offers[1] ?? "", "ordinary");
  await stage.pass(hour + 5 * minute);
  assert.equal(told(stage, later.activity.id).length, 2);
  assert.deepEqual(await stage.gate.ledger.recalls(undefined, 9), []);
}

scenario(
  "a wave is one case, and one word ends it and all that follows",
  ["1"],
  endsAsOne,
  setting,
);
scenario(
  "what was ruled ham as a whole goes in, and grows as it likes",
  ["1"],
  growsAsHam,
  setting,
);
