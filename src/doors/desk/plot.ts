// A plot is a table that some would rather look at. The page holds the sentence, the table and
// the numbers; islands/plot.ts draws them where scripts run. A page that shows plots answers with
// `plots: true` and "plot" among its islands.

import { html, raw } from "hono/html";
import { epochMs } from "../../base/units.ts";
import type { Asked, Html } from "./page.ts";
import type { Drawing, Mark, Measure, Series } from "./plot-spec.ts";

export interface Plot {
  /** The only one of that name in the page: letters and hyphens. */
  readonly id: string;
  readonly title: string;
  /** What is to be seen, in a sentence, for those who can't see it. */
  readonly summary: string | Html;
  /** Rising. */
  readonly x: readonly number[];
  readonly xIs: Measure;
  readonly xLabel: string;
  readonly yIs: Measure;
  readonly series: readonly Series[];
  readonly marks?: readonly Mark[];
  readonly diagonal?: boolean;
  /** As high as wide, for what compares both axes. */
  readonly square?: boolean;
  /** Where the numbers themselves are too many to be read; else all of them are the table. */
  readonly table?: PlotTable;
}

export interface PlotTable {
  readonly head: readonly string[];
  /** Text, or markup of ours such as a moment. The first of a row names it. */
  readonly rows: readonly (readonly (string | Html)[])[];
}

/** A figure: caption, legend, drawing, and the table to be opened. */
export function plot(asked: Asked, given: Plot): Html {
  const { words } = asked;
  const { id, title, summary, series, square = false } = given;
  const box = square ? "drawing square" : "drawing";
  return html`<figure class="plot" data-plot="${id}">
<figcaption><strong>${title}</strong>
<p class="meta" id="${id}-summary">${summary}</p></figcaption>
<ul class="legend" aria-hidden="true">${series.map(entry)}</ul>
<div class="${box}" tabindex="0" role="group" aria-roledescription="${words.plot.plot}"
  aria-label="${title}" aria-describedby="${id}-summary ${id}-keys"></div>
<p class="readout"></p>
<p hidden id="${id}-keys">${words.plot.keys}</p>
${numbers(`${id}-numbers`, drawingOf(given))}
<details><summary>${words.plot.asTable}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${title}">${tableOf(asked, given)}</div>
</details></figure>`;
}

/** Something for a script to read: JSON in which nothing can end the element. */
export function numbers(id: string, value: unknown): Html {
  const text = JSON.stringify(value).replaceAll("<", "\\u003c");
  return html`<script type="application/json" id="${id}">${raw(text)}</script>`;
}

function entry({ label, tone, look }: Series): Html {
  return html`<li><span class="swatch tone-${tone} ${look}"></span>${label}</li>`;
}

function drawingOf({ x, xIs, xLabel, yIs, series, marks = [], diagonal = false }: Plot): Drawing {
  return { x, xIs, xLabel, yIs, series, marks, diagonal };
}

function tableOf(asked: Asked, given: Plot): Html {
  const { head, rows } = given.table ?? allOf(asked, given);
  const [first = "", ...others] = head;
  const columns = others.map((one) => html`<th scope="col" class="number">${one}</th>`);
  const lines = rows.map(([name = "", ...cells]) => {
    const columns = cells.map((cell) => html`<td class="number">${cell}</td>`);
    return html`<tr><th scope="row">${name}</th>${columns}</tr>`;
  });
  return html`<table><thead><tr><th scope="col">${first}</th>${columns}</tr></thead>
<tbody>${lines}</tbody></table>`;
}

function allOf(asked: Asked, { x, xIs, xLabel, yIs, series }: Plot): PlotTable {
  return {
    head: [xLabel, ...series.map(({ label }) => label)],
    rows: x.map((at, index) => [
      shown(asked, xIs, at),
      ...series.map((one) => withInterval(asked, yIs, one, index)),
    ]),
  };
}

function withInterval(asked: Asked, yIs: Measure, { values, low, high }: Series, index: number) {
  const value = shown(asked, yIs, values[index] ?? null);
  const [from, to] = [low?.[index] ?? null, high?.[index] ?? null];
  if (from === null || to === null) return value;
  return html`${value} <small>(${shown(asked, yIs, from)}–${shown(asked, yIs, to)})</small>`;
}

/** A value as the plots' tables write it. */
export function shown(asked: Asked, is: Measure, value: number | null): string | Html {
  if (value === null) return "–";
  switch (is) {
    case "moment":
      return asked.moments.at(epochMs(value));
    case "share":
      return asked.percent(value, 1);
    case "count":
    case "number":
      return asked.number(value, { maximumFractionDigits: 1 });
  }
}
