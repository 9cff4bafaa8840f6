// Keeps the page of what happens now up to date: texts where they stand, plots as they go on, and
// a table of waves. A page that nobody sees asks for nothing.

import { html } from "htm/preact";
import { render } from "preact";
import type { Drawing } from "../plot-spec.ts";
import { redraw } from "./plot.ts";

interface WaveRow {
  readonly id: string;
  readonly case?: string;
  readonly began: string;
  readonly contacts: string;
  readonly from: string;
  readonly aimedAt: string;
  readonly kept: string;
}

type Labels = Readonly<
  Record<"wave" | "began" | "contacts" | "from" | "aimedAt" | "keptOf", string>
>;

interface Script {
  readonly after: number;
  readonly lanes: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly waves: readonly WaveRow[];
  readonly words: Readonly<
    Record<"pause" | "goOn" | "live" | "paused" | "lost" | "stopped" | "ended", string>
  >;
  readonly labels: Labels;
}

interface Slot {
  readonly at: number;
  readonly counts: Readonly<Record<string, number>>;
}

interface State {
  readonly texts: Readonly<Record<string, string>>;
  readonly notice: { readonly tone: string; readonly text: string } | null;
  readonly waves: readonly WaveRow[];
  readonly news?: string;
}

/** An hour of slots of ten seconds. */
const pointsMax = 360;
/** Whoever wants less motion gets the plots anew once a minute. */
const calmMs = 60_000;

const script = JSON.parse(document.getElementById("now-script")?.textContent ?? "{}") as Script;
const { words, labels } = script;
const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
  ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
});
const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const [news, state, pause, reload] = ["news", "state", "pause", "reload"].map((name) =>
  document.querySelector<HTMLElement>(`[data-${name}]`),
);
const places = new Map(
  [...document.querySelectorAll<HTMLElement>("[data-live]")].map((one) => [
    one.dataset["live"],
    one,
  ]),
);
const drawings = new Map(Object.keys(script.lanes).map((id) => [id, numbersOf(id)] as const));

let last = script.after;
let source: EventSource | undefined;
let isPaused = false;
let drawnAt = 0;
/** Slots come together after a pause: they are drawn once. */
let isDue = false;

function numbersOf(id: string) {
  const found = JSON.parse(
    document.getElementById(`${id}-numbers`)?.textContent ?? "{}",
  ) as Drawing;
  return {
    ...found,
    x: [...found.x],
    series: found.series.map((one) => ({ ...one, values: [...one.values] })),
  };
}

function put(element: HTMLElement | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

function say(text: string): void {
  put(state, text.replace("{time}", clock.format(new Date())));
}

function addSlot({ at, counts }: Slot): void {
  if (at <= last) return;
  last = at;
  for (const [id, lanes] of Object.entries(script.lanes)) {
    const plot = drawings.get(id);
    if (plot === undefined) continue;
    plot.x.push(at);
    for (const [index, { values }] of plot.series.entries())
      values.push((lanes[index] ?? []).reduce((sum, lane) => sum + (counts[lane] ?? 0), 0));
    if (plot.x.length <= pointsMax) continue;
    plot.x.shift();
    for (const { values } of plot.series) values.shift();
  }
  if (!isDue) requestAnimationFrame(draw);
  isDue = true;
}

function draw(): void {
  isDue = false;
  if (isCalm && performance.now() - drawnAt < calmMs) return;
  drawnAt = performance.now();
  for (const [id, plot] of drawings) redraw(id, plot);
}

function show({ texts, notice, waves, news: told }: State): void {
  for (const [name, text] of Object.entries(texts)) put(places.get(name), text);
  const box = document.querySelector<HTMLElement>("[data-notice]");
  if (box !== null) {
    box.hidden = notice === null;
    if (notice !== null) box.className = `note ${notice.tone}`;
    put(box.querySelector("p"), notice?.text ?? "");
  }
  if (told !== undefined) put(news, told);
  showWaves(waves);
  say(words.live);
}

function showWaves(waves: readonly WaveRow[]): void {
  const table = document.querySelector<HTMLElement>("[data-waves]");
  const none = document.querySelector<HTMLElement>("[data-no-waves]");
  const body = table?.querySelector("tbody");
  if (!table || !none || !body) return;
  table.hidden = waves.length === 0;
  none.hidden = waves.length > 0;
  render(html`${waves.map((one) => html`<${Row} key=${one.id} ...${one} />`)}`, body);
}

/** now/sections.ts makes the same of a row. */
function Row(row: WaveRow) {
  const name = row.case === undefined ? row.id : html`<a href=${row.case}>${row.id}</a>`;
  return html`<tr><th scope="row">${name}</th>
<td data-label=${labels.began}>${row.began}</td>
<td data-label=${labels.contacts}>${row.contacts}</td>
<td data-label=${labels.from}>${row.from}</td>
<td data-label=${labels.aimedAt}>${row.aimedAt}</td>
<td data-label=${labels.keptOf}>${row.kept}</td></tr>`;
}

function listen(): void {
  if (source !== undefined || isPaused || document.hidden) return;
  source = new EventSource(`/now/events?after=${last}`);
  source.addEventListener("slot", ({ data }) => addSlot(JSON.parse(data) as Slot));
  source.addEventListener("state", ({ data }) => show(JSON.parse(data) as State));
  source.addEventListener("ended", () => {
    hangUp();
    isPaused = true;
    say(words.ended);
  });
  source.addEventListener("error", () => {
    const isOver = source?.readyState === EventSource.CLOSED;
    say(isOver ? words.stopped : words.lost);
    if (isOver && reload) reload.hidden = false;
  });
}

function hangUp(): void {
  source?.close();
  source = undefined;
}

pause?.addEventListener("click", () => {
  isPaused = !isPaused;
  put(pause, isPaused ? words.goOn : words.pause);
  if (isPaused) {
    hangUp();
    say(words.paused);
  } else listen();
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) hangUp();
  else listen();
});
// What is left by going back and forth must not hold a stream open.
addEventListener("pagehide", hangUp);
addEventListener("pageshow", listen);

if (pause) pause.hidden = false;
if (reload) reload.hidden = true;
showWaves(script.waves);
listen();
