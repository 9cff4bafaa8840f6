// How a plot looks: from its numbers to uPlot's options.

import uPlot from "uplot";
import type { Drawing, Look, Measure, Series, Tone } from "../plot-spec.ts";

const { lang } = document.documentElement;
const pattern: Readonly<Record<Look, readonly number[]>> = {
  line: [],
  area: [],
  bars: [],
  points: [],
  dashes: [8, 5],
  dots: [2, 4],
};

export function chartIn(box: HTMLElement, drawing: Drawing, tell: (text: string) => void): uPlot {
  const toneOf = tonesIn(box);
  const options: uPlot.Options = {
    ...sizeOf(box),
    ms: 1,
    padding: [14, 22, 0, 0],
    scales: scalesOf(drawing),
    axes: axesOf(drawing, toneOf("plain"), fontOf(box)),
    series: [{}, ...drawing.series.map((one) => lookOf(one, toneOf(one.tone)))],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    hooks: {
      drawAxes: [(chart) => drawDiagonal(chart, drawing, toneOf("plain"))],
      draw: [(chart) => drawOver(chart, drawing, toneOf, fontOf(box))],
      setCursor: [({ cursor }) => tell(cursor.idx == null ? "" : said(drawing, cursor.idx))],
    },
  };
  return new uPlot(options, columnsOf(drawing), box);
}

export function columnsOf({ x, series }: Drawing): uPlot.AlignedData {
  return [[...x], ...series.map(({ values }) => [...values])];
}

export function sizeOf(box: HTMLElement): { readonly width: number; readonly height: number } {
  return { width: Math.max(120, box.clientWidth), height: Math.max(100, box.clientHeight) };
}

/** The tone as the theme has it now: a canvas knows no classes. */
function tonesIn(box: HTMLElement): (tone: Tone) => string {
  const probe = document.createElement("span");
  probe.hidden = true;
  box.append(probe);
  return (tone) => {
    probe.className = `swatch tone-${tone}`;
    return getComputedStyle(probe).color;
  };
}

function fontOf(box: HTMLElement): string {
  return `12px ${getComputedStyle(box).fontFamily}`;
}

function faint(color: string, share: number): string {
  return `color-mix(in srgb, ${color} ${share * 100}%, transparent)`;
}

function scalesOf({ xIs, yIs, x, series }: Drawing): uPlot.Scales {
  const isBars = series.some(({ look }) => look === "bars");
  const bin = (x[1] ?? 1) - (x[0] ?? 0);
  const room = isBars ? bin / 2 : 0;
  const along = (_: uPlot, min: number, max: number): [number, number] =>
    xIs === "share" ? [0, 1] : min === max ? [min - 1, max + 1] : [min - room, max + room];
  const top = (_: uPlot, _min: number, max: number): [number, number] => {
    if (yIs === "share" && !isBars) return [0, 1];
    return [0, yIs === "count" ? Math.max(4, max * 1.1) : max > 0 ? max * 1.1 : 1];
  };
  return { x: { time: xIs === "moment", range: along }, y: { range: top } };
}

function axesOf({ xIs, xLabel, yIs }: Drawing, ink: string, font: string): uPlot.Axis[] {
  const grid = { stroke: faint(ink, 0.18), width: 1 };
  const axis = { stroke: ink, font, grid, ticks: { ...grid, size: 4 } };
  const as =
    (is: Measure) =>
    (_: uPlot, ticks: number[]): string[] =>
      ticks.map((one) => written(is, one));
  const label = xIs === "moment" ? {} : { label: xLabel, labelFont: font, labelSize: 18 };
  const whole = yIs === "count" ? { incrs: wholeSteps } : {};
  return [
    { ...axis, ...label, values: as(xIs), size: 26, gap: 3, space: 64 },
    { ...axis, ...whole, values: as(yIs), size: 48, gap: 4, space: 32 },
  ];
}

/** Nobody counts halves of a delivery. */
const wholeSteps = [1, 10, 100, 1000, 10_000, 100_000].flatMap((one) => [one, 2 * one, 5 * one]);

