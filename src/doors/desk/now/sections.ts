// The page of what happens now, part by part.

import { html } from "hono/html";
import { signals } from "../../../engine/signals/index.ts";
import { pageOf } from "../links.ts";
import type { Asked, Html } from "../page.ts";
import { live } from "./live-text.ts";
import type { Notice, Texts, WaveRow } from "./texts.ts";
import type { View } from "./view.ts";

export function noticePart(notice: Notice | undefined): Html {
  const hidden = notice === undefined ? html` hidden` : "";
  const { tone, text } = notice ?? { tone: "warn", text: "" };
  return html`<div class="note ${tone}" data-notice${hidden}><p>${text}</p></div>`;
}

/** What a script takes over: without it one reloads. */
export function liveBar({ words, now, moments }: Asked): Html {
  return html`<div class="toolbar"><p class="news" role="status" data-news></p>
<span class="meta end" data-state>${words.now.asOf} ${moments.at(now)}</span>
<button class="quiet" data-pause hidden>${words.now.pause}</button>
<a role="button" class="quiet" href="/" data-reload>${words.now.reload}</a></div>`;
}

export function figuresPart({ words: { now } }: Asked, { watches }: View, texts: Texts): Html {
  const figure = (name: string, label: string | Html, beside?: string) => {
    const more = beside === undefined ? "" : html`<small>${live(texts, beside)}</small>`;
    return html`<div><dt>${label}</dt><dd>${live(texts, name)} ${more}</dd></div>`;
  };
  return html`<dl class="figures">
${figure("hourAll", now.lastHour)}
${figure("hourBack", watches ? now.wouldBack : now.keptBack)}
${figure("settling", now.waiting, "settlingSince")}
${figure("held", html`<a href="/cases">${now.heldNow}</a>`, "heldUntil")}
${figure("waves", now.wavesNow)}</dl>`;
}

export function wavesPart({ words: { now } }: Asked, rows: readonly WaveRow[]): Html {
  const heads = [now.wave, now.began, now.contacts, now.from, now.aimedAt, now.keptOf];
  const head = heads.map((one) => html`<th scope="col">${one}</th>`);
  const [none, some] = rows.length === 0 ? ["", html` hidden`] : [html` hidden`, ""];
  return html`<section aria-labelledby="waves"><h2 id="waves">${now.waves}</h2>
<p class="empty" data-no-waves${none}>${now.noWaves}</p>
<table class="stack" data-waves${some}><thead><tr>${head}</tr></thead>
<tbody>${rows.map((row) => waveRow(now, row))}</tbody></table></section>`;
}

/** islands/now.ts makes the same of a row. */
function waveRow(now: Asked["words"]["now"], row: WaveRow): Html {
  const name = row.case === undefined ? row.id : html`<a href="${row.case}">${row.id}</a>`;
  return html`<tr><th scope="row">${name}</th>
<td data-label="${now.began}">${row.began}</td>
<td data-label="${now.contacts}">${row.contacts}</td>
<td data-label="${now.from}">${row.from}</td>
<td data-label="${now.aimedAt}">${row.aimedAt}</td>
<td data-label="${now.keptOf}">${row.kept}</td></tr>`;
}

/** Where the reasons are more, the last few are one. */
const reasonsShown = 6;

export function sparedPart(asked: Asked, view: View, texts: Texts): Html {
  const { words, number } = asked;
  const { spared, watched } = view.day;
  const { reasons } = view.watches ? watched : spared;
  const rest = reasons.slice(reasonsShown).reduce((sum, one) => sum + one.notifications, 0);
  const shown = reasons.slice(0, reasonsShown).map((one) => {
    return [reasonText(asked, one.symbol), number(one.notifications)] as const;
  });
  if (rest > 0) shown.push([words.now.otherReason, number(rest)]);
  const rows = shown.map(
    ([text, count]) => html`<tr><th scope="row">${text}</th><td class="number">${count}</td></tr>`,
  );
  const table = html`<table><thead><tr><th scope="col">${words.now.because}</th>
<th scope="col" class="number">${words.now.notifications}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
  return html`<section class="card" aria-labelledby="spared">
<h2 id="spared">${words.now.spared}</h2>
<p class="lead">${live(texts, view.watches ? "watched" : "spared")}</p>
${rows.length === 0 ? "" : table}</section>`;
}

function reasonText({ words }: Asked, symbol: string | undefined): string {
  if (symbol === undefined) return words.now.otherReason;
  const reasons: Readonly<Record<string, string>> = words.now.reasons;
  return reasons[symbol] ?? signals.find((one) => one.symbol === symbol)?.summary ?? symbol;
}

/** Enough to see whether it is a pattern; the rest stands in `breakwater week`. */
const disturbedShown = 5;

export function disturbedPart({ words }: Asked, { day, watches }: View, texts: Texts): Html {
  const rows = day.disturbed.slice(0, disturbedShown).map(({ sender, because }) => {
    const name = html`<a href="${pageOf.sender(sender)}" class="strange">${sender}</a>`;
    return html`<li>${name} <span class="meta">${because}</span></li>`;
  });
  const said = ["delayed", "released", "unruled"].map(
    (name) => html`<li>${live(texts, name)}</li>`,
  );
  return html`<section class="card" aria-labelledby="disturbed">
<h2 id="disturbed">${words.now.disturbed}</h2>
${watches ? "" : html`<ul class="plain-list">${said}</ul>`}
<p>${live(texts, "wanted")}</p>
${rows.length === 0 ? "" : html`<ul class="plain-list">${rows}</ul>`}
<p class="meta">${words.now.asFar}</p></section>`;
}

export function healthPart({ words: { now } }: Asked, texts: Texts): Html {
  const rows = [
    [now.mode, "mode"],
    [now.home, "home"],
    [now.ledger, "ledger"],
    [now.memory, "memory"],
    [now.disk, "disk"],
    [now.room, "room"],
    [now.queue, "queue"],
  ] as const;
  const facts = rows.map(([label, name]) => html`<dt>${label}</dt><dd>${live(texts, name)}</dd>`);
  return html`<section class="card" aria-labelledby="health"><h2 id="health">${now.health}</h2>
<dl class="facts">${facts}<dt>${now.troubles}</dt>
<dd><span class="strange">${live(texts, "troubles")}</span>
<span class="meta">${live(texts, "troubleTimes")} ${live(texts, "troublesMore")}</span></dd>
</dl></section>`;
}

export function freshPart({ words: { now } }: Asked, { house }: View): Html {
  const steps = [
    [now.stepGate, true],
    [now.stepHome, house.status?.checks["upstream"] === true],
    [now.stepMail, false],
    [now.stepDoctor, false],
    [now.stepGuard, false],
  ] as const;
  const items = steps.map(([text, isDone]) => {
    const [tone, word] = isDone ? ["good", now.done] : ["plain", now.todo];
    return html`<li><span class="badge tone-${tone}">${word}</span> ${text}</li>`;
  });
  return html`<section class="card" aria-labelledby="fresh"><h2 id="fresh">${now.fresh}</h2>
<p>${now.freshText}</p><ol class="plain-list">${items}</ol></section>`;
}

export function countedPart({ words, say, moments }: Asked, { countedSince }: View): Html | string {
  if (countedSince === undefined) return "";
  const text = say(words.now.countedSince, { away: moments.awayText(countedSince) });
  return html`<p class="meta">${text}</p>`;
}
