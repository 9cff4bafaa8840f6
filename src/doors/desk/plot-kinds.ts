// Plots that more than one page shows: how a wave grew, scores with their thresholds, and whether
// what was said of probabilities is so.

import { html } from "hono/html";
import type { EpochMs } from "../../base/units.ts";
import { type ScorePicture, scoreBin } from "../../services/score-picture.ts";
import type { Asked, Html } from "./page.ts";
import { plot, shown } from "./plot.ts";

/** More points than these are not seen on any screen. */
const pointsMax = 120;

/** How many had come by when; `arrivals` in any order. Nothing for fewer than two. */
export function growthPlot(
  asked: Asked,
  arrivals: readonly EpochMs[],
  id = "growth",
): Html | string {
  const moments = [...arrivals].sort((a, b) => a - b);
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined || moments.length < 2) return "";
  const { words, say } = asked;
  const { x, values } = growthOf(moments);
  const rows = [...tenth(x)].map((at) => [
    shown(asked, "moment", at),
    asked.number(countBy(moments, at)),
  ]);
  return plot(asked, {
    ...{ id, title: words.plot.growth, xIs: "moment", xLabel: words.plot.time, yIs: "count", x },
    summary: say(words.plot.growthSummary, {
      ...{ count: moments.length, first: asked.moments.text(first) },
      last: asked.moments.text(last),
    }),
    series: [{ label: words.plot.deliveries, tone: "hold", look: "area", values }],
    table: { head: [words.plot.time, words.plot.deliveries], rows },
  });
}

/** Counts at moments that are evenly spread from the first to the last. */
export function growthOf(moments: readonly EpochMs[]): {
  readonly x: readonly number[];
  readonly values: readonly number[];
} {
  const [first = 0, last = 0] = [moments[0], moments.at(-1)];
  const step = Math.max(1000, (last - first) / (pointsMax - 1));
  const points = Math.max(2, Math.ceil((last - first) / step) + 1);
  const x = Array.from({ length: points }, (_, index) => first + Math.ceil(index * step));
  return { x, values: x.map((at) => countBy(moments, at)) };
}

/** About ten of them, the last among them. */
function* tenth(x: readonly number[]): Generator<number> {
  const every = Math.max(1, Math.ceil(x.length / 10));
  for (const [index, at] of x.entries()) if ((x.length - 1 - index) % every === 0) yield at;
}

function countBy(moments: readonly EpochMs[], at: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Scores of ham and spam, each as a share of its kind, with the thresholds on them. */
export function scoresPlot(asked: Asked, picture: ScorePicture, id = "scores"): Html {
  const { words, say, number } = asked;
  const { scores, holdAt, settleAt } = picture;
  const totals = { ham: 0, spam: 0, unknown: 0 };
  for (const { ham, spam, unknown } of scores) {
    totals.ham += ham;
    totals.spam += spam;
    totals.unknown += unknown;
  }
  if (scores.length === 0) return html`<p class="empty">${words.plot.noScores}</p>`;
  const share = (kind: keyof typeof totals): number[] =>
    scores.map((bin) => bin[kind] / Math.max(1, totals[kind]));
  const over = scores.filter(({ at }) => at >= holdAt).reduce((sum, { ham }) => sum + ham, 0);
  const labels = [words.plot.ham, words.plot.spam, words.plot.unknown] as const;
  return plot(asked, {
    ...{ id, title: words.plot.scores, xIs: "number", xLabel: words.plot.score, yIs: "share" },
    x: scores.map(({ at }) => at),
    summary: say(words.plot.scoresSummary, { ...totals, over, holdAt: number(holdAt) }),
    series: [
      { label: labels[0], tone: "ham", look: "bars", values: share("ham") },
      { label: labels[1], tone: "spam", look: "dashes", values: share("spam") },
      { label: labels[2], tone: "plain", look: "dots", values: share("unknown") },
    ],
    marks: [
      { at: settleAt, label: words.plot.settles, tone: "settle" },
      { at: holdAt, label: words.plot.holds, tone: "hold" },
    ],
    table: {
      head: [words.plot.score, ...labels],
      rows: scores.map(({ at, ham, spam, unknown }) => [
        say(words.plot.around, { from: at - scoreBin / 2, to: at + scoreBin / 2 }),
        ...[ham, spam, unknown].map((count) => number(count)),
      ]),
    },
  });
}

/** How likely spam contacts were said to be, and how often they were. */
export function reliabilityPlot(
  asked: Asked,
  { reliability }: Pick<ScorePicture, "reliability">,
  id = "reliability",
): Html {
  const { words, say, number, percent } = asked;
  if (reliability.length === 0) return html`<p class="empty">${words.plot.noReliability}</p>`;
  const contacts = reliability.reduce((sum, bin) => sum + bin.contacts, 0);
  const off = reliability.filter(({ said, low, high }) => said < low || said > high).length;
  return plot(asked, {
    ...{ id, title: words.plot.reliability, square: true, diagonal: true },
    ...{ xIs: "share", xLabel: words.plot.said, yIs: "share" },
    x: reliability.map(({ said }) => said),
    summary: say(words.plot.reliabilitySummary, { contacts, off, of: reliability.length }),
    series: [
      {
        ...{ label: words.plot.found, tone: "spam", look: "points" },
        values: reliability.map(({ found }) => found),
        low: reliability.map(({ low }) => low),
        high: reliability.map(({ high }) => high),
      },
    ],
    table: {
      head: [words.plot.said, words.plot.found, words.plot.interval, words.plot.contacts],
      rows: reliability.map((bin) => [
        percent(bin.said),
        percent(bin.found),
        `${percent(bin.low)}–${percent(bin.high)}`,
        number(bin.contacts),
      ]),
    },
  });
}
