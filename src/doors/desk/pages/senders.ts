// Who wrote here, and what is known of one of them.

import { html } from "hono/html";
import { type ActorId, hostOf } from "../../../model/ids.ts";
import type { ActorHistory } from "../../../model/observation.ts";
import { type SenderView, senderView } from "../../../services/parties.ts";
import { pageOf } from "../links.ts";
import { type Answer, type Asked, type Html, NotThere, type Route } from "../page.ts";
import { decisionTable, fateOf, fateSince, partiesPage, ruleCard, ruleOn } from "./party-parts.ts";

export const senderRoutes: readonly Route[] = [
  { method: "GET", path: "/senders", may: "read", answer: (asked) => partiesPage(asked, "sender") },
  { method: "GET", path: "/senders/:actor", may: "read", answer: senderPage },
  { method: "POST", path: "/senders/:actor/rule", may: "govern", answer: ruleOnSender },
];

async function senderPage(asked: Asked): Promise<Answer> {
  const { words, parts, now } = asked;
  const actor = actorIn(asked);
  const view = await senderView(actor, parts, now);
  const { history, since, decisions, kept, rules, domain } = view;
  if (history === undefined && since === undefined && kept.length + rules.length === 0)
    throw new NotThere(actor);
  const host = hostOf(actor) ?? domain;
  const body = html`<p class="lead strange">${actor}</p>
<p><a href="${pageOf.host(host)}">${words.parties.itsHost}: ${host}</a>
· <a href="/audit?about=${encodeURIComponent(actor)}">${words.shell.audit}</a></p>
<h2>${words.parties.standing}</h2>${standing(asked, view)}
<h2>${words.parties.keptOf}</h2>${keptList(asked, view)}
<h2>${words.parties.whatHappened}</h2>${decisionTable(asked, decisions, false)}
${ruleCard(asked, rules, pageOf.sender(actor))}`;
  return { kind: "page", title: words.parties.sender, body };
}

function actorIn({ params }: Asked): ActorId {
  const { actor = "" } = params;
  if (actor.length > 2000 || hostOf(actor) === undefined) throw new NotThere(actor);
  return actor as ActorId;
}

function standing(asked: Asked, { history, since }: SenderView): Html {
  const { words, moments } = asked;
  const end = since?.end;
  const ended =
    end === undefined
      ? ""
      : html`<p class="note warn">${words.parties.end[end.how]}, ${moments.at(end.at)}.</p>`;
  const became =
    since === undefined
      ? ""
      : html`<dt>${words.parties.became}</dt><dd>${fateOf(asked, fateSince(since))}</dd>`;
  if (history === undefined)
    return html`${ended}<p class="meta">${words.parties.unknown}</p>
<dl class="facts">${became}</dl>`;
  return html`${ended}<dl class="facts">${became}${historyFacts(asked, history)}</dl>`;
}

function historyFacts(asked: Asked, history: ActorHistory): Html {
  const { words, say, moments, number } = asked;
  const { parties } = words;
  const { firstSeenAt, lastHeardAt, contacts } = history;
  const fan = say(parties.fanOutText, {
    ...{ ten: contacts.tenMinutes, six: contacts.sixHours },
    ...{ week: contacts.sevenDays, month: contacts.thirtyDays },
  });
  const counted = [
    [parties.welcomedBy, history.welcomedBy],
    [parties.vouchedBy, history.vouchedBy],
    [parties.complainedBy, history.complaints],
    [parties.condemned, history.condemned],
  ] as const;
  return html`<dt>${parties.firstSeen}</dt>
<dd>${firstSeenAt === undefined ? "–" : moments.at(firstSeenAt)}</dd>
<dt>${parties.lastHeard}</dt><dd>${lastHeardAt === undefined ? "–" : moments.at(lastHeardAt)}</dd>
<dt>${parties.goodDays}</dt><dd>${number(history.goodDays, { maximumFractionDigits: 1 })}
<small class="meta">${parties.goodDaysHint}</small></dd>
${counted.map(([name, count]) => html`<dt>${name}</dt><dd>${number(count)}</dd>`)}
<dt>${parties.fanOut}</dt><dd>${fan} <small class="meta">${parties.fanOutHint}</small></dd>`;
}

function keptList({ words, moments }: Asked, { kept }: SenderView): Html {
  const { parties } = words;
  if (kept.length === 0) return html`<p class="meta">${parties.nothingYet}</p>`;
  const rows = kept.map(
    ({ receipt, arrivedAt, state, verdict }) => html`<li>
<a href="${pageOf.delivery(receipt)}">${moments.at(arrivedAt)}</a>
<span class="badge tone-plain">${parties.states[state]}</span>
<span class="strange">${verdict.evidence[0]?.because ?? ""}</span></li>`,
  );
  return html`<ul class="plain-list">${rows}</ul>`;
}

function ruleOnSender(asked: Asked): Promise<Answer> {
  const actor = actorIn(asked);
  return ruleOn(asked, { kind: "actor", actor }, pageOf.sender(actor));
}
