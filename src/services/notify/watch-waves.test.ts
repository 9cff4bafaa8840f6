import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../../adapters/process/own-records.ts";
import { makeVirtualClock } from "../../adapters/replay/virtual-clock.ts";
import { after, day, type EpochMs, hour, minute } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { ActorId, Host } from "../../model/ids.ts";
import { doubt, provenBy, someKept, start } from "../../ports/kept.fixture.ts";
import { newestNotices } from "./notices.ts";
import { makeWaveWatch, type WaveWatch } from "./watch-waves.ts";

interface Watchtower {
  readonly ledger: ProcessLedger;
  /** So many are held of a campaign from now on, of so many domains. */
  hold(campaign: string, many: number, domains: number): Promise<void>;
  look(at?: EpochMs): Promise<void>;
  /** Ids of notices, oldest first. */
  told(): Promise<readonly string[]>;
  restart(): void;
}

function watchtower(): Watchtower {
  const records = new ProcessOwnRecords();
  const ledger = new ProcessLedger();
  const clock = makeVirtualClock(start);
  const make = (): WaveWatch =>
    makeWaveWatch({ records, ledger, clock, expireAfterMs: () => 30 * day });
  let watch = make();
  let number = 0;
  return {
    ledger,
    async hold(campaign, many, domains) {
      for (let i = 0; i < many; i++) {
        number += 1;
        const host = `h${i % domains}.example` as Host;
        const sender = `https://${host}/users/${number}` as ActorId;
        const at = clock.now();
        const authenticity = { ...provenBy(sender), signerHost: host };
        await ledger.keep(
          someKept(number, {
            ...{ at, since: at, state: "held", sender, authenticity },
            ...{ verdict: { ...doubt, campaign: campaign as CampaignId } },
            replayUntil: after(at, hour),
          }),
        );
      }
      watch.journal.moved("r1" as never, "held", undefined, clock.now());
    },
    async look(at) {
      if (at !== undefined) clock.set(at);
      await watch.round();
    },
    told: async () => (await newestNotices(records, 100)).map(({ id }) => id).toReversed(),
    restart: () => {
      watch = make();
    },
  };
}

test("two alike are a coincidence; three of two domains are a wave, told once", async () => {
  const tower = watchtower();
  await tower.hold("c41", 2, 2);
  await tower.look();
  assert.deepEqual(await tower.told(), []);
  await tower.hold("c41", 1, 1);
  await tower.look(after(start, minute));
  assert.deepEqual(await tower.told(), ["wave c41"]);
  for (let i = 0; i < 20; i++) {
    await tower.hold("c41", 1, 1);
    if (i === 10) tower.restart();
    await tower.look(after(start, (2 + i) * minute));
  }
  assert.deepEqual(await tower.told(), ["wave c41"]);
});

test("a class writes from one domain: that takes ten", async () => {
  const tower = watchtower();
  await tower.hold("c41", 9, 1);
  await tower.look();
  assert.deepEqual(await tower.told(), []);
  await tower.hold("c41", 1, 1);
  await tower.look();
  assert.deepEqual(await tower.told(), ["wave c41"]);
});

test("it is told again each time it grew tenfold", async () => {
  const tower = watchtower();
  await tower.hold("c41", 3, 3);
  await tower.look();
  await tower.hold("c41", 26, 5);
  await tower.look();
  assert.equal((await tower.told()).length, 1);
  await tower.hold("c41", 1, 1);
  await tower.look();
  await tower.hold("c41", 100, 9);
  await tower.look();
  assert.deepEqual(await tower.told(), ["wave c41", "wave c41 grew to 30"]);
  await tower.hold("c41", 170, 9);
  await tower.look();
  assert.deepEqual((await tower.told()).at(-1), "wave c41 grew to 300");
});

test("when its first way in is about to close undecided, that is told once", async () => {
  const tower = watchtower();
  await tower.hold("c41", 3, 3);
  await tower.look();
  await tower.look(after(start, 39 * minute));
  assert.equal((await tower.told()).length, 1);
  await tower.look(after(start, 45 * minute));
  assert.deepEqual(await tower.told(), ["wave c41", "wave c41 undecided"]);
  await tower.hold("c41", 3, 3);
  await tower.look(after(start, 100 * minute));
  assert.equal((await tower.told()).length, 2);
});

test("a wave that somebody ruled on is not told of any more", async () => {
  const tower = watchtower();
  await tower.hold("c41", 3, 3);
  await tower.look();
  await tower.hold("c41", 60, 3);
  const campaign = "c41" as CampaignId;
  const ruling = { campaign, ruling: "spam", by: "alice", at: start, receipts: [] } as const;
  await tower.ledger.ruleCase(ruling);
  await tower.look(after(start, 50 * minute));
  assert.deepEqual(await tower.told(), ["wave c41"]);
});

test("three days before it is deleted unruled, that is told once", async () => {
  const tower = watchtower();
  await tower.hold("c41", 3, 3);
  await tower.look();
  await tower.look(after(start, 26 * day));
  await tower.look(after(start, 27 * day));
  await tower.look(after(start, 28 * day));
  assert.deepEqual((await tower.told()).slice(1), ["wave c41 expires"]);
});

test("two waves that turn out to be one are not told anew", async () => {
  const tower = watchtower();
  await tower.hold("c52", 3, 3);
  await tower.look();
  await tower.hold("c41", 2, 2);
  const [is, was] = ["c41", "c52"] as [CampaignId, CampaignId];
  await tower.ledger.mergeCases(was, is, start);
  await tower.look(after(start, minute));
  assert.deepEqual(await tower.told(), ["wave c52"]);
  await tower.hold("c41", 26, 3);
  await tower.look(after(start, 2 * minute));
  assert.deepEqual(await tower.told(), ["wave c52", "wave c41 grew to 31"]);
});

test("hundreds of waves at once are told over hours", async () => {
  const tower = watchtower();
  for (let i = 0; i < 100; i++) await tower.hold(`c${i + 1}`, 3, 3);
  for (let i = 0; i < 10; i++) await tower.look(after(start, i * minute));
  const waves = async () => (await tower.told()).filter((id) => /^wave c\d+$/.test(id)).length;
  assert.equal(await waves(), 40);
  await tower.look(after(start, 61 * minute));
  assert.equal(await waves(), 80);
});
