import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFragment } from "parse5";
import { type Bar, barChart, type Chart } from "./bar-chart.ts";

function chartOf(scale: "linear" | "logarithmic", bars: readonly Bar[]): Chart {
  const legend = [{ tone: "ours", text: "ours" }] as const;
  return { title: "t", description: "d", legend, panels: [{ title: "p", note: "n", scale, bars }] };
}

function bar(label: string, median: number, min = median, max = median): Bar {
  return { label, tone: "ours", range: { median, min, max }, text: `${median}` };
}

/** The drawn lengths of the bars, in their order; the legend's swatch is none. */
function lengths(svg: string): readonly number[] {
  const found = svg.matchAll(/class="(?:ours|rival|open)" x="358" [^>]*width="([\d.]+)"/g);
  return [...found].map(([, length]) => Number(length));
}

test("on a linear scale twice as much is twice as long", () => {
  const [one = 0, two = 0] = lengths(barChart(chartOf("linear", [bar("a", 20), bar("b", 40)])));
  assert.ok(Math.abs(two - 2 * one) < 0.2, `${one} and ${two}`);
});

test("on a logarithmic scale ten times as much is a step of the same length further", () => {
  const bars = [bar("a", 2), bar("b", 20), bar("c", 200)];
  const [a = 0, b = 0, c = 0] = lengths(barChart(chartOf("logarithmic", bars)));
  assert.ok(Math.abs(b - a - (c - b)) < 0.2 && b > a, `${a}, ${b}, ${c}`);
});

test("nothing leaves the page, whatever the values", () => {
  for (const scale of ["linear", "logarithmic"] as const) {
    const bars = [bar("none", 0), bar("wide", 1, 0, 1e6), bar("tiny", 1e-7)];
    const svg = barChart(chartOf(scale, bars));
    for (const [, x] of svg.matchAll(/\bx[12]?="(-?[\d.]+|NaN|Infinity)"/g)) {
      assert.ok(Number(x) >= 0 && Number(x) <= 860, `${scale}: ${x}`);
    }
    assert.ok(!/NaN|Infinity/.test(svg), scale);
  }
});

test("a bar without a figure says why, and words can't break the picture", () => {
  const without: Bar = { ...bar('a <b> & "c"', 1), range: undefined, text: "nothing got through" };
  const svg = barChart(chartOf("linear", [without, bar("b", 3)]));
  assert.equal(lengths(svg).length, 1);
  assert.match(svg, /nothing got through/);
  assert.match(svg, /a &lt;b> &amp; &quot;c&quot;/);
  const tags = JSON.stringify(parseFragment(svg), (key, value) =>
    key === "parentNode" ? 0 : value,
  );
  assert.ok(!tags.includes('"nodeName":"b"'));
});

test("it has a title and a description to be heard, and colours for light and for dark", () => {
  const svg = barChart(chartOf("linear", [bar("a", 1)]));
  assert.match(svg, /<title id="title">t<\/title>/);
  assert.match(svg, /<desc id="description">d<\/desc>/);
  assert.match(svg, /prefers-color-scheme: dark/);
  assert.match(svg, /least and most of the runs/);
});
