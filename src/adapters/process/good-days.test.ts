import assert from "node:assert/strict";
import { test } from "node:test";
import { after, day, epochMs, hour } from "../../base/units.ts";
import { creditDay, goodDaysAt, noGoodDays } from "./good-days.ts";

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
