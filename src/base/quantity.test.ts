import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatDuration, formatSize, parseDuration, parseSize } from "./quantity.ts";

test("a time carries its unit", () => {
  assert.equal(parseDuration("10m"), 600_000);
  assert.equal(parseDuration("1.5h"), 5_400_000);
  assert.equal(parseDuration("1h 30m"), 5_400_000);
  assert.equal(parseDuration("250ms"), 250);
  assert.equal(parseDuration("0s"), 0);
});

test("a bare number, a negative time and a month name no time", () => {
  for (const text of ["10", "", "-5m", "1 month", "10M", "5m later", "m", "1e3s", "5m,"]) {
    assert.equal(parseDuration(text), undefined, text);
  }
});

test("a size counts in powers of 1024", () => {
  assert.equal(parseSize("256KiB"), 262_144);
  assert.equal(parseSize("1MiB"), 1_048_576);
  assert.equal(parseSize("256KB"), undefined);
  assert.equal(parseSize("256"), undefined);
});

test("what is written reads back", () => {
  const amount = fc.integer({ min: 0, max: 315_360_000_000 });
  fc.assert(
    fc.property(amount, (ms) => {
      assert.equal(parseDuration(formatDuration(ms)), ms);
      assert.equal(parseSize(formatSize(ms)), ms);
    }),
  );
});

test("no text throws, however long", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const ms = parseDuration(text);
      assert.ok(ms === undefined || ms >= 0);
    }),
  );
  assert.equal(parseDuration("1".repeat(100_000)), undefined);
});
