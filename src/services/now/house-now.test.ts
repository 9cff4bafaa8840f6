import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { after, minute, second } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import { unused } from "../../model/usage.ts";
import { doubt, later, someKept } from "../../ports/kept.fixture.ts";
import { LedgerDown } from "../../ports/ledger.ts";
import { shippedQuotas } from "../quotas.ts";
import { type HouseParts, makeHouseNow } from "./house-now.ts";
import { arrivalOf, stoppedClock, verdictOf } from "./now.fixture.ts";
import { makeWaves } from "./waves.ts";

function houseWith(more: Partial<HouseParts> = {}) {
  const clock = stoppedClock(later(minute));
  const waves = makeWaves(clock);
  const ledger = new ProcessLedger();
  let asked = 0;
  const house = makeHouseNow({
    ...{ clock, waves, ledger },
    memory: { campaignNamed: async (campaign) => campaign },
    quotas: () => ({ all: unused, bounds: shippedQuotas, full: 0 }),
    status() {
      asked++;
      return Promise.reject(new LedgerDown("gone"));
    },
    ...more,
  });
  return { clock, waves, ledger, house, asked: () => asked };
}

const inCampaign = (number: number) =>
  someKept(number, {
    state: "held",
    at: later(number * second),
    verdict: { ...doubt, action: "hold", campaign: "c1" as CampaignId },
  });

test("a wave that began before this gate did is known by what is kept of it", async () => {
  const { house, ledger } = houseWith();
  for (const number of [1, 2, 3]) await ledger.keep(inCampaign(number));
  const [wave] = (await house.now()).waves;
  assert.deepEqual([wave?.campaign, wave?.kept, wave?.isCase], ["c1", 3, true]);
});

test("a wave goes by the name that memory has for it by now", async () => {
  const { house, waves } = houseWith({
    memory: { campaignNamed: async () => "c1" as CampaignId },
  });
  for (const number of [1, 2, 3])
    waves.journal.judged(arrivalOf(number), verdictOf("hold", "c9"), "passed", undefined);
  const [wave] = (await house.now()).waves;
  assert.deepEqual([wave?.campaign, wave?.contacts, wave?.isCase], ["c1", 3, false]);
});

test("however many look, the house is asked once in five seconds", async () => {
  const { house, clock, asked } = houseWith();
  await Promise.all([house.now(), house.now(), house.now()]);
  assert.equal(asked(), 1);
  clock.at = after(clock.at, 5 * second);
  await house.now();
  assert.equal(asked(), 2);
});

test("what does not answer is left out, and the rest is told", async () => {
  const { house, ledger } = houseWith();
  ledger.census = () => Promise.reject(new LedgerDown("gone"));
  const { status, census, quotas } = await house.now();
  assert.deepEqual([status, census], [undefined, undefined]);
  assert.equal(quotas.full, 0);
});
