import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessDocuments } from "../../adapters/process/documents.ts";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../../adapters/process/own-records.ts";
import { makeVirtualClock } from "../../adapters/replay/virtual-clock.ts";
import { after, hour } from "../../base/units.ts";
import { appealSubjectIn } from "../../model/appeal.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { ActorId } from "../../model/ids.ts";
import { doubt, someKept, start } from "../../ports/kept.fixture.ts";
import { fileAppeal, sortAppeals } from "../appeals.ts";
import { makeHeldLately } from "../held-lately.ts";
import { forgetNoticesOf, newestNotices } from "./notices.ts";
import { makeAppealWatch } from "./watch-appeals.ts";

function office() {
  const [records, ledger] = [new ProcessOwnRecords(), new ProcessLedger()];
  const clock = makeVirtualClock(start);
  const documents = new ProcessDocuments();
  const held = makeHeldLately(ledger, clock);
  const watch = makeAppealWatch(records, clock);
  let number = 0;
  return {
    ...{ records, watch, clock },
    async hold(name: string, campaign?: string, host = "harbor.example") {
      const sender = `https://${host}/users/${name}` as ActorId;
      const verdict = { ...doubt, campaign: campaign as CampaignId | undefined };
      const held = { sender, verdict, state: "held", dueAt: undefined } as const;
      await ledger.keep(someKept(++number, held));
    },
    async appeal(handle: string) {
      const subject = appealSubjectIn(handle) ?? assert.fail();
      await fileAppeal(records, subject, "please look", clock.now());
      held.forget();
      await sortAppeals({ records, held, documents });
      await watch();
    },
    told: async () => (await newestNotices(records, 99)).map(({ value }) => value).toReversed(),
  };
}

test("an appeal that finds something is told once, whoever asks again and again", async () => {
  const it = office();
  await it.hold("anna");
  for (let i = 0; i < 3; i++) await it.appeal("@anna@harbor.example");
  await it.appeal("@nobody@harbor.example");
  const about = "r1";
  assert.deepEqual(await it.told(), [{ kind: "appeal", sender: "@anna@harbor.example", about }]);
});

test("all that ask about one campaign are one notice", async () => {
  const it = office();
  for (const name of ["anna", "boris", "carla"]) {
    await it.hold(name, "c41");
    await it.appeal(`@${name}@harbor.example`);
  }
  assert.deepEqual(
    (await it.told()).map((one) => one.kind === "appeal" && one.about),
    ["c41"],
  );
});

test("masses of appeals are told over hours", async () => {
  const it = office();
  for (let i = 0; i < 30; i++) {
    await it.hold(`p${i}`, undefined, `h${i}.example`);
    await it.appeal(`@p${i}@h${i}.example`);
  }
  assert.equal((await it.told()).length, 20);
  it.clock.set(after(start, hour + 1));
  await it.watch();
  assert.equal((await it.told()).length, 30);
});

test("who is forgotten is in no notice any more", async () => {
  const it = office();
  for (const name of ["anna", "boris"]) {
    await it.hold(name);
    await it.appeal(`@${name}@harbor.example`);
  }
  const anna = "https://harbor.example/users/anna" as ActorId;
  assert.equal(await forgetNoticesOf(it.records, anna), 1);
  assert.doesNotMatch(JSON.stringify(await it.told()), /anna/);
  assert.equal((await it.told()).length, 1);
});
