import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { after, day, epochMs, hour } from "../../base/units.ts";
import { distinct, type Mark, Sightings } from "./sightings.ts";

const t0 = epochMs(Date.UTC(2026, 0, 5));
const roomy = { all: 100, perTag: 100 };

let marks = 0;

function mark(ms: number): Mark {
  return { id: ++marks, at: after(t0, ms), struck: false };
}

test("striking out the newest mark brings back the one before", () => {
  const seen = new Sightings(roomy);
  const [old, young] = [mark(0), mark(day)];
  seen.note("sam", "a.example", old);
  seen.note("sam", "a.example", young);
  young.struck = true;
  const windows = distinct(seen, after(t0, day), (one) => one.who);
  assert.deepEqual([windows.sixHours, windows.sevenDays], [0, 1]);
  old.struck = true;
  assert.equal(distinct(seen, after(t0, day), (one) => one.who).thirtyDays, 0);
});

test("of too many pairs the least recently seen goes", () => {
  const seen = new Sightings({ all: 2, perTag: 2 });
  seen.note("a", "", mark(0));
  seen.note("b", "", mark(1));
  seen.note("a", "", mark(2));
  seen.note("c", "", mark(3));
  assert.deepEqual(
    seen.all.map((one) => one.who),
    ["a", "c"],
  );
});

test("of too many pairs under one tag its own oldest goes", () => {
  const seen = new Sightings({ all: 10, perTag: 2 });
  seen.note("x", "other", mark(0));
  for (const who of ["a", "b", "c"]) seen.note(who, "loud", mark(1));
  assert.deepEqual(
    seen.all.map((one) => one.who),
    ["x", "b", "c"],
  );
});

test("distinct names are counted as a plain list would count them, in any order", () => {
  const sighting = fc.record({
    who: fc.constantFrom("a", "b", "c"),
    tag: fc.constantFrom("x", "y"),
    ago: fc.integer({ min: 0, max: 40 * 24 }),
  });
  fc.assert(
    fc.property(fc.array(sighting, { maxLength: 40 }), (list) => {
      const seen = new Sightings(roomy);
      for (const { who, tag, ago } of list) seen.note(who, tag, mark(-ago * hour));
      const within = (hours: number) =>
        new Set(list.filter((one) => one.ago < hours).map((one) => one.tag)).size;
      assert.deepEqual(
        { ...distinct(seen, t0, (one) => one.tag) },
        {
          tenMinutes: within(1),
          sixHours: within(6),
          sevenDays: within(7 * 24),
          thirtyDays: within(30 * 24),
        },
      );
    }),
  );
});
