import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { shippedSettings } from "../policy.ts";
import { signals } from "../signals/index.ts";
import { type Lesson, lessonsMin, refit } from "./refit.ts";

function lessons(isSpam: boolean, count: number, ...symbols: readonly string[]): Lesson[] {
  const found = symbols.map((symbol) => ({ symbol, strength: 1 }));
  return Array.from({ length: count }, (_, index) => {
    return { found, isSpam, group: index + (isSpam ? 0 : 10_000) };
  });
}

const shipped = (symbol: string) => shippedSettings.signals[symbol]?.decibans ?? 0;

/** Here texts of five mentions are what friends write, and links are what spam brings. */
const oddly = [
  ...lessons(true, 60, "CAMPAIGN", "NEWCOMER", "STRANGER_LINK"),
  ...lessons(false, 60, "CAMPAIGN", "NEWCOMER", "MANY_MENTIONS"),
];

test("rulings move weights to where they tell spam from ham here", () => {
  const { weights, spam, ham } = refit(oddly, shippedSettings);
  assert.deepEqual([spam, ham], [60, 60]);
  assert.ok((weights["STRANGER_LINK"] ?? 0) > shipped("STRANGER_LINK"), JSON.stringify(weights));
  assert.ok((weights["MANY_MENTIONS"] ?? 99) < shipped("MANY_MENTIONS"), JSON.stringify(weights));
});

test("a few rulings, or rulings of one kind alone, move nothing", () => {
  const few = [...lessons(true, 500, "STRANGER_LINK"), ...lessons(false, lessonsMin - 1, "WAVE")];
  assert.deepEqual(refit(few, shippedSettings).weights, {});
});

test("a campaign is one lesson, however often it is ruled on", () => {
  const [one] = lessons(false, 1, "CAMPAIGN", "NEWCOMER");
  assert.ok(one);
  const often = Array.from({ length: 400 }, () => one);
  const once = refit([...oddly, one], shippedSettings).weights;
  assert.deepEqual(refit([...oddly, ...often], shippedSettings).weights, once);
});

test("rulings the other way round lead back", () => {
  const turned = oddly.map((one) => ({ ...one, isSpam: !one.isSpam, group: one.group + 50_000 }));
  const farOf = (some: readonly Lesson[]) =>
    ["STRANGER_LINK", "MANY_MENTIONS"].map((symbol) => {
      const { weights } = refit(some, shippedSettings);
      return Math.abs((weights[symbol] ?? shipped(symbol)) - shipped(symbol));
    });
  const [before, after] = [farOf(oddly), farOf([...oddly, ...turned])];
  before.forEach((far, index) => {
    assert.ok(far > (after[index] ?? far) + 0.3, `${far}`);
  });
});

const anything = fc.array(
  fc.record({
    found: fc.array(
      fc.record({
        symbol: fc.constantFrom(...signals.map(({ symbol }) => symbol)),
        strength: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 5 },
    ),
    isSpam: fc.boolean(),
    group: fc.integer({ min: 0, max: 400 }),
  }),
  { minLength: 20, maxLength: 120 },
);

test("whatever is ruled, no weight goes far, changes sides, or comes to hold alone", () => {
  const { prior, holdAt, groupMax } = shippedSettings;
  fc.assert(
    fc.property(anything, (some) => {
      const { weights } = refit(some, shippedSettings);
      for (const { symbol, group, decibans } of signals) {
        const now = weights[symbol] ?? shipped(symbol);
        assert.ok(Math.abs(now - shipped(symbol)) <= 3.05);
        assert.ok(now * decibans >= 0 && Math.abs(now) <= groupMax[group]);
        assert.ok(prior + now < holdAt);
      }
    }),
    { numRuns: 40 },
  );
});
