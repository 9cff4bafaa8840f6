import assert from "node:assert/strict";
import { test } from "node:test";
import { epochMs } from "../../base/units.ts";
import { type Fate, type Filter, noFilter } from "../../lab/filter.ts";
import { hamOf } from "../../lab/traffic/ham.ts";
import { home } from "../../lab/traffic/home.ts";
import { logOf, type TrafficLog } from "../../lab/traffic/scribe.ts";
import { measure } from "./siege-measure.ts";

const start = epochMs(Date.parse("2026-03-02T00:00:00.000Z"));

/** A day of ordinary mail in which every third delivery counts as spam that reaches two. */
function someLog(): TrafficLog {
  const plan = { seed: "m", start, days: 1, deliveriesPerDay: 90, localActs: true };
  const { lines, truths } = logOf(home, start, hamOf(plan));
  return {
    lines,
    truths: truths.map((truth, i) =>
      i % 3 === 0
        ? { delivery: truth.delivery, recipients: 2, truth: "spam", attack: "made up" }
        : truth,
    ),
  };
}

/** No filter, with some fates changed; they come only when the clock has run on. */
function changing(change: (fate: Fate) => readonly Fate[]): Filter {
  const none = noFilter();
  const later: Fate[] = [];
  return {
    name: "changing",
    async feed(line) {
      later.push(...(await none.feed(line)).flatMap(change));
      return [];
    },
    finish: async () => later,
  };
}

test("without a filter all spam reaches people, and nothing else is touched", async () => {
  const log = someLog();
  const { notified, firstsHeld, hamHeld } = await measure(noFilter(), log);
  assert.equal(notified.of, 2 * Math.ceil(log.truths.length / 3));
  assert.equal(notified.part, notified.of);
  assert.ok(firstsHeld.of > 0 && hamHeld.of > firstsHeld.of);
  assert.equal(firstsHeld.part + hamHeld.part, 0);
});

test("what is held reaches nobody; what is recalled had reached them", async () => {
  const log = someLog();
  const held = await measure(
    changing((fate) => [{ ...fate, outcome: "held" }]),
    log,
  );
  assert.equal(held.notified.part, 0);
  assert.equal(held.firstsHeld.part, held.firstsHeld.of);
  const recalled = await measure(
    changing((fate) => [fate, { ...fate, outcome: "recalled" }]),
    log,
  );
  assert.equal(recalled.notified.part, recalled.notified.of);
});

test("a filter that loses a delivery is no filter", async () => {
  await assert.rejects(
    measure(
      changing(() => []),
      someLog(),
    ),
    /what became of it/,
  );
});
