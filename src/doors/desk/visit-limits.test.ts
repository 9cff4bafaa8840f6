import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { after, epochMs, minute, second } from "../../base/units.ts";
import { makeVisitLimits } from "./visit-limits.ts";

const noon = epochMs(Date.UTC(2026, 10, 28, 12));

test("one network's visits run out and come back, and another's are its own", () => {
  const limits = makeVisitLimits();
  for (let i = 0; i < 20; i++) assert.equal(limits.take("entry", `203.0.113.${i}`, noon), 0);
  assert.equal(limits.take("entry", "203.0.113.200", noon), 30 * second);
  assert.equal(limits.take("entry", "203.0.112.7", noon), 0);
  assert.equal(limits.take("appeal", "203.0.113.200", noon), 0, "an appeal counts by itself");
  assert.equal(limits.take("entry", "203.0.113.200", after(noon, 31 * second)), 0);
  assert.ok(limits.take("entry", "203.0.113.200", after(noon, 32 * second)) > 0);
});

test("who changes between blocks of one provider shares its wider network", () => {
  const limits = makeVisitLimits();
  let taken = 0;
  for (let i = 0; i < 200; i++)
    if (limits.take("appeal", `2001:db8:${i.toString(16)}::1`, noon) === 0) taken++;
  assert.equal(taken, 50);
});

test("a refused visit costs nothing: whoever waits as told is let in", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 * minute }), { maxLength: 60 }), (pauses) => {
      const limits = makeVisitLimits();
      let now = noon;
      for (const pause of pauses) {
        const wait = limits.take("appeal", "198.51.100.7", now);
        assert.ok(wait <= 10 * minute);
        if (wait > 0) assert.equal(limits.take("appeal", "198.51.100.7", after(now, wait)), 0);
        now = after(now, wait + pause);
      }
    }),
    { numRuns: 50 },
  );
});
