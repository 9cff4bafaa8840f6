import assert from "node:assert/strict";
import { test } from "node:test";
import { ProcessLedger } from "../../adapters/process/ledger.ts";
import { ProcessOwnRecords } from "../../adapters/process/own-records.ts";
import { makeVirtualClock } from "../../adapters/replay/virtual-clock.ts";
import { after, day, epochMs, hour, minute } from "../../base/units.ts";
import { LedgerBusy, LedgerDown } from "../../ports/ledger.ts";
import { type QuotaState, shippedQuotas } from "../quotas.ts";
import { sound } from "../tuning.ts";
import { newestNotices } from "./notices.ts";
import { makeTroubleWatch } from "./watch-troubles.ts";

const start = epochMs(Date.UTC(2026, 0, 8, 10));

function house() {
  const records = new ProcessOwnRecords();
  const ledger = new ProcessLedger();
  const clock = makeVirtualClock(start);
  const state = { down: false, room: Number.POSITIVE_INFINITY, kept: 0 };
  ledger.room = async () => state.room;
  const quotas = (): QuotaState => ({
    all: { deliveries: state.kept, bytes: 0, summaries: 0 },
    bounds: shippedQuotas,
    full: 0,
  });
  const parts = { records, ledger, clock, homeIsDown: () => state.down, quotas };
  let watch = makeTroubleWatch(parts);
  return {
    ...{ state, ledger, clock },
    fail: (error: Error) => watch.journal.failed("writing", error, undefined),
    restart: () => {
      watch = makeTroubleWatch(parts);
    },
    async pass(ms: number) {
      for (const until = after(clock.now(), ms); clock.now() < until; ) {
        clock.set(after(clock.now(), minute));
        await watch.round();
      }
    },
    told: async () => (await newestNotices(records, 50)).map(({ value }) => value).toReversed(),
  };
}

test("a home server that restarts is no alarm; one that stays down is, once", async () => {
  const it = house();
  it.state.down = true;
  await it.pass(4 * minute);
  it.state.down = false;
  await it.pass(minute);
  assert.deepEqual(await it.told(), []);
  it.state.down = true;
  await it.pass(2 * hour);
  it.restart();
  await it.pass(2 * hour);
  const since = after(start, 6 * minute);
  assert.deepEqual(await it.told(), [{ kind: "home server down", since }]);
  it.state.down = false;
  await it.pass(minute);
  it.state.down = true;
  await it.pass(10 * minute);
  assert.equal((await it.told()).length, 2);
});

test("a disk is told of while there is time to make room, and does not flicker", async () => {
  const it = house();
  const { diskReserveBytes } = shippedQuotas;
  for (const times of [5, 1.9, 2.2, 1.8, 2.9, 1.5]) {
    it.state.room = times * diskReserveBytes;
    await it.pass(minute);
  }
  assert.deepEqual(
    (await it.told()).map(({ kind }) => kind),
    ["disk nearly full"],
  );
  it.state.room = 4 * diskReserveBytes;
  await it.pass(minute);
  it.state.room = diskReserveBytes;
  await it.pass(minute);
  assert.equal((await it.told()).length, 2);
});

test("before nothing more can be kept, that is told", async () => {
  const it = house();
  for (const kept of [50_000, 91_000, 89_000, 95_000, 60_000, 92_000]) {
    it.state.kept = kept;
    await it.pass(minute);
  }
  const [first, second, ...more] = await it.told();
  assert.deepEqual(first, { kind: "nearly all kept", kept: 91_000, most: 100_000 });
  assert.equal(second?.kind, "nearly all kept");
  assert.equal(more.length, 0);
});

test("a ledger that fails again and again is told of once a day, a busy one never", async () => {
  const it = house();
  for (let i = 0; i < 10; i++) it.fail(new LedgerBusy("too much at once"));
  for (let i = 0; i < 10; i++) it.fail(new TypeError("a mistake"));
  it.fail(new LedgerDown("once"));
  await it.pass(minute);
  assert.deepEqual(await it.told(), []);
  for (let i = 0; i < 4; i++) it.fail(new LedgerDown("the disk is full"));
  await it.pass(minute);
  for (let i = 0; i < 4; i++) it.fail(new LedgerDown("the disk is full"));
  await it.pass(minute);
  assert.deepEqual(await it.told(), [{ kind: "ledger failed", times: 5 }]);
});

test("a tuning alarm is told once, and one of last week not at all", async () => {
  const it = house();
  await sound(it.ledger, "old", { by: "breakwater", at: after(start, -7 * day) });
  await it.pass(minute);
  assert.deepEqual(await it.told(), []);
  await sound(it.ledger, "new", { by: "breakwater", at: it.clock.now() });
  await it.pass(5 * minute);
  it.restart();
  await it.pass(5 * minute);
  assert.deepEqual(await it.told(), [{ kind: "tuning alarm" }]);
});

test("each step of a host on its ladder is told once", async () => {
  const it = house();
  const host = { domain: "spam.example", spammers: 4, others: 1, days: 2, words: 2, welcomed: 0 };
  const put = (rung: string, since: number) =>
    it.ledger.putSetting(
      "host-ladder",
      JSON.stringify([{ ...host, rung, lastAt: since, since, open: false }]),
    );
  await put("waits", start);
  await it.pass(3 * minute);
  await put("holds", it.clock.now());
  await it.pass(3 * minute);
  assert.deepEqual(await it.told(), [
    { kind: "host", domain: "spam.example", rung: "waits", spammers: 4, days: 2 },
    { kind: "host", domain: "spam.example", rung: "holds", spammers: 4, days: 2 },
  ]);
});
