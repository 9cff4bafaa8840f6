import assert from "node:assert/strict";
import { test } from "node:test";
import { after, type EpochMs, hour, minute } from "../../base/units.ts";
import type { ScorePicture } from "../../services/score-picture.ts";
import { noon } from "./desk.fixture.ts";
import { momentsFor } from "./moments.ts";
import type { Asked } from "./page.ts";
import { growthOf, growthPlot, reliabilityPlot, scoresPlot } from "./plot-kinds.ts";
import { speechIn } from "./words.ts";

const asked = { ...speechIn("en"), moments: momentsFor("en", "UTC", noon) } as Asked;

const arrivals = Array.from({ length: 5000 }, (_, index): EpochMs => after(noon, index * 100));

test("a wave's growth is drawn with few points, and ends with all of them", async () => {
  const { x, values } = growthOf(arrivals);
  assert.ok(x.length <= 121, `${x.length} points`);
  assert.equal(values.at(0), 1);
  assert.equal(values.at(-1), 5000);
  assert.deepEqual(
    [...values],
    values.toSorted((a, b) => a - b),
    "it only grows",
  );
  const page = String(await growthPlot(asked, arrivals.toReversed()));
  assert.match(page, /5,000 deliveries, the first on Nov 28, 2026, 12:00/);
  const table = /<tbody>(.*)<\/tbody>/s.exec(page)?.[1] ?? "";
  assert.ok(table.split("<tr>").length <= 13, "a table that somebody reads");
  assert.match(table, /5,000/);
});

test("one delivery grows into nothing", () => {
  assert.equal(growthPlot(asked, [noon]), "");
});

test("two that came together are still a plot", () => {
  const { x, values } = growthOf([noon, noon]);
  assert.equal(values.at(-1), 2);
  assert.equal(new Set(x).size, x.length);
  const far = growthOf([noon, after(noon, hour), after(noon, hour + minute)]);
  assert.equal(far.values.at(-1), 3);
});

const picture: ScorePicture = {
  contacts: 7,
  scores: [
    { at: -8, ham: 3, spam: 0, unknown: 2 },
    { at: 12, ham: 1, spam: 1, unknown: 0 },
  ],
  reliability: [
    { said: 0.02, contacts: 5, spam: 0, found: 0, low: 0, high: 0.43 },
    { said: 0.9, contacts: 2, spam: 0, found: 0, low: 0, high: 0.66 },
  ],
  holdAt: 12,
  settleAt: 0,
};

test("scores say in words how much of what is wanted lies above the threshold", async () => {
  const page = String(await scoresPlot(asked, picture));
  assert.match(page, /Of 4 who turned out not to be spam, 1 scores 12 or more/);
  assert.match(page, /10 to 14/);
  const json = /id="scores-numbers">(.*?)<\/script>/.exec(page)?.[1] ?? "";
  const { series, marks } = JSON.parse(json);
  assert.deepEqual(series[0].values, [0.75, 0.25], "shares of their kind");
  assert.deepEqual(
    marks.map(({ at }: { at: number }) => at),
    [0, 12],
  );
});

test("reliability says in words where what was said was not so", async () => {
  const page = String(await reliabilityPlot(asked, picture));
  assert.match(page, /7 first contacts\. In 1 of 2 groups another share/);
  assert.match(page, /0%–66%/);
});

test("with nothing to draw there is a sentence", async () => {
  const none = { ...picture, scores: [], reliability: [] };
  assert.match(String(await scoresPlot(asked, none)), /class="empty"/);
  assert.match(String(await reliabilityPlot(asked, none)), /class="empty"/);
});
