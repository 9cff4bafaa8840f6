// The plots of the page of what happens now: an hour in slots of ten seconds, a day in hours.

import { html } from "hono/html";
import { epochMs } from "../../../base/units.ts";
import { type Counts, type Lane, sumOf } from "../../../services/now/lanes.ts";
import type { Asked, Html } from "../page.ts";
import { type Plot, plot } from "../plot.ts";
import type { Look, Tone } from "../plot-spec.ts";
import { live } from "./live-text.ts";
import type { Texts } from "./texts.ts";
import { keptLanes, sumIn, type View, wouldLanes } from "./view.ts";

interface Line {
  readonly label: string;
  readonly tone: Tone;
  readonly look: Look;
  /** Counted together. */
  readonly lanes: readonly Lane[];
}

/** By the plot's id, the lanes of each of its series: for the script that goes on drawing. */
export type PlotLanes = Readonly<Record<string, readonly (readonly Lane[])[]>>;

export const hourPlots = (asked: Asked, view: View): readonly [string, readonly Line[]][] => [
  ["let-in", letInLines(asked)],
  ["kept-back", view.watches ? wouldLines(asked) : keptLines(asked, view)],
];

export function lanesOf(asked: Asked, view: View): PlotLanes {
  const all = hourPlots(asked, view);
  return Object.fromEntries(all.map(([id, lines]) => [id, lines.map(({ lanes }) => lanes)]));
}

function letInLines({ words: { now } }: Asked): readonly Line[] {
  return [
    { label: now.passed, tone: "passed", look: "area", lanes: ["passed"] },
    { label: now.accept, tone: "accept", look: "line", lanes: ["accept"] },
    { label: now.flag, tone: "flag", look: "dots", lanes: ["flag"] },
  ];
}

function keptLines({ words: { now } }: Asked, { hour }: View): readonly Line[] {
  const lines: Line[] = [
    { label: now.hold, tone: "hold", look: "area", lanes: ["hold"] },
    { label: now.settle, tone: "settle", look: "dashes", lanes: ["settle"] },
    { label: now.reject, tone: "reject", look: "dots", lanes: ["reject"] },
  ];
  if (sumIn(hour, wouldLanes) > 0)
    lines.push({ label: now.watched, tone: "plain", look: "line", lanes: wouldLanes });
  return lines;
}

function wouldLines({ words: { now } }: Asked): readonly Line[] {
  return [
    { label: now.hold, tone: "hold", look: "area", lanes: ["wouldHold"] },
    { label: now.settle, tone: "settle", look: "dashes", lanes: ["wouldSettle"] },
    { label: now.reject, tone: "reject", look: "dots", lanes: ["wouldReject"] },
  ];
}

export function trafficPlots(asked: Asked, view: View, texts: Texts): Html {
  const { now } = asked.words;
  const [letIn, back] = hourPlots(asked, view).map(([id, lines]) => ({ id, lines }));
  if (letIn === undefined || back === undefined) return html``;
  const title = view.watches ? now.wouldTitle : now.back;
  const summary = view.watches ? "wouldSummary" : "backSummary";
  const first = hourPlot(asked, view, letIn, now.letIn, live(texts, "letInSummary"));
  const second = hourPlot(asked, view, back, title, live(texts, summary));
  return html`<div class="cards">
<article class="card">${plot(asked, first)}</article>
<article class="card">${plot(asked, second)}</article>
</div>
<article class="card">${plot(asked, dayPlot(asked, view, texts))}</article>`;
}

function hourPlot(
  asked: Asked,
  { slots }: View,
  { id, lines }: { readonly id: string; readonly lines: readonly Line[] },
  title: string,
  summary: Html,
): Plot {
  const time = asked.words.now.time;
  return {
    ...{ id, title, summary, xIs: "moment", xLabel: time, yIs: "count" },
    x: slots.map(({ at }) => at),
    series: seriesOf(lines, slots),
    table: { head: [time, ...labelsOf(lines)], rows: rowsOf(asked, lines, byFiveMinutes(slots)) },
  };
}

interface Counted {
  readonly at: number;
  readonly counts: Counts;
}

function seriesOf(lines: readonly Line[], all: readonly Counted[]): Plot["series"] {
  return lines.map(({ label, tone, look, lanes }) => {
    return { label, tone, look, values: all.map(({ counts }) => sumIn(counts, lanes)) };
  });
}

function labelsOf(lines: readonly Line[]): readonly string[] {
  return lines.map(({ label }) => label);
}

function rowsOf(asked: Asked, lines: readonly Line[], all: readonly Counted[]) {
  return all.map(({ at, counts }) => [
    asked.moments.at(epochMs(at)),
    ...lines.map(({ lanes }) => asked.number(sumIn(counts, lanes))),
  ]);
}

/** Nobody reads a table of 360 rows. */
function byFiveMinutes(slots: readonly Counted[]): readonly Counted[] {
  const fiveMs = 5 * 60_000;
  const groups = Map.groupBy(slots, ({ at }) => Math.floor(at / fiveMs) * fiveMs);
  return [...groups].map(([at, those]) => ({ at, counts: sumOf(those.map((one) => one.counts)) }));
}

function dayPlot(asked: Asked, { day, watches }: View, texts: Texts): Plot {
  const { now } = asked.words;
  const lines: readonly Line[] = [
    { label: now.passed, tone: "passed", look: "area", lanes: ["passed"] },
    { label: now.accept, tone: "accept", look: "line", lanes: ["accept", "flag"] },
    watches
      ? { label: now.watched, tone: "hold", look: "dashes", lanes: wouldLanes }
      : { label: now.kept, tone: "hold", look: "dashes", lanes: keptLanes },
  ];
  return {
    ...{ id: "day", title: now.day, xIs: "moment", xLabel: now.time, yIs: "count" },
    summary: live(texts, watches ? "dayWouldSummary" : "daySummary"),
    x: day.hours.map(({ at }) => at),
    series: seriesOf(lines, day.hours),
    table: { head: [now.time, ...labelsOf(lines)], rows: rowsOf(asked, lines, day.hours) },
  };
}
