import assert from "node:assert/strict";
import { test } from "node:test";
import { after, minute, second } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import { arrivalOf, moment, stoppedClock, verdictOf } from "./now.fixture.ts";
import { countedMax, growingMs, makeWaves } from "./waves.ts";

function watching() {
  const clock = stoppedClock(moment);
  const waves = makeWaves(clock);
  const tell = (number: number, campaign: string, done: "held" | "passed" = "held", people = 1) =>
    waves.journal.judged(arrivalOf(number, people), verdictOf("hold", campaign), done, undefined);
  return { clock, waves, tell };
}

test("a campaign that grows is a wave, with its size, its hosts and whom it is aimed at", () => {
  const { clock, waves, tell } = watching();
  tell(1, "c1", "held", 2);
  tell(1, "c1", "held", 2);
  clock.at = after(moment, minute);
  assert.deepEqual(waves.growing(), [], "two that are alike are no wave");
  tell(2, "c1", "passed", 2);
  assert.deepEqual(waves.growing(), [
    {
      ...{ campaign: "c1", firstAt: moment, lastAt: after(moment, minute), contacts: 3 },
      ...{ senders: 2, hosts: 2, people: 3, kept: 2, watched: 1 },
    },
  ]);
  clock.at = after(clock.at, growingMs);
  assert.deepEqual(waves.growing(), [], "it has stopped growing");
});

test("what everybody shares and nobody minds is no wave", () => {
  const { waves } = watching();
  for (const number of [1, 2, 3, 4])
    waves.journal.judged(arrivalOf(number), verdictOf("accept", "c7"), "passed", undefined);
  assert.deepEqual(waves.growing(), []);
});

test("two that turn out to be one are one row, where the first has stood", () => {
  const { clock, waves, tell } = watching();
  for (const number of [1, 2, 3]) tell(number, "c2");
  clock.at = after(moment, second);
  for (const number of [3, 4, 5]) tell(number, "c1");
  waves.merged("c2" as CampaignId, "c1" as CampaignId);
  const [one, ...others] = waves.growing();
  assert.deepEqual(others, []);
  assert.deepEqual([one?.campaign, one?.contacts, one?.senders, one?.kept], ["c1", 6, 5, 6]);
  assert.deepEqual([one?.firstAt, one?.lastAt], [moment, after(moment, second)]);
});

test("a flood of campaigns and of names is counted in bounded room", () => {
  const { waves, tell } = watching();
  for (let number = 0; number < 3000; number++) tell(number, "c1");
  assert.equal(waves.growing()[0]?.senders, countedMax);
  assert.equal(waves.growing()[0]?.contacts, 3000);
  for (let number = 0; number < 600; number++) tell(number, `c${100 + (number % 200)}`);
  assert.ok(waves.growing().length <= 50);
});
