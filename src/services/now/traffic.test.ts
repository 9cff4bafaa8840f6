import assert from "node:assert/strict";
import { test } from "node:test";
import { after, hour, minute, second } from "../../base/units.ts";
import type { Verdict } from "../../model/verdict.ts";
import type { Done } from "../../ports/journal.ts";
import { type Lane, lanes, noCounts } from "./lanes.ts";
import { arrivalOf, moment, stoppedClock, verdictOf } from "./now.fixture.ts";
import { makeTraffic, nextSlotAt, slotsShown } from "./traffic.ts";

function counting() {
  const clock = stoppedClock(moment);
  const traffic = makeTraffic(clock);
  const judged = (verdict: Verdict, done: Done): void =>
    traffic.journal.judged(arrivalOf(1), verdict, done, undefined);
  return { clock, traffic, judged };
}

const only = (counts: Partial<Record<Lane, number>>) => ({ ...noCounts(), ...counts });

test("each delivery is counted by what was done with it, in the slot in which it came", () => {
  const { clock, traffic, judged } = counting();
  judged(verdictOf("accept", undefined, "fast"), "passed");
  judged(verdictOf("accept"), "passed");
  judged(verdictOf("hold"), "held");
  judged(verdictOf("hold"), "passed");
  judged(verdictOf("settle"), "turned-away");
  assert.deepEqual(traffic.slots(), [], "a slot is told when it has ended");
  clock.at = after(moment, 10 * second);
  judged(verdictOf("settle"), "settling");
  assert.deepEqual(traffic.slots(), [
    {
      at: moment,
      counts: only({ passed: 1, accept: 1, hold: 1, wouldHold: 1, turnedAway: 1 }),
    },
  ]);
  clock.at = after(moment, 30 * second);
  const later = traffic.slots(moment);
  assert.deepEqual(
    later.map(({ at, counts }) => [at, counts.settle]),
    [
      [after(moment, 10 * second), 1],
      [after(moment, 20 * second), 0],
    ],
    "also what was quiet has its slot",
  );
});

test("an hour is remembered, and never more, however much comes", () => {
  const { clock, traffic, judged } = counting();
  for (let at = 0; at < 3 * hour; at += 10 * second) {
    clock.at = after(moment, at);
    judged(verdictOf("accept"), "passed");
  }
  clock.at = after(moment, 3 * hour);
  const slots = traffic.slots();
  assert.equal(slots.length, slotsShown);
  assert.equal(slots[0]?.at, after(moment, 2 * hour));
  assert.ok(slots.every(({ counts }) => counts.accept === 1));
});

test("what lies longer back than an hour is not counted as now", () => {
  const { clock, traffic, judged } = counting();
  judged(verdictOf("hold"), "held");
  clock.at = after(moment, hour + minute);
  assert.ok(traffic.slots().every(({ counts }) => lanes.every((lane) => counts[lane] === 0)));
  assert.equal(traffic.slots().length, slotsShown);
});

test("before it was started there is nothing to tell of", () => {
  const { clock, traffic } = counting();
  clock.at = after(moment, minute);
  assert.equal(traffic.since, moment);
  assert.equal(traffic.slots().length, 6);
  assert.equal(nextSlotAt(clock.at), after(moment, 70 * second));
});
