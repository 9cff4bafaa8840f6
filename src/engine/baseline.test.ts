import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { after, day, dayNumber, type EpochMs, epochMs, hour } from "../base/units.ts";
import {
  type Habit,
  habitOf,
  priorOf,
  priorOfNobody,
  surpriseBits,
  usualAt,
  withFloor,
} from "./baseline.ts";

const t0 = epochMs(Date.UTC(2026, 0, 5));
const evening = 19 * hour;
/** When all that an evening brings is there. */
const night = 21 * hour;

/** A host that was first seen on `t0`, whose newcomers came at these moments. */
function hostOf(moments: readonly EpochMs[], days: number): Habit {
  const on = dayNumber(after(t0, days * day));
  const perDay = Map.groupBy(moments, dayNumber);
  const counts = [...perDay].map(([one, all]) => [one, all.length] as const);
  return habitOf({ days: counts, moments }, days, on);
}

/** So many newcomers on each evening. */
function evenings(...newcomers: readonly number[]): Habit {
  const moments = newcomers.flatMap((count, on) =>
    Array.from({ length: count }, () => after(t0, on * day + evening)),
  );
  return hostOf(moments, newcomers.length);
}

const times = (count: number, one: number) => Array<number>(count).fill(one);

function bitsFor(habit: Habit, count: number, time = night): number {
  const usual = usualAt(habit, priorOfNobody, after(t0, time));
  return surpriseBits(count, withFloor(usual, 1));
}

test("of a host that nobody knows each further newcomer is a bit", () => {
  const bits = [1, 5, 14, 28].map((count) => Math.round(bitsFor(evenings(), count)));
  assert.deepEqual(bits, [0, 5, 14, 28]);
});

test("a dozen every evening are no surprise on the next, five times as many are", () => {
  const habit = evenings(...times(20, 12));
  assert.ok(bitsFor(habit, 12) < 2);
  assert.ok(bitsFor(habit, 24) < 6);
  assert.ok(bitsFor(habit, 60) > 14);
});

test("who comes in the evening is a surprise in the morning", () => {
  const habit = evenings(...times(20, 12));
  assert.ok(bitsFor(habit, 14, 7 * hour) > bitsFor(habit, 14) + 5);
});

test("a flood is no usual thing the day after, a host that grows is in two weeks", () => {
  const before = times(20, 2);
  const [next, later] = [1, 15].map((days) => bitsFor(evenings(...before, ...times(days, 60)), 60));
  assert.ok((next ?? 0) > 28, `${next}`);
  assert.ok((later ?? 99) < 10, `${later}`);
});

test("the past fades: a month of silence leaves nothing of it", () => {
  const [next, later] = [0, 31].map((silent) =>
    usualAt(evenings(...times(20, 12), ...times(silent, 0)), priorOfNobody, after(t0, night)),
  );
  assert.ok((next?.mean ?? 0) > 6);
  assert.ok((later?.mean ?? 9) < 0.1);
});

test("hosts of which little is seen are taken for hosts like the others", () => {
  const few = Array.from({ length: 19 }, () => ({ newcomers: 5, days: 10 }));
  assert.deepEqual(priorOf(few), priorOfNobody);
  const alike = Array.from({ length: 100 }, () => ({ newcomers: 5, days: 10 }));
  const even = priorOf(alike);
  assert.ok(Math.abs(even.shape / even.rate - 0.5) < 0.01);
  const uneven = priorOf(alike.map((one, at) => ({ ...one, newcomers: at % 50 === 0 ? 250 : 0 })));
  assert.ok(Math.abs(uneven.shape / uneven.rate - 0.5) < 0.01);
  assert.ok(uneven.shape < even.shape / 20);
});

test("surprise is by the tail of a negative binomial", () => {
  // Mean 2, size 1 is geometric: P(X >= n) = (2/3)^n.
  for (const count of [3, 10, 40]) {
    const bits = surpriseBits(count, { mean: 2, size: 1 });
    assert.ok(Math.abs(bits - count * Math.log2(1.5)) < 0.01, `${bits}`);
  }
  assert.equal(surpriseBits(2, { mean: 2, size: 1 }), 0);
});

test("more is never less surprising", () => {
  const counts = fc.integer({ min: 0, max: 64 });
  const usual = fc.record({
    mean: fc.double({ min: 0.001, max: 50, noNaN: true }),
    size: fc.double({ min: 0.05, max: 4, noNaN: true }),
  });
  fc.assert(
    fc.property(counts, usual, (count, one) => {
      const bits = surpriseBits(count, one);
      assert.ok(Number.isFinite(bits) && bits >= 0);
      assert.ok(surpriseBits(count + 1, one) >= bits - 0.05);
    }),
  );
});

test("whatever comes when, the quarters of a day add up to the day", () => {
  const offsets = fc.array(fc.integer({ min: 0, max: 30 * day - 1 }), { maxLength: 60 });
  fc.assert(
    fc.property(offsets, (some) => {
      const moments = some.map((offset) => after(t0, offset)).sort((a, b) => a - b);
      const habit = hostOf(moments, 30);
      const sum = [6, 12, 18, 24]
        .map((hours) => usualAt(habit, priorOfNobody, after(t0, hours * hour - 1)).mean)
        .reduce((all, one) => all + one, 0);
      const expected = (priorOfNobody.shape + habit.newcomers) / (priorOfNobody.rate + habit.days);
      assert.ok(Math.abs(sum - expected) < 0.01 * expected, `${sum} ${expected}`);
    }),
    { numRuns: 40 },
  );
});
