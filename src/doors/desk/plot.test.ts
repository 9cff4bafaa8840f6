import assert from "node:assert/strict";
import { test } from "node:test";
import { epochMs, minute } from "../../base/units.ts";
import { noon } from "./desk.fixture.ts";
import { momentsFor } from "./moments.ts";
import type { Asked } from "./page.ts";
import { type Plot, plot } from "./plot.ts";
import { speechIn } from "./words.ts";

/** What a plot asks of a request. */
const asked = { ...speechIn("en"), moments: momentsFor("en", "UTC", noon) } as Asked;

const given: Plot = {
  id: "growth",
  title: "How it grew",
  summary: "From 1 to 3 in a minute.",
  x: [noon, noon + minute],
  xIs: "moment",
  xLabel: "Time",
  yIs: "count",
  series: [{ label: "</script><b>members", tone: "hold", look: "line", values: [1, null] }],
};

test("a plot is a sentence, a table of all its numbers, and JSON for the script", async () => {
  const page = String(await plot(asked, given));
  assert.match(page, /From 1 to 3 in a minute\./);
  assert.match(page, /<th scope="row"><time [^>]*>Nov 28, 2026, 12:00<\/time><\/th>/);
  assert.match(page, /<td class="number">1<\/td>/);
  assert.match(page, /<td class="number">–<\/td>/, "what is not there is not nought");
  const json = /id="growth-numbers">(.*?)<\/script>/.exec(page)?.[1] ?? "";
  const { x, series } = JSON.parse(json);
  assert.deepEqual(x, [noon, noon + minute]);
  assert.deepEqual(series[0].values, [1, null]);
});

test("no name of a series ends the element that holds the numbers", async () => {
  const page = String(await plot(asked, given));
  assert.equal(page.match(/<\/script>/g)?.length, 1);
  assert.ok(!page.includes("<b>members"));
});

test("intervals stand beside values, and a table may be shorter than the drawing", async () => {
  const series = [
    {
      ...({ label: "found", tone: "ham", look: "points" } as const),
      values: [0.5, 1],
      low: [0.25, null],
      high: [0.75, null],
    },
  ];
  const shares = { ...given, x: [0.5, 1], xIs: "share", yIs: "share", series } as const;
  const whole = String(await plot(asked, shares));
  assert.match(whole, /50% <small>\(25%–75%\)<\/small>/);
  const table = { head: ["hour", "kept"], rows: [[momentText(), "3"]] };
  const short = String(await plot(asked, { ...given, table }));
  assert.equal(short.match(/<tr>/g)?.length, 2);
});

function momentText(): string {
  return asked.moments.text(epochMs(noon));
}