function lookOf({ look, label }: Series, color: string): uPlot.Series {
  const dash = pattern[look];
  const line = { label, stroke: color, width: 2, points: { show: false } };
  if (look === "points") return { ...line, width: 0, points: { show: true, size: 8, fill: color } };
  if (look === "bars") {
    const paths = uPlot.paths.bars?.({ size: [0.9, 80], gap: 1 });
    return { ...line, width: 1, fill: faint(color, 0.35), ...(paths && { paths }) };
  }
  const fill = look === "area" ? { fill: faint(color, 0.25), width: 1.5 } : {};
  return { ...line, ...fill, ...(dash.length > 0 && { dash: [...dash] }) };
}

/** Below the series: where both axes say the same. */
function drawDiagonal(chart: uPlot, { diagonal }: Drawing, ink: string): void {
  if (!diagonal) return;
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.strokeStyle = faint(ink, 0.6);
  ctx.setLineDash([4, 4]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, bbox.top + bbox.height);
  ctx.lineTo(bbox.left + bbox.width, bbox.top);
  ctx.stroke();
  ctx.restore();
}

/** What uPlot has no word for: intervals around values, and lines across. */
function drawOver(
  chart: uPlot,
  { x, series, marks }: Drawing,
  toneOf: (tone: Tone) => string,
  font: string,
): void {
  const { ctx, bbox } = chart;
  const pixels = uPlot.pxRatio;
  const [left, top] = [
    (at: number) => chart.valToPos(at, "x", true),
    (at: number) => chart.valToPos(at, "y", true),
  ];
  ctx.save();
  ctx.lineWidth = 1.5 * pixels;
  for (const { tone, low = [], high = [] } of series) {
    ctx.strokeStyle = toneOf(tone);
    ctx.beginPath();
    for (const [index, at] of x.entries()) {
      const [from, to] = [low[index] ?? null, high[index] ?? null];
      if (from === null || to === null) continue;
      ctx.moveTo(left(at), top(from));
      ctx.lineTo(left(at), top(to));
    }
    ctx.stroke();
  }
  ctx.font = font.replace("12px", `${12 * pixels}px`);
  ctx.textBaseline = "top";
  ctx.setLineDash([6 * pixels, 3 * pixels]);
  for (const [index, { at, label, tone }] of marks.entries()) {
    const place = left(at);
    if (place < bbox.left || place > bbox.left + bbox.width) continue;
    ctx.strokeStyle = ctx.fillStyle = toneOf(tone);
    ctx.beginPath();
    ctx.moveTo(place, bbox.top);
    ctx.lineTo(place, bbox.top + bbox.height);
    ctx.stroke();
    const isLate = place > bbox.left + bbox.width * 0.7;
    ctx.textAlign = isLate ? "right" : "left";
    // Two thresholds may stand close together: their words are on lines of their own.
    const line = bbox.top + (2 + 15 * (index % 3)) * pixels;
    ctx.fillText(label, place + (isLate ? -5 : 5) * pixels, line);
  }
  ctx.restore();
}

/** All values at one x, in a line. */
function said({ x, xIs, yIs, series }: Drawing, index: number): string {
  const values = series.map(({ label, values: all, low, high }) => {
    const value = all[index] ?? null;
    const [from, to] = [low?.[index] ?? null, high?.[index] ?? null];
    const interval =
      from === null || to === null ? "" : ` (${written(yIs, from)}–${written(yIs, to)})`;
    return `${label} ${value === null ? "–" : written(yIs, value)}${interval}`;
  });
  return `${written(xIs, x[index] ?? 0, true)}: ${values.join(", ")}`;
}

const clock = new Intl.DateTimeFormat(lang, {
  ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
});
const precise = new Intl.DateTimeFormat(lang, {
  ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
});
const dayAlone = new Intl.DateTimeFormat(lang, { month: "short", day: "numeric" });
const count = new Intl.NumberFormat(lang, { notation: "compact" });
const plain = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 1 });

function written(is: Measure, value: number, precisely = false): string {
  switch (is) {
    case "moment": {
      const date = new Date(value);
      if (precisely) return precise.format(date);
      const isMidnight = date.getHours() === 0 && date.getMinutes() === 0;
      return (isMidnight ? dayAlone : clock).format(date);
    }
    case "count":
      return count.format(value);
    case "share":
      return share.format(value);
    case "number":
      return plain.format(value);
  }
}
