// Draws the plots of a page from the numbers beside them, in the colours of the theme, as wide as
// there is room; draws anew when either changes. Arrow keys go from value to value.

import type uPlot from "uplot";
import type { Drawing } from "../plot-spec.ts";
import { chartIn, columnsOf, sizeOf } from "./plot-drawing.ts";

interface Drawn {
  draw(drawing: Drawing): void;
}

const plots = new Map<string, Drawn>();

/** Gives a plot of this page other numbers; it stays as it is but for them. */
export function redraw(id: string, drawing: Drawing): void {
  plots.get(id)?.draw(drawing);
}

for (const figure of document.querySelectorAll<HTMLElement>("[data-plot]")) {
  const { plot: id = "" } = figure.dataset;
  const numbers = document.getElementById(`${id}-numbers`)?.textContent;
  if (numbers) plots.set(id, drawIn(figure, JSON.parse(numbers) as Drawing));
}

function drawIn(figure: HTMLElement, first: Drawing): Drawn {
  const box = figure.querySelector<HTMLElement>(".drawing");
  const readout = figure.querySelector<HTMLElement>(".readout");
  if (box === null || readout === null) throw new Error("a plot without its box");
  let drawing = first;
  const tell = (text: string): void => {
    if (readout.textContent !== text) readout.textContent = text;
  };
  const draw = (): uPlot => chartIn(box, drawing, tell);
  let chart = draw();
  const anew = (): void => {
    chart.destroy();
    chart = draw();
  };
  new ResizeObserver(() => {
    const size = sizeOf(box);
    if (size.width !== chart.width || size.height !== chart.height) chart.setSize(size);
  }).observe(box);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", anew);
  const themed = { attributes: true, attributeFilter: ["data-theme"] };
  new MutationObserver(anew).observe(document.documentElement, themed);
  listen(box, readout, (key) => step(chart, drawing, key));
  return {
    draw(next) {
      const isAlike = next.series.length === drawing.series.length;
      drawing = next;
      if (isAlike) chart.setData(columnsOf(next));
      else anew();
    },
  };
}

/** What is pointed at is spoken only to who moves by keys: a pointer passes over hundreds. */
function listen(box: HTMLElement, readout: HTMLElement, step: (key: string) => boolean): void {
  box.addEventListener("keydown", (event) => {
    readout.ariaLive = "polite";
    if (step(event.key)) event.preventDefault();
  });
  box.addEventListener("pointermove", () => {
    readout.ariaLive = "off";
  });
}

/** Whether it was a key that moves. */
function step(chart: uPlot, { x }: Drawing, key: string): boolean {
  const last = x.length - 1;
  const { idx } = chart.cursor;
  const moves: Readonly<Record<string, number>> = {
    ArrowLeft: (idx ?? last + 1) - 1,
    ArrowRight: (idx ?? -1) + 1,
    Home: 0,
    End: last,
  };
  const to = moves[key];
  const at = to === undefined ? undefined : x[Math.min(last, Math.max(0, to))];
  if (at === undefined) return false;
  chart.setCursor({ left: chart.valToPos(at, "x"), top: 0 });
  return true;
}
