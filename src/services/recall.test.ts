import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { after, type EpochMs } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { ObjectId, Receipt } from "../model/ids.ts";
import type { RecallSetting } from "../model/recall.ts";
import type { Verdict } from "../model/verdict.ts";
import { someDecision } from "../ports/chronicle.fixture.ts";
import { doubt, someKept } from "../ports/kept.fixture.ts";
import { MemoryDown } from "../ports/memory.ts";
import { gathered } from "../ports/memory-contract/campaigns.ts";
import { contact, local, remote, t0 } from "../ports/memory-contract/contacts.ts";
import { makePassedOn } from "./passed-on.ts";
import { makeRecalls } from "./recall.ts";

/** r1 to r4 of a wave: two were passed on, the third by somebody known here, the last is held. */
async function wave(setting: RecallSetting = "ruled", connected = false) {
  const [ledger, memory, chronicle] = [
    new ProcessLedger(),
    new ProcessMemory(),
    new ProcessChronicle(),
  ];
  const clock = { at: t0 as EpochMs, now: () => clock.at };
  const ends: string[] = [];
  let campaign = "" as CampaignId;
  for (let i = 1; i <= 4; i++) campaign = await arrives(i);

  async function arrives(i: number, done: "passed" | "held" = i === 4 ? "held" : "passed") {
    const from = `s${i}@h${i}.example`;
    const found = await gathered(memory, { from, receipt: `r${i}`, at: after(t0, i) });
    const decision = someDecision(i, { done, sender: remote(from), answer: 202 });
    await chronicle.write([{ kind: "judged", decision, lookAt: undefined }]);
    return found.id ?? campaign;
  }

  const act = { action: "follow", by: local("bob"), object: undefined, at: t0 } as const;
  await memory.notice({ ...act, actor: remote("s3@h3.example") });
  const recalls = makeRecalls({
    ...{ ledger, memory, clock: clock as never, waitMs: 5000, setting: () => setting },
    recall: { withdraw: async () => connected },
    passedOn: makePassedOn(chronicle),
    withdrawn: (receipt) => void ends.push(receipt),
  });
  const round = async (): Promise<readonly (readonly [Receipt, ObjectId | undefined])[]> => {
    clock.at = after(clock.at, 5000);
    await recalls.round();
    const listed = await ledger.recalls(campaign, 9);
    return listed.map(({ receipt, objectId }) => [receipt, objectId] as const);
  };
  return { ledger, memory, clock, campaign, recalls, round, arrives, ends };
}

const condemned: Verdict = {
  ...doubt,
  evidence: [
    { symbol: "CONDEMNED_CAMPAIGN", group: "record", strength: 1, decibans: 24, because: "" },
  ],
};

test("a ruling lists what strangers got through, neither what is held nor friends", async () => {
  const { campaign, recalls, round, ledger } = await wave();
  assert.deepEqual(await round(), [], "nobody ruled");
  await recalls.ruledOnCampaign(campaign, "spam");
  await recalls.round();
  assert.deepEqual(await ledger.recalls(campaign, 9), [], "the last are not written down yet");
  assert.deepEqual(await round(), [
    ["r2", "https://remote.example/notes/2"],
    ["r1", "https://remote.example/notes/1"],
  ]);
  const [post] = await ledger.recalls(campaign, 1);
  assert.deepEqual(post?.recipients, [local("alice")]);
});

test("later copies that pass all the same are listed, also those that settled first", async () => {
  const { campaign, recalls, round, arrives, ledger } = await wave();
  await arrives(5);
  await arrives(6);
  const verdict = { ...condemned, campaign };
  const passed = contact({ from: "s5@h5.example", receipt: "r5", at: t0 });
  recalls.journal.judged(passed, verdict, "passed", undefined);
  await ledger.keep(someKept(6, { verdict }));
  recalls.journal.moved("r6" as Receipt, "delivered", undefined, t0);
  await round();
  assert.deepEqual(
    (await round()).map(([receipt]) => receipt),
    ["r6", "r5"],
  );
});

test("a ruling of ham takes back what nobody withdrew yet", async () => {
  const { campaign, recalls, round } = await wave();
  await recalls.ruledOnCampaign(campaign, "spam");
  assert.equal((await round()).length, 2);
  await recalls.ruledOnCampaign(campaign, "ham");
  assert.deepEqual(await round(), []);
});

