// A page of horizontal bars as SVG: medians as bars, ranges as lines across them, every value
// beside its bar in words. Readable in light and in dark, and without any colour at all.

import type { Spread } from "./bench/spread.ts";

export interface Bar {
  readonly label: string;
  readonly tone: Tone;
  /** Undefined: there is no figure, and `text` says why. */
  readonly range: Spread | undefined;
  /** The value as a reader should hear it. */
  readonly text: string;
}

export type Tone = "ours" | "rival" | "open";

export interface Panel {
  readonly title: string;
  /** Under the title: what is measured, in which unit. */
  readonly note: string;
  /** Logarithmic: each line is ten times the last. */
  readonly scale: "linear" | "logarithmic";
  readonly bars: readonly Bar[];
}

export interface Chart {
  readonly title: string;
  /** For those who hear the picture. */
  readonly description: string;
  readonly legend: readonly { readonly tone: Tone; readonly text: string }[];
  readonly panels: readonly Panel[];
}

const width = 860;
const labelsEnd = 358;
const barsEnd = 730;
const rowHeight = 26;
const panelHead = 76;
const legendHeight = 56;

export function barChart(chart: Chart): string {
  const heights = chart.panels.map(({ bars }) => panelHead + bars.length * rowHeight + 16);
  const tops = heights.map((_, i) => sum(heights.slice(0, i)) + 44);
  const height = 44 + sum(heights) + legendHeight;
  const drawn = chart.panels.map((panel, i) => drawnPanel(panel, tops[i] ?? 0));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
      `width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `  <title id="title">${escaped(chart.title)}</title>`,
    `  <desc id="description">${escaped(chart.description)}</desc>`,
    styles,
    `  <rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="14" class="paper"/>`,
    `  <text class="head" x="24" y="36">${escaped(chart.title)}</text>`,
    ...drawn,
    ...drawnLegend(chart.legend, height - legendHeight),
    "</svg>\n",
  ].join("\n");
}

const styles = `  <style>
    :root { --paper: #ffffff; --edge: #d5dbe3; --ink: #1c2733; --soft: #5a6775;
      --ours: #2f6fb0; --rival: #b9772a; --open: #8a96a3; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #12181f; --edge: #33404d; --ink: #e8edf2; --soft: #a3afbb;
        --ours: #6cb0f2; --rival: #e0a04f; --open: #75828f; }
    }
    text { font-family: ui-sans-serif, system-ui, -apple-system, "Segoe UI", "DejaVu Sans",
      Arial, sans-serif; font-size: 13px; fill: var(--ink); }
    .head { font-size: 18px; font-weight: 600; }
    .panel { font-size: 15px; font-weight: 600; }
    .note { fill: var(--soft); }
    .label { text-anchor: end; }
    .tick { fill: var(--soft); font-size: 11px; text-anchor: middle; }
    .paper { fill: var(--paper); stroke: var(--edge); }
    .grid { stroke: var(--edge); }
    .range { stroke: var(--ink); stroke-width: 1.5; }
    .ours { fill: var(--ours); } .rival { fill: var(--rival); } .open { fill: var(--open); }
  </style>`;

function drawnPanel({ title, note, scale, bars }: Panel, top: number): string {
  const axis = axisFor(bars, scale);
  const bottom = top + panelHead + bars.length * rowHeight;
  const ticks = axis.ticks.map((tick) => {
    const x = axis.at(tick).toFixed(1);
    return [
      `  <line class="grid" x1="${x}" y1="${top + panelHead - 6}" x2="${x}" y2="${bottom}"/>`,
      `  <text class="tick" x="${x}" y="${top + panelHead - 12}">${shownTick(tick)}</text>`,
    ].join("\n");
  });
  return [
    `  <text class="panel" x="24" y="${top + 24}">${escaped(title)}</text>`,
    `  <text class="note" x="24" y="${top + 43}">${escaped(note)}</text>`,
    ...ticks,
    ...bars.map((bar, i) => drawnBar(bar, axis, top + panelHead + i * rowHeight)),
  ].join("\n");
}

function drawnBar({ label, tone, range, text }: Bar, axis: Axis, top: number): string {
  const middle = top + rowHeight / 2;
  const place = `x="${labelsEnd - 10}" y="${middle + 4}"`;
  const named = `  <text class="label" ${place}>${escaped(label)}</text>`;
  if (range === undefined) {
    return `${named}\n  <text x="${labelsEnd + 8}" y="${middle + 4}">${escaped(text)}</text>`;
  }
  const [end, from, to] = [range.median, range.min, range.max].map((one) => axis.at(one));
  const long = Math.max(1, (end ?? 0) - labelsEnd).toFixed(1);
  const beside = Math.max(end ?? 0, to ?? 0) + 10;
  const line = `x1="${from?.toFixed(1)}" x2="${to?.toFixed(1)}" y1="${middle}" y2="${middle}"`;
  return [
    named,
    `  <rect class="${tone}" x="${labelsEnd}" y="${top + 5}" width="${long}" height="16" rx="2"/>`,
    `  <line class="range" ${line}/>`,
    `  <text x="${beside.toFixed(1)}" y="${middle + 4}">${escaped(text)}</text>`,
  ].join("\n");
}

function drawnLegend(legend: Chart["legend"], top: number): readonly string[] {
  const entries = [...legend.map(({ tone, text }) => [swatch(tone), text] as const)];
  entries.push([
    `<line class="range" x1="0" x2="18" y1="7" y2="7"/>`,
    "least and most of the runs",
  ]);
  const each = (width - 48) / entries.length;
  return entries.map(([drawing, text], i) => {
    const place = `<g transform="translate(${(24 + i * each).toFixed(1)} ${top + 16})">`;
    return `  ${place}${drawing}<text x="26" y="12">${escaped(text)}</text></g>`;
  });
}

function swatch(tone: Tone): string {
  return `<rect class="${tone}" width="18" height="14" rx="2"/>`;
}

interface Axis {
  readonly ticks: readonly number[];
  /** Where a value stands, from the left. */
  at(value: number): number;
}

function axisFor(bars: readonly Bar[], scale: Panel["scale"]): Axis {
  const ranges = bars.map(({ range }) => range).filter((range) => range !== undefined);
  const most = Math.max(...ranges.map(({ max }) => max), scale === "linear" ? 1e-9 : 1);
  if (scale === "linear") return linearAxis(most);
  return logarithmicAxis(Math.min(...ranges.map(({ min }) => min), most), most);
}

function linearAxis(most: number): Axis {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10);
  const steps = Math.ceil(most / step - 1e-9);
  const end = steps * step;
  return {
    ticks: Array.from({ length: steps + 1 }, (_, i) => i * step),
    at: (value) => labelsEnd + ((barsEnd - labelsEnd) * Math.min(value, end)) / end,
  };
}

/** Whole powers of ten; what is zero stands at the left edge. */
function logarithmicAxis(least: number, most: number): Axis {
  const lowest = Math.floor(Math.log10(Math.max(least, 1e-3)));
  const highest = Math.max(lowest + 1, Math.ceil(Math.log10(most)));
  const share = (value: number): number =>
    Math.max(0, Math.log10(Math.max(value, 1e-9)) - lowest) / (highest - lowest);
  return {
    ticks: Array.from({ length: highest - lowest + 1 }, (_, i) => 10 ** (lowest + i)),
    at: (value) => labelsEnd + (barsEnd - labelsEnd) * Math.min(1, share(value)),
  };
}

function shownTick(value: number): string {
  if (value >= 1000) return value.toLocaleString("en");
  return String(Number(value.toPrecision(3)));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
