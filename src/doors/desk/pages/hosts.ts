// From where people wrote here, and what is known of one host.

import { html } from "hono/html";
import { type Host, hostOf } from "../../../model/ids.ts";
import type { HostHistory, Windows } from "../../../model/observation.ts";
import { type HostView, hostView } from "../../../services/parties.ts";
import { pageOf } from "../links.ts";
import { type Answer, type Asked, type Html, NotThere, type Route } from "../page.ts";
import { plot } from "../plot.ts";
import { decisionTable, fateOf, partiesPage, ruleCard, ruleOn } from "./party-parts.ts";

export const hostRoutes: readonly Route[] = [
  { method: "GET", path: "/hosts", may: "read", answer: (asked) => partiesPage(asked, "host") },
  { method: "GET", path: "/hosts/:host", may: "read", answer: hostPage },
  { method: "POST", path: "/hosts/:host/rule", may: "govern", answer: ruleOnHost },
];

async function hostPage(asked: Asked): Promise<Answer> {
  const { words, parts, now } = asked;
  const host = hostIn(asked);
  const view = await hostView(host, parts, now);
  const { history, last, rules } = view;
  if (history === undefined && last.length + rules.length === 0) throw new NotThere(host);
  const decisions = last.map(({ decision }) => decision);
  const body = html`<p class="lead strange">${host}</p>
<p><a href="/senders?find=${encodeURIComponent(`//${host}/`)}">${words.parties.allSenders}</a>
· <a href="/audit?about=${encodeURIComponent(host)}">${words.shell.audit}</a></p>
<h2>${words.parties.standing}</h2>${standing(asked, view)}${dayPlot(asked, view)}
<h2>${words.parties.whatHappened}</h2>${decisionTable(asked, decisions, true)}
${ruleCard(asked, rules, pageOf.host(host))}`;
  return { kind: "page", title: words.parties.host, body, plots: true, islands: ["plot"] };
}

function hostIn({ params }: Asked): Host {
  const host = hostOf(`https://${params["host"] ?? ""}/`);
  if (host === undefined || host !== params["host"]) throw new NotThere(params["host"]);
  return host;
}

function standing(asked: Asked, { history, ladder, fared }: HostView): Html {
  const { words, moments } = asked;
  const { parties } = words;
  const rung = ladder === undefined ? parties.noRung : parties.rungs[ladder.rung];
  const became =
    fared === undefined ? "" : html`<dt>${parties.became}</dt><dd>${fateOf(asked, fared)}</dd>`;
  const known =
    history === undefined
      ? html`<dt>${parties.firstSeen}</dt><dd>${parties.unknown}</dd>`
      : historyFacts(asked, history);
  const since = ladder === undefined ? "" : html` (${moments.at(ladder.since)})`;
  return html`<dl class="facts">${became}${known}
<dt>${parties.ladder}</dt><dd>${rung}${since}</dd></dl>`;
}

function historyFacts(asked: Asked, history: HostHistory): Html {
  const { words, say, moments, number } = asked;
  const { parties } = words;
  const { firstSeenAt, expected, usual } = history;
  const one = { maximumFractionDigits: 1 };
  const error = number(expected.error, one);
  const expects = say(parties.expectedText, { decibans: number(expected.decibans, one), error });
  const usually = say(parties.usualText, { mean: number(usual.mean, one) });
  const counted = [
    [parties.actors, history.actors, ""],
    [parties.met, history.met, parties.metHint],
    [parties.bad, history.bad, ""],
    [parties.tended, history.tended, ""],
  ] as const;
  return html`<dt>${parties.firstSeen}</dt>
<dd>${firstSeenAt === undefined ? "–" : moments.at(firstSeenAt)}</dd>
${counted.map(
  ([name, count, hint]) => html`<dt>${name}</dt>
<dd>${number(count, one)} <small class="meta">${hint}</small></dd>`,
)}
<dt>${parties.expected}</dt><dd>${expects}</dd>
<dt>${parties.newcomers}</dt><dd>${windows(asked, history.newContacts)}</dd>
<dt>${parties.usual}</dt><dd>${usually}</dd>
<dt>${parties.answered}</dt><dd>${windows(asked, history.answered)}</dd>`;
}

function windows({ words, say }: Asked, counts: Windows): string {
  const { tenMinutes: ten, sixHours: six, sevenDays: week, thirtyDays: month } = counts;
  return say(words.parties.windows, { ten, six, week, month });
}

function dayPlot(asked: Asked, { days }: HostView): Html {
  const { words, say } = asked;
  const { parties } = words;
  const letIn = days.map(({ counts }) => (counts.accept ?? 0) + (counts.flag ?? 0));
  const back = days.map(
    ({ counts }) => (counts.settle ?? 0) + (counts.hold ?? 0) + (counts.reject ?? 0),
  );
  const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
  const doubted = sum(back);
  const gaps = { judged: sum(letIn) + doubted, days: days.length, doubted };
  return plot(asked, {
    ...{ id: "days", title: parties.perDay, summary: say(parties.perDaySummary, gaps) },
    ...{ x: days.map(({ startsAt }) => startsAt), xIs: "moment", xLabel: parties.day },
    yIs: "count",
    series: [
      { label: parties.letIn, tone: "accept", look: "line", values: letIn },
      { label: parties.toKeepBack, tone: "hold", look: "dashes", values: back },
    ],
  });
}

function ruleOnHost(asked: Asked): Promise<Answer> {
  const host = hostIn(asked);
  return ruleOn(asked, { kind: "host", host }, pageOf.host(host));
}
