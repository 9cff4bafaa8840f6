import assert from "node:assert/strict";
import { test } from "node:test";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { seeded } from "../base/prng.ts";
import { after, day, hour, minute } from "../base/units.ts";
import { hamScore } from "../engine/calibrate/first-contacts.fixture.ts";
import type { TuneSetting } from "../model/proposal.ts";
import type { Config } from "./config.ts";
import {
  ofCampaign,
  ruler,
  scored,
  spamAt,
  storesWith,
  today,
  tuneConfig,
} from "./tune.fixture.ts";
import { makeTuner, offeredIn } from "./tuner.ts";
import { apply, standingOf, tuningIn } from "./tuning.ts";

async function tunerOver(tune: TuneSetting, quiet = 2000) {
  const stores = await storesWith(quiet, spamAt(10.6, 3));
  const clock = makeVirtualClock(today);
  const said: string[] = [];
  const random = seeded("tuner");
  const tell = (_: object, sentence: string) => void said.push(sentence);
  const config = () => ({ ...tuneConfig, tune }) as unknown as Config;
  const refit = async () => undefined;
  const tuner = makeTuner({ ...stores, clock, config, random, refit, say: tell, warn: tell });
  return { ...stores, clock, said, random, tuner };
}

test("what is better is told at night, and applied only where it is to go by itself", async () => {
  for (const [tune, offered, stack] of [
    ["propose", 10.6, 0],
    ["automatic", undefined, 1],
    ["off", undefined, 0],
  ] as const) {
    const { ledger, clock, tuner } = await tunerOver(tune);
    await tuner.nightly();
    assert.equal((await tuningIn(ledger)).history.length, 0);
    clock.set(after(today, day));
    await tuner.nightly();
    assert.equal((await offeredIn(ledger))?.holdAt, offered, tune);
    assert.equal((await tuningIn(ledger)).stack.length, stack, tune);
    await tuner.nightly();
    assert.equal((await tuningIn(ledger)).history.length, stack, tune);
  }
});

test("by itself it changes nothing that it can't answer for", async () => {
  const { ledger, clock, tuner } = await tunerOver("automatic", 100);
  const refit = { weights: { RULER: 59 }, at: today, because: [] };
  await ledger.putSetting("refit-proposal", JSON.stringify(refit));
  clock.set(after(today, day));
  await tuner.nightly();
  assert.equal((await tuningIn(ledger)).stack.length, 0);
  assert.deepEqual((await offeredIn(ledger))?.weights, { RULER: 59 });
});

/** So many first contacts, five minutes apart, looked at every hour. */
async function come(
  house: Awaited<ReturnType<typeof tunerOver>>,
  from: number,
  count: number,
  scoreOf: () => number,
) {
  const { chronicle, clock, tuner } = house;
  for (let index = 0; index < count; index++) {
    const at = after(clock.now(), 5 * minute);
    clock.set(at);
    await chronicle.write([scored(from + index, scoreOf(), at)]);
    if (index % 12 === 11) await tuner.watch();
  }
  clock.set(after(clock.now(), hour));
  await tuner.watch();
}

test("first contacts that score otherwise put the configuration in force again", async () => {
  const house = await tunerOver("propose");
  const { ledger, said, random, tuner } = house;
  const proposal = { weights: {}, holdAt: 10.6, at: today, because: ["It was so."] };
  await apply(ledger, proposal, ruler, { by: "alice", at: today });
  await tuner.watch();
  await come(house, 1000, 400, () => hamScore(random));
  assert.equal(said.length, 0);
  await come(house, 2000, 200, () => hamScore(random) + 5);
  assert.equal(said.length, 1);
  assert.match(
    said[0] ?? "",
    /first contacts score higher than they did.*the configuration counts/,
  );
  const tuning = await tuningIn(ledger);
  assert.equal(standingOf(tuning, tuneConfig).kind, "none");
  assert.deepEqual(
    tuning.history.map(({ did }) => did),
    ["applied", "alarm"],
  );
});

test("a wave is one contact, and a watch goes on where it was after a restart", async () => {
  const house = await tunerOver("propose");
  const { ledger, chronicle, clock, said, random, tuner } = house;
  await tuner.watch();
  await come(house, 1000, 300, () => hamScore(random));
  const wave = Array.from({ length: 300 }, (_, index) =>
    scored(5000 + index, 11, after(clock.now(), index), ofCampaign("c41")),
  );
  await chronicle.write(wave);
  clock.set(after(clock.now(), hour));
  await tuner.watch();
  assert.equal(said.length, 0);
  const before = await ledger.setting("drift");
  const config = () => tuneConfig as unknown as Config;
  const tell = (_: object, sentence: string) => void said.push(sentence);
  const { seed } = house;
  const again = makeTuner({
    ledger,
    chronicle,
    clock,
    seed,
    config,
    random,
    refit: async () => undefined,
    say: tell,
    warn: tell,
  });
  await again.watch();
  assert.equal(await ledger.setting("drift"), before);
});
