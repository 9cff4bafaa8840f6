import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessChronicle } from "../../adapters/process/chronicle.ts";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../../adapters/process/own-records.ts";
import { makeVirtualClock } from "../../adapters/replay/virtual-clock.ts";
import { after, day, epochMs, hour, minute } from "../../base/units.ts";
import { LedgerDown } from "../../ports/ledger.ts";
import { noQuotas } from "../quotas.ts";
import { fakeNotifiers, subscription } from "./notifiers.fixture.ts";
import { makeNotify } from "./notify.ts";
import { pushKeysIn } from "./push-keys.ts";
import { addSubscription } from "./subscriptions.ts";

const start = epochMs(Date.UTC(2026, 0, 8, 10));
const unused = { deliveries: 0, bytes: 0, summaries: 0 };

test("when the ledger itself is down, that is told all the same, and not each minute", async () => {
  const [records, ledger] = [new ProcessOwnRecords(), new ProcessLedger()];
  const clock = makeVirtualClock(start);
  const sent = fakeNotifiers();
  const notify = makeNotify({
    ...{ records, ledger, clock, chronicle: new ProcessChronicle(), mode: () => "guard" as const },
    ...{ notifiers: () => sent.notifiers, desk: () => undefined, warn: () => undefined },
    ...{ expireAfterMs: () => 30 * day, homeIsDown: () => false },
    quotas: () => ({ all: unused, bounds: noQuotas, full: 0 }),
  });
  const hand = { by: "alice", at: start, through: "command" } as const;
  await addSubscription(records, subscription(), hand);
  await addSubscription(records, subscription({ what: ["wave"] }), hand);
  await notify.round();
  records.records = () => Promise.reject(new LedgerDown("the disk is gone"));
  const rounds = async (many: number): Promise<void> => {
    for (let i = 0; i < many; i++) {
      clock.set(after(clock.now(), minute));
      await assert.rejects(notify.round(), LedgerDown);
    }
  };
  await rounds(2);
  assert.equal(sent.taken.length, 0);
  await rounds(60);
  assert.deepEqual(
    sent.taken.map(({ letter }) => letter.title),
    ["Breakwater: The ledger fails"],
  );
  clock.set(after(clock.now(), 6 * hour));
  await rounds(1);
  assert.equal(sent.taken.length, 2);
});

test("the keys that browsers know us by are made once", async () => {
  const ledger = new ProcessLedger();
  let made = 0;
  const make = async () => {
    made += 1;
    return { publicKey: `public ${made}`, privateKey: `private ${made}` };
  };
  const first = await pushKeysIn(ledger, make);
  assert.deepEqual(await pushKeysIn(ledger, make), first);
  assert.deepEqual([made, first.publicKey], [1, "public 1"]);
});
