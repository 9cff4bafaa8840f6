// What is happening.

import { html } from "hono/html";
import { lanesOf, trafficPlots } from "../now/plots.ts";
import {
  countedPart,
  disturbedPart,
  figuresPart,
  freshPart,
  healthPart,
  liveBar,
  noticePart,
  sparedPart,
  wavesPart,
} from "../now/sections.ts";
import { noticeOf, textsOf, waveRows } from "../now/texts.ts";
import { viewOf } from "../now/view.ts";
import { watchNow } from "../now/watch.ts";
import type { Answer, Asked, Route } from "../page.ts";
import { numbers } from "../plot.ts";

export const nowRoutes: readonly Route[] = [
  { method: "GET", path: "/", may: "read", answer: page },
  {
    ...{ method: "GET", path: "/now/events", may: "read" },
    answer: (asked) => ({ kind: "stream", run: (stream) => watchNow(asked, stream) }),
  },
];

async function page(asked: Asked): Promise<Answer> {
  const { words } = asked;
  const view = await viewOf(asked.parts);
  const texts = textsOf(asked, view);
  const rows = waveRows(asked, view);
  const { pause, goOn, live, paused, lost, stopped, ended } = words.now;
  const { wave, began, contacts, from, aimedAt, keptOf } = words.now;
  const script = {
    after: view.slots.at(-1)?.at ?? asked.now,
    lanes: lanesOf(asked, view),
    waves: rows,
    words: { pause, goOn, live, paused, lost, stopped, ended },
    labels: { wave, began, contacts, from, aimedAt, keptOf },
  };
  const body = html`${noticePart(noticeOf(asked, view))}${liveBar(asked)}
${view.isFresh ? freshPart(asked, view) : ""}
${figuresPart(asked, view, texts)}
${wavesPart(asked, rows)}
<h2>${words.now.traffic}</h2>${countedPart(asked, view)}
${trafficPlots(asked, view, texts)}
<div class="cards">${sparedPart(asked, view, texts)}${disturbedPart(asked, view, texts)}</div>
${healthPart(asked, texts)}
${numbers("now-script", script)}`;
  return { kind: "page", title: words.shell.now, body, islands: ["plot", "now"], plots: true };
}
