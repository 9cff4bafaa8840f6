import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { makeVirtualClock } from "../adapters/replay/virtual-clock.ts";
import { after, day, hour, minute } from "../base/units.ts";
import { someDecision } from "../ports/chronicle.fixture.ts";
import { later } from "../ports/kept.fixture.ts";
import { makeDaily } from "./daily.ts";

test("a day is summed up once, when it has ended", async () => {
  const chronicle = new ProcessChronicle();
  const clock = makeVirtualClock(later(0));
  const said: { fields: object; sentence: string }[] = [];
  const daily = makeDaily({
    chronicle,
    ledger: new ProcessLedger(),
    clock,
    mode: () => "watch",
    wouldWaitMs: () => 17 * minute,
    say: (fields, sentence) => void said.push({ fields, sentence }),
  });
  for (const [number, action] of [
    [1, "settle"],
    [2, "hold"],
    [3, "accept"],
    [30, "hold"],
  ] as const) {
    const decision = someDecision(number, { action });
    await chronicle.write([{ kind: "judged", decision, lookAt: undefined }]);
  }
  await daily();
  clock.set(later(15 * hour));
  await daily();
  assert.equal(said.length, 0);
  clock.set(later(16 * hour + minute));
  await daily();
  await daily();
  assert.equal(said.length, 1);
  const [first] = said;
  assert.equal(
    first?.sentence,
    "yesterday: 3 contacts, 1 would have waited, 1 would have been held",
  );
  assert.deepEqual(first?.fields, {
    day: "2026-03-02",
    mode: "watch",
    contacts: 3,
    judged: 3,
    settled: 1,
    held: 1,
    rejected: 0,
    because: "STRANGER_MENTIONS 1",
    ended: 0,
    disturbed: 0,
    waitedMinutes: 17,
  });
  clock.set(after(clock.now(), day));
  await daily();
  assert.match(said[1]?.sentence ?? "", /1 contacts, 0 would have waited, 1/);
});