test("where a connector can, each post is withdrawn once, and that is told", async () => {
  const { campaign, recalls, round, ends, ledger } = await wave("ruled", true);
  await recalls.ruledOnCampaign(campaign, "spam");
  await round();
  await recalls.ruledOnCampaign(campaign, "spam");
  await round();
  assert.deepEqual(ends.sort(), ["r1", "r2"]);
  const listed = await ledger.recalls(campaign, 9);
  assert.ok(listed.every(({ recalledAt }) => recalledAt === after(t0, 5000)));
});

test("what comes or is ruled while its campaign is listed has a round of its own", async () => {
  const { campaign, recalls, round, arrives, memory } = await wave();
  await arrives(5);
  const verdict = { ...condemned, campaign };
  const copy = (receipt: string) => contact({ from: "s5@h5.example", receipt, at: t0 });
  recalls.journal.judged(copy("r5"), verdict, "passed", undefined);
  const { members } = memory;
  const meanwhile = (act: () => void) => {
    memory.members = async (...asked) => {
      const found = await members.apply(memory, asked);
      memory.members = members;
      act();
      return found;
    };
  };
  meanwhile(() => recalls.journal.judged(copy("r2"), verdict, "passed", undefined));
  assert.deepEqual(
    (await round()).map(([receipt]) => receipt),
    ["r5"],
  );
  meanwhile(() => void recalls.ruledOnCampaign(campaign, "spam"));
  assert.equal((await round()).length, 2);
  assert.equal((await round()).length, 3, "the ruling covers r1 too");
});

test("a ruling of ham while its campaign is being listed leaves nothing there", async () => {
  const { campaign, recalls, round, memory } = await wave();
  await recalls.ruledOnCampaign(campaign, "spam");
  const { members } = memory;
  let ham: Promise<void> | undefined;
  memory.members = async (...asked) => {
    ham ??= recalls.ruledOnCampaign(campaign, "ham");
    return members.apply(memory, asked);
  };
  await round();
  await ham;
  assert.deepEqual(await round(), []);
});

test("what could not be listed is listed in the next round, all of it", async () => {
  const { campaign, recalls, round, memory } = await wave();
  const { members } = memory;
  memory.members = async () => {
    memory.members = members;
    const passed = contact({ from: "s2@h2.example", receipt: "r2", at: t0 });
    recalls.journal.judged(passed, { ...condemned, campaign }, "passed", undefined);
    throw new MemoryDown("away");
  };
  await recalls.ruledOnCampaign(campaign, "spam");
  await assert.rejects(round(), MemoryDown);
  assert.equal((await round()).length, 2);
});

test("without a ruling a wave beyond doubt is recalled, and only where that is set", async () => {
  const wide = { symbol: "WAVE", group: "repetition", strength: 1, decibans: 12, because: "" };
  for (const setting of ["ruled", "automatic", "off"] as const) {
    const { campaign, recalls, round } = await wave(setting);
    const sure: Verdict = {
      ...doubt,
      action: "hold",
      probability: 0.995,
      campaign,
      evidence: [wide],
    };
    recalls.journal.moved("r4" as Receipt, "held", { ...sure, probability: 0.98 }, t0);
    assert.deepEqual(await round(), []);
    recalls.journal.moved("r4" as Receipt, "held", sure, t0);
    assert.equal((await round()).length, setting === "automatic" ? 2 : 0);
  }
});

test("copies that go on coming put no recall off", async () => {
  const wide = { symbol: "WAVE", group: "repetition", strength: 1, decibans: 12, because: "" };
  const { campaign, recalls, clock, ledger } = await wave("automatic");
  const sure = { ...doubt, action: "hold" as const, probability: 0.995, evidence: [wide] };
  for (let second = 0; second < 8; second++) {
    recalls.journal.moved("r4" as Receipt, "held", { ...sure, campaign }, clock.at);
    clock.at = after(clock.at, 1000);
    await recalls.round();
  }
  assert.equal((await ledger.recalls(campaign, 9)).length, 2);
});

test("switched off it lists nothing, whatever is ruled", async () => {
  const { campaign, recalls, round } = await wave("off");
  await recalls.ruledOnCampaign(campaign, "spam");
  assert.deepEqual(await round(), []);
});
