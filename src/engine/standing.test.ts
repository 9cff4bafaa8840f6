import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, epochMs, hour } from "../base/units.ts";
import { actor } from "./signals/stories.ts";
import {
  creditDay,
  goodDaysAt,
  grownAllowance,
  hasStanding,
  isStranger,
  noGoodDays,
  unreadAllowance,
  writtenTo,
} from "./standing.ts";

const t0 = epochMs(Date.UTC(2026, 0, 5));

function daily(days: number) {
  const good = noGoodDays();
  for (let i = 0; i < days; i++) creditDay(good, after(t0, i * day));
  return good;
}

test("a day counts once, and one that is over not again", () => {
  const good = daily(2);
  creditDay(good, after(t0, day + 5 * hour));
  creditDay(good, t0);
  assert.equal(goodDaysAt(good, after(t0, day)), 2);
});

test("five days in a row are five", () => {
  assert.equal(goodDaysAt(daily(5), after(t0, 4 * day)), 5);
});

test("half is left after sixty days, nothing after a year", () => {
  assert.equal(goodDaysAt(daily(1), after(t0, 60 * day)), 1);
  assert.equal(goodDaysAt(daily(20), after(t0, 79 * day)), 9);
  assert.equal(goodDaysAt(daily(20), after(t0, 500 * day)), 0);
});

test("nobody can save up for ever", () => {
  assert.equal(goodDaysAt(daily(2000), after(t0, 1999 * day)), 87);
});

test("one welcome makes no stranger, and no regular before something of it was taken", () => {
  const met = actor({ welcomedBy: 1 });
  assert.deepEqual([isStranger(met), hasStanding(met)], [false, false]);
  assert.equal(hasStanding({ ...met, goodDays: 1 }), true);
});

test("three good days make a regular, unless people mind or a ruling stands", () => {
  const regular = actor({ goodDays: 3 });
  assert.equal(hasStanding({ ...regular, goodDays: 2 }), false);
  assert.equal(hasStanding(regular), true);
  assert.equal(hasStanding({ ...regular, complaints: 1 }), false);
  assert.equal(hasStanding({ ...regular, complaints: 1, welcomedBy: 1 }), true);
  assert.equal(hasStanding({ ...regular, condemned: 1, welcomedBy: 5 }), false);
});

test("allowances grow with the logarithm of good days", () => {
  const unread = [4, 5, 10, 80].map((goodDays) => unreadAllowance(actor({ goodDays })));
  assert.deepEqual(unread, [0, 6, 8, 14]);
  assert.equal(unreadAllowance(actor({ goodDays: 80, complaints: 1 })), 0);
  assert.deepEqual(
    [0, 1, 3, 7].map((goodDays) => grownAllowance(4, goodDays)),
    [4, 8, 12, 16],
  );
});

test("a reply writes to two, whatever handles its thread brings", () => {
  assert.deepEqual([writtenTo(5, true), writtenTo(1, true), writtenTo(5, false)], [2, 1, 5]);
});
