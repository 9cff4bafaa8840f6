import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../base/prng.ts";
import { alarmAt, changeIn, type Drift, noDrift, seenBy, watched } from "./drift.ts";
import { hamScore, shifts } from "./first-contacts.fixture.ts";

const daily = 30;
const threshold = alarmAt(90 * daily);

/** How many contacts until the alarm; undefined: none came within `count`. */
function untilAlarm(
  begin: Drift,
  count: number,
  scoreAt: (index: number) => number,
  random: () => number,
): { readonly after: number | undefined; readonly drift: Drift } {
  let drift = begin;
  for (let index = 0; index < count; index++) {
    drift = watched(drift, scoreAt(index), random());
    if (changeIn(drift) >= threshold) return { after: index + 1, drift };
  }
  return { after: undefined, drift };
}

test("in ninety quiet days there is an alarm at most now and then", () => {
  const quarters = Array.from({ length: 24 }, (_, seed) => {
    const random = seeded(`quiet ${seed}`);
    return untilAlarm(noDrift, 90 * daily, () => hamScore(random), random).after;
  });
  const alarms = quarters.filter((after) => after !== undefined).length;
  assert.ok(alarms <= 6, `${alarms} of 24`);
});

test("nights and weekends that differ by a deciban are no change", () => {
  const quarters = Array.from({ length: 12 }, (_, seed) => {
    const random = seeded(`rhythm ${seed}`);
    const rhythm = (index: number) =>
      Math.sin((2 * Math.PI * index) / daily) + (index % (7 * daily) < 2 * daily ? 1 : 0);
    const scoreAt = (index: number) => hamScore(random) + rhythm(index);
    return untilAlarm(noDrift, 90 * daily, scoreAt, random).after;
  });
  const alarms = quarters.filter((after) => after !== undefined).length;
  assert.ok(alarms <= 3, `${alarms} of 12`);
});

test("scores that fall, as while a gate gets to know its neighbours, are no reason", () => {
  const random = seeded("falling");
  const scoreAt = (index: number) => hamScore(random) - index / 200;
  assert.equal(untilAlarm(noDrift, 90 * daily, scoreAt, random).after, undefined);
});

for (const { name, changed } of shifts) {
  test(`an alarm comes within 200 first contacts of the moment when ${name}`, () => {
    const delays = Array.from({ length: 20 }, (_, seed) => {
      const random = seeded(`${name} ${seed}`);
      const before = untilAlarm(noDrift, 14 * daily, () => hamScore(random), random);
      const scoreAt = () => changed(hamScore(random), random);
      return untilAlarm(before.drift, 1000, scoreAt, random).after ?? 1000;
    });
    const late = delays.filter((after) => after > 200).length;
    assert.ok(late <= 1, delays.join(" "));
  });
}

test("the first few are only remembered, and what scores beyond the scale is no trouble", () => {
  let drift = noDrift;
  for (const score of [1e9, -1e9, 40.2, -40.2]) drift = watched(drift, score, 0.5);
  assert.equal(seenBy(drift), 4);
  assert.equal(changeIn(drift), 0);
  assert.equal(alarmAt(0), alarmAt(900));
});
