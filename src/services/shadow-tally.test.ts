import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { after, hour } from "../base/units.ts";
import { makePolicy, shippedSettings } from "../engine/policy.ts";
import type { Arrival } from "../model/arrival.ts";
import type { Action, PolicyDigest, Verdict } from "../model/verdict.ts";
import { LedgerDown } from "../ports/ledger.ts";
import { start } from "./house.fixture.ts";
import { makeShadowTally, shadowSays } from "./shadow-tally.ts";

const verdict = (action: Action) => ({ action }) as Verdict;
const named = (digest: string) => makePolicy(shippedSettings, "", digest as PolicyDigest);

/** A tally over policies that the test may change. */
function tallying(ledger = new ProcessLedger()) {
  const clock = makeVirtualClock(start);
  const pair = { policy: named("own"), shadow: named("other") };
  const inForce = { policy: () => pair.policy, shadow: () => pair.shadow };
  const tally = makeShadowTally(inForce, ledger, clock);
  const judged = (action: Action, shadow: Action) =>
    tally.journal.shadowed({} as Arrival, verdict(action), verdict(shadow));
  return { ledger, clock, pair, judged, flush: tally.flush };
}

test("differences are counted, most frequent first, and go on after a restart", async () => {
  const first = tallying();
  assert.equal(await shadowSays(first.ledger), undefined);
  for (const [action, shadow] of [
    ["accept", "accept"],
    ["accept", "hold"],
    ["settle", "accept"],
  ] as const)
    first.judged(action, shadow);
  await first.flush();
  const second = tallying(first.ledger);
  second.clock.set(after(start, hour));
  second.judged("settle", "accept");
  await second.flush();
  await second.flush();
  assert.deepEqual(await shadowSays(first.ledger), {
    since: start,
    weighed: 4,
    differing: [
      { action: "settle", shadow: "accept", count: 2 },
      { action: "accept", shadow: "hold", count: 1 },
    ],
  });
});

test("other weights begin a count of their own", async () => {
  const { ledger, clock, pair, judged, flush } = tallying();
  judged("accept", "hold");
  await flush();
  clock.set(after(start, hour));
  judged("accept", "hold");
  pair.shadow = named("bolder");
  judged("accept", "accept");
  await flush();
  assert.deepEqual(await shadowSays(ledger), {
    since: after(start, hour),
    weighed: 1,
    differing: [],
  });
});

test("what could not be written is written the next time", async () => {
  class Failing extends ProcessLedger {
    failing = true;
    override async putSetting(name: string, value: string): Promise<void> {
      if (this.failing) throw new LedgerDown("the disk is full");
      return super.putSetting(name, value);
    }
  }
  const ledger = new Failing();
  const { judged, flush } = tallying(ledger);
  judged("accept", "hold");
  await assert.rejects(flush(), LedgerDown);
  ledger.failing = false;
  await flush();
  assert.equal((await shadowSays(ledger))?.weighed, 1);
});
