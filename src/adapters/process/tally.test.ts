import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, dayNumber, epochMs, hour, minute } from "../../base/units.ts";
import { Tally } from "./tally.ts";

const t0 = epochMs(Date.UTC(2026, 0, 5, 12));

test("few moments are counted exactly", () => {
  const tally = new Tally(10);
  for (const ago of [minute, hour, day, 20 * day, 31 * day]) tally.add(after(t0, -ago));
  assert.deepEqual(tally.windows(t0, undefined), {
    tenMinutes: 1,
    sixHours: 2,
    sevenDays: 3,
    thirtyDays: 4,
  });
});

test("of many moments the short windows say the bound, the long ones the truth", () => {
  const tally = new Tally(10);
  for (let i = 0; i < 1000; i++) tally.add(after(t0, (i - 999) * minute));
  const windows = tally.windows(t0, undefined);
  assert.deepEqual([windows.sixHours, windows.sevenDays, windows.thirtyDays], [10, 1000, 1000]);
});

test("spilled moments leave the long windows within a day of their time", () => {
  const tally = new Tally(1);
  for (let i = 0; i < 11; i++) tally.add(after(t0, i * minute));
  assert.equal(tally.windows(after(t0, 29 * day), undefined).thirtyDays, 11);
  assert.equal(tally.windows(after(t0, 30 * day), undefined).thirtyDays, 1);
});

test("what is taken back is gone, spilled or not, and whoever asks is left out", () => {
  const tally = new Tally(1);
  tally.add(t0);
  tally.add(after(t0, minute));
  assert.equal(tally.windows(after(t0, minute), after(t0, minute)).thirtyDays, 1);
  tally.takeBack(t0);
  assert.equal(tally.windows(after(t0, minute), undefined).thirtyDays, 1);
  tally.takeBack(after(t0, minute));
  assert.equal(tally.windows(after(t0, minute), undefined).thirtyDays, 0);
});

test("what is asked of the days before is asked anew when one of them changes", () => {
  const tally = new Tally(4);
  const today = dayNumber(t0) + 2;
  for (let left = 6; left > 0; left--) tally.add(after(t0, left * minute));
  const before = tally.habit(today, 2);
  assert.ok(before.newcomers > 4 && before.newcomers < 6);
  tally.add(after(t0, 2 * day));
  assert.deepEqual(tally.habit(today, 2).newcomers, before.newcomers);
  tally.takeBack(after(t0, minute));
  assert.ok(tally.habit(today, 2).newcomers < before.newcomers);
  assert.notEqual(tally.habit(today + 1, 3).newcomers, tally.habit(today, 2).newcomers);
});
