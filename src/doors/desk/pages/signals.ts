// What speaks in verdicts: weight, interval, and how often it was right and wrong here.

import { html } from "hono/html";
import { after, day } from "../../../base/units.ts";
import { wilson } from "../../../base/wilson.ts";
import { signals } from "../../../engine/signals/index.ts";
import type { AnySignal } from "../../../engine/signals/signal.ts";
import { weights } from "../../../engine/weights.ts";
import { partyDays } from "../../../services/parties.ts";
import {
  type SignalRecord,
  type SignalRecords,
  signalRecords,
} from "../../../services/signal-records.ts";
import { pageOf } from "../links.ts";
import { type Answer, type Asked, type Html, NotThere, type Route } from "../page.ts";
import { columnTitles } from "../pieces.ts";

export const signalRoutes: readonly Route[] = [
  { method: "GET", path: "/signals", may: "read", answer: signalsPage },
  { method: "GET", path: "/signals/:symbol", may: "read", answer: signalPage },
];

const never: SignalRecord = { spoke: { ham: 0, spam: 0, unknown: 0 }, last: [] };

function recordsHere({ parts, now }: Asked): Promise<SignalRecords> {
  const stretch = { since: after(now, -partyDays * day), until: after(now, 1) };
  return signalRecords(stretch, parts);
}

async function signalsPage(asked: Asked): Promise<Answer> {
  const { words, say } = asked;
  const records = await recordsHere(asked);
  const { ham, spam, unknown } = records.judged;
  const gaps = { judged: ham + spam + unknown, days: partyDays, ham, spam };
  const titles = [words.signals.symbol, words.signals.weight];
  const counts = [words.signals.right, words.signals.wrong, words.signals.spoke];
  const body = html`<p class="lead">${say(words.signals.lead, gaps)}</p>
<table class="stack"><thead><tr>
${columnTitles(titles)}
${counts.map((title) => html`<th scope="col" class="number">${title}</th>`)}
</tr></thead><tbody>${signals.map((one) => row(asked, one, records))}</tbody></table>`;
  return { kind: "page", title: words.shell.signals, body };
}

function row(asked: Asked, signal: AnySignal, { judged, bySymbol }: SignalRecords): Html {
  const { words, number } = asked;
  const { symbol, summary } = signal;
  const { spoke } = bySymbol.get(symbol) ?? never;
  const all = spoke.ham + spoke.spam + spoke.unknown;
  const cells = [
    [words.signals.right, shareOf(asked, spoke.spam, judged.spam)],
    [words.signals.wrong, shareOf(asked, spoke.ham, judged.ham)],
    [words.signals.spoke, number(all)],
  ] as const;
  return html`<tr><th scope="row"><a href="/signals/${symbol}">${symbol}</a>
<small class="meta" lang="en">${summary}</small></th>
<td data-label="${words.signals.weight}">${weightOf(asked, signal)}</td>
${cells.map(([label, text]) => html`<td class="number" data-label="${label}">${text}</td>`)}
</tr>`;
}

/** "12 of 30, 95 of 100: 25 to 58 %"; of nothing a dash. */
function shareOf({ words, say, number, percent }: Asked, part: number, of: number): Html {
  if (of === 0) return html`–`;
  const { low, high } = wilson({ of, part });
  const interval = say(words.signals.interval, { low: percent(low), high: percent(high) });
  return html`${number(part)} / ${number(of)} <small class="meta">${interval}</small>`;
}

function weightOf({ words, say, number, parts }: Asked, { symbol, decibans }: AnySignal): Html {
  const settings = parts.inForce.policy();
  const standing = settings.signals[symbol];
  if (standing === undefined || !standing.enabled) return html`${words.signals.off}`;
  const shipped = weights[symbol]?.decibans ?? decibans;
  const other =
    standing.decibans === shipped
      ? ""
      : html` <small class="meta">${say(words.signals.configured, { shipped })}</small>`;
  const sign = standing.decibans > 0 ? "+" : "";
  return html`<strong>${sign}${number(standing.decibans)}</strong>${other}`;
}

async function signalPage(asked: Asked): Promise<Answer> {
  const { words, say, params } = asked;
  const signal = signals.find((one) => one.symbol === params["symbol"]);
  if (signal === undefined) throw new NotThere(params["symbol"]);
  const records = await recordsHere(asked);
  const { spoke, last } = records.bySymbol.get(signal.symbol) ?? never;
  const { groupMax } = asked.parts.inForce.policy();
  const group = say(words.signals.groupCap, { group: signal.group, max: groupMax[signal.group] });
  const facts = [
    [words.signals.summary, html`<span lang="en">${signal.summary}</span>`],
    [words.signals.misfires, html`<span lang="en">${signal.misfiresOn}</span>`],
    [words.signals.weight, html`${weightOf(asked, signal)} ${fitOf(asked, signal)}`],
    [words.signals.because, html`<span lang="en">${signal.weightBecause}</span>`],
    [words.signals.group, group],
    [words.signals.right, shareOf(asked, spoke.spam, records.judged.spam)],
    [words.signals.wrong, shareOf(asked, spoke.ham, records.judged.ham)],
  ] as const;
  const body = html`<p><a href="/signals">${words.shell.signals}</a></p>
<dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<h2>${words.signals.settings}</h2>${settingsOf(asked, signal)}
<h2>${words.signals.last}</h2>${placesOf(asked, last)}`;
  return { kind: "page", title: signal.symbol, body };
}

function fitOf({ words, say }: Asked, { symbol }: AnySignal): Html {
  const fit = weights[symbol];
  const text =
    fit === undefined || fit.campaigns === 0
      ? words.signals.byHand
      : say(words.signals.fitted, { ...fit });
  return html`<small class="meta">${text}</small>`;
}

function settingsOf({ words, parts }: Asked, { symbol, settings }: AnySignal): Html {
  const names = Object.keys(settings);
  if (names.length === 0) return html`<p class="meta">${words.signals.noSettings}</p>`;
  const standing = parts.inForce.policy().signals[symbol]?.values ?? {};
  const rows = names.map(
    (name) => html`<dt><code>${name}</code></dt>
<dd>${standing[name] ?? settings[name]?.default} <small class="meta" lang="en">
${settings[name]?.doc}</small></dd>`,
  );
  return html`<dl class="facts">${rows}</dl>`;
}

function placesOf({ words }: Asked, last: SignalRecord["last"]): Html {
  if (last.length === 0) return html`<p class="empty">${words.signals.never}</p>`;
  const links = last.map((one) => html`<li><a href="${pageOf.delivery(one)}">${one}</a></li>`);
  return html`<ul class="plain-list">${links}</ul>`;
}
