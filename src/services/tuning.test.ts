import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { after, minute } from "../base/units.ts";
import type { Proposal } from "../model/proposal.ts";
import { loadConfig } from "./config.ts";
import { start } from "./house.fixture.ts";
import { makeInForce } from "./in-force.ts";
import { apply, rollBack, sound, standingOf, tuningIn } from "./tuning.ts";

function configured(flags: Readonly<Record<string, string>> = {}) {
  const loaded = loadConfig({ flags });
  assert.ok(loaded.ok);
  return loaded.value.config;
}

const alice = { by: "alice", at: start };
const lower: Proposal = {
  weights: {},
  holdAt: 10.5,
  at: start,
  because: ["The budget allows it."],
};

async function houseWith(ledger: ProcessLedger, config = configured()) {
  const inForce = makeInForce(config, "seed", ledger, makeVirtualClock(start));
  await inForce.refresh();
  return inForce;
}

test("what was applied counts in a running gate, with a digest of its own", async () => {
  const ledger = new ProcessLedger();
  const config = configured();
  const inForce = await houseWith(ledger);
  const shipped = inForce.policy();
  await apply(ledger, lower, config.policy, alice);
  assert.equal(inForce.policy(), shipped);
  await inForce.refresh();
  assert.equal(inForce.policy().holdAt, 10.5);
  assert.notEqual(inForce.policy().digest, shipped.digest);
  const restarted = await houseWith(ledger);
  assert.equal(restarted.policy().digest, inForce.policy().digest);
  const tuned = restarted.tuned();
  assert.ok(tuned.kind === "in force");
  assert.deepEqual([tuned.applied.by, tuned.applied.proposal], ["alice", lower]);
});

test("weights are changed beside the threshold, and nothing else", async () => {
  const ledger = new ProcessLedger();
  const config = configured();
  const [symbol, { decibans }] = Object.entries(config.policy.signals).find(
    ([, one]) => one.decibans > 3,
  ) as [string, { decibans: number }];
  const weights = { [symbol]: decibans - 1 };
  await apply(ledger, { ...lower, holdAt: undefined, weights }, config.policy, alice);
  const policy = (await houseWith(ledger)).policy();
  assert.equal(policy.signals[symbol]?.decibans, decibans - 1);
  assert.equal(policy.holdAt, config.policy.holdAt);
});

test("a roll-back leads to what stood before, step by step, and is written down", async () => {
  const ledger = new ProcessLedger();
  const { policy } = configured();
  const inForce = await houseWith(ledger);
  await apply(ledger, lower, policy, alice);
  await apply(ledger, { ...lower, holdAt: 13 }, policy, { by: "bob", at: after(start, minute) });
  const third = { by: "carol", at: after(start, 2 * minute) };
  const back = await rollBack(ledger, third);
  assert.ok(back !== false && back?.proposal.holdAt === 10.5);
  await inForce.refresh();
  assert.equal(inForce.policy().holdAt, 10.5);
  assert.equal(await rollBack(ledger, third), undefined);
  assert.equal(await rollBack(ledger, third), false);
  await inForce.refresh();
  assert.equal(inForce.policy().holdAt, policy.holdAt);
  const { history } = await tuningIn(ledger);
  assert.deepEqual(
    history.map(({ did, by }) => `${by} ${did}`),
    ["alice applied", "bob applied", "carol rolled back", "carol rolled back"],
  );
  assert.equal(history[0]?.because, "The budget allows it.");
});

test("an alarm puts the configuration in force again, with nothing to roll back to", async () => {
  const ledger = new ProcessLedger();
  const inForce = await houseWith(ledger);
  const shipped = inForce.policy().digest;
  await apply(ledger, lower, configured().policy, alice);
  await sound(ledger, "scores have risen", { by: "breakwater", at: after(start, minute) });
  await inForce.refresh();
  assert.equal(inForce.policy().digest, shipped);
  assert.equal(await rollBack(ledger, alice), false);
});

test("what was made for other settings is out of force, and all is while tune is off", async () => {
  const ledger = new ProcessLedger();
  await apply(ledger, lower, configured().policy, alice);
  const now = await tuningIn(ledger);
  const why = (flags: Readonly<Record<string, string>>) => {
    const standing = standingOf(now, configured(flags));
    return standing.kind === "out of force" ? standing.because : standing.kind;
  };
  assert.equal(why({}), "in force");
  assert.equal(why({ hold_at: "13" }), "it was made for other settings");
  assert.equal(why({ tune: "off" }), "tune is off");
  const inForce = await houseWith(ledger, configured({ hold_at: "13" }));
  assert.equal(inForce.policy().holdAt, 13);
  inForce.adopt(configured());
  assert.equal(inForce.policy().holdAt, 10.5);
});

test("what no proposal may do does not count, and what can't be read is none", async () => {
  const ledger = new ProcessLedger();
  const { policy } = configured();
  await apply(ledger, { ...lower, holdAt: -40 }, policy, alice);
  assert.equal((await houseWith(ledger)).policy().holdAt, policy.holdAt);
  for (const text of ["{", "null", '{"stack":[{}],"history":[]}', '{"stack":7}']) {
    await ledger.putSetting("tuning", text);
    assert.deepEqual(await tuningIn(ledger), { stack: [], history: [] }, text);
  }
});
