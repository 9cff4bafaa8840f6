// The list of cases: most urgent first, with what may be done with several at once.

import { html } from "hono/html";
import { z } from "zod";
import { type EpochMs, epochMs } from "../../../base/units.ts";
import type { KeptSummary } from "../../../model/kept.ts";
import { shortActor } from "../../../model/short-actor.ts";
import {
  type CaseListing,
  countListed,
  type ListRow,
  listCases,
  WrongCursor,
} from "../../../services/cases/list.ts";
import { pendingRulings } from "../../../services/cases/pending.ts";
import { openUntil } from "../../../services/cases/ways.ts";
import { pageOf } from "../links.ts";
import {
  type Answer,
  type Asked,
  type Html,
  type Route,
  readAs,
  visitorMay,
  WrongInput,
} from "../page.ts";
import { columnTitles } from "../pieces.ts";
import {
  askedFor,
  type Filter,
  filterBar,
  filterIn,
  isNarrowed,
  listPath,
  tabs,
} from "./cases-filter.ts";
import { casesRuleRoutes } from "./cases-rule.ts";
import { undoBar, whatHappened } from "./undo.ts";

export const casesRoutes: readonly Route[] = [
  { method: "GET", path: "/cases", may: "read", answer: casesPage },
  { method: "GET", path: "/cases/news", may: "read", answer: news },
  ...casesRuleRoutes,
];

async function casesPage(asked: Asked): Promise<Answer> {
  const { words, parts, visitor, query } = asked;
  const filter = filterIn(query);
  const who = visitor?.who ?? "";
  const stores = { ledger: parts.ledger, records: parts.ownRecords };
  const listing = await listCases(askedFor(filter, who), who, stores, asked.now).catch(wrongCursor);
  const [pending] = await pendingRulings(parts.ownRecords);
  const mayRule = visitorMay(asked, "rule");
  const isEmpty = listing.rows.length + listing.raised.length === 0;
  const list = isEmpty ? nothing(asked, filter) : "";
  const body = html`${pending === undefined ? "" : undoBar(asked, pending)}${whatHappened(asked)}
${nothingTicked(asked)}<p class="lead">${words.cases.lead}</p>
${tabs(asked, filter, listing.counts)}${filterBar(asked, filter)}
<div role="status" id="news" hidden
 data-url="${newsPath(filter, listing.asOf)}" class="note"><p><span></span>
<a href="${listPath({ ...filter, from: "" })}">${words.cases.show}</a></p></div>
${list === "" ? table(asked, filter, listing, mayRule) : list}${foot(asked, filter, listing)}`;
  return { kind: "page", title: words.shell.cases, body, islands: ["cases", "undo"] };
}

function wrongCursor(error: unknown): never {
  if (error instanceof WrongCursor) throw new WrongInput(error.message);
  throw error;
}

function nothing({ words }: Asked, filter: Filter): Html {
  return html`<p class="empty">${isNarrowed(filter) ? words.cases.noneSuch : words.cases.none}</p>`;
}

function nothingTicked({ words, query }: Asked): Html {
  if (!query.has("nothing")) return html``;
  return html`<div class="note warn" role="alert"><p>${words.cases.nothingTicked}</p></div>`;
}

function table(asked: Asked, filter: Filter, listing: CaseListing, mayRule: boolean): Html {
  const { words, formKey, query } = asked;
  const { cases } = words;
  const all = query.get("ticked") === "all";
  const titles = [cases.until, cases.what, cases.why, cases.whose];
  const width = titles.length + (mayRule ? 1 : 0);
  const rowsOf = (found: readonly ListRow[]) => found.map((one) => row(asked, one, mayRule, all));
  const part = (title: string, found: readonly ListRow[]) =>
    found.length === 0
      ? ""
      : html`<tbody><tr><th colspan="${width}" scope="rowgroup">${title}</th></tr>
${rowsOf(found)}</tbody>`;
  const rows =
    listing.raised.length === 0
      ? html`<tbody>${rowsOf(listing.rows)}</tbody>`
      : html`${part(cases.raised, listing.raised)}${part(cases.rest, listing.rows)}`;
  const tick = mayRule ? html`<th scope="col"><span class="sr">${cases.ticked}</span></th>` : "";
  const whole = html`<table class="stack" id="cases"><thead><tr>${tick}
${columnTitles(titles)}</tr></thead>
${rows}</table>`;
  if (!mayRule) return whole;
  const back = listPath(filter);
  return html`<form method="post" action="/cases/act" id="act">${formKey}
<input type="hidden" name="back" value="${back}">${bulkBar(asked, filter, all)}${whole}</form>`;
}

function bulkBar({ words }: Asked, filter: Filter, all: boolean): Html {
  const { cases } = words;
  const other = all
    ? html`<a href="${listPath(filter)}" data-tick="none">${cases.tickNone}</a>`
    : html`<a href="${listPath(filter, { ticked: "all" })}" data-tick="all">${cases.tickAll}</a>`;
  return html`<div class="actions">${other}<span>${cases.ticked}</span>
<button name="act" value="release">${cases.release}</button>
<button name="act" value="refuse" class="stern">${cases.refuse}</button>
<button name="act" value="take" class="quiet">${cases.take}</button>
<button name="act" value="leave" class="quiet">${cases.leave}</button>
</div>${keyHelp(words.cases)}`;
}

/** Shown by the script that knows the keys. */
function keyHelp({ keys, keysOff, keysOn, keyHelp: says, enter }: Asked["words"]["cases"]): Html {
  const known: readonly (readonly [string, string])[] = [
    ...([
      ["j, k", says.move],
      ["x", says.tick],
    ] as const),
    ...([
      [enter, says.open],
      ["r", says.release],
    ] as const),
    ...([
      ["f", says.refuse],
      ["a", says.take],
      ["?", says.help],
    ] as const),
  ];
  return html`<details id="keys" hidden><summary>${keys}</summary><dl class="facts">
${known.map(([key, does]) => html`<dt><kbd>${key}</kbd></dt><dd>${does}</dd>`)}</dl>
<button type="button" class="quiet" data-off="${keysOff}" data-on="${keysOn}">${keysOff}</button>
</details>`;
}

function row(asked: Asked, one: ListRow, mayRule: boolean, ticked: boolean): Html {
  const { words, say } = asked;
  const { cases } = words;
  const { id } = one.listed;
  const name = say(cases.tick, { name: nameOf(one) });
  const isTicked = ticked ? html` checked` : "";
  const box = html`<td><input type="checkbox" name="pick" value="${id}" aria-label="${name}"
${isTicked}></td>`;
  return html`<tr>${mayRule ? box : ""}
<td data-label="${cases.until}">${deadline(asked, one)}</td>
<th scope="row" data-label="${cases.what}">${whatItIs(asked, one)}</th>
<td data-label="${cases.why}"><span class="strange">${reasonOf(one).slice(0, 300)}</span></td>
<td data-label="${cases.whose}">${whose(asked, one)}</td></tr>`;
}

function nameOf({ listed }: ListRow): string {
  return listed.kind === "case" ? listed.id : shortActor(listed.delivery.sender).slice(0, 200);
}

function newestOf({ listed }: ListRow): KeptSummary {
  return listed.kind === "case" ? listed.found.newest : listed.delivery;
}

function deadline({ words, moments, now }: Asked, { listed }: ListRow): Html {
  if (listed.until !== undefined && listed.until > now) return moments.away(listed.until);
  if (listed.kind === "case") return html`<span class="meta">${words.cases.noneAhead}</span>`;
  const until = openUntil(listed.delivery);
  const says = until === undefined ? words.cases.open : words.cases.passed;
  return html`<span class="meta">${says}</span>`;
}

function whatItIs(asked: Asked, one: ListRow): Html {
  const { words, say, moments, number } = asked;
  const { listed } = one;
  const { cases } = words;
  if (listed.kind === "single") {
    const { receipt, sender, arrivedAt, state } = listed.delivery;
    const shown = sender === "" ? receipt : shortActor(sender);
    return html`<a href="${pageOf.delivery(receipt)}" class="strange">${shown.slice(0, 200)}</a>
<br><small class="meta">${moments.away(arrivedAt)}${stateIn(asked, state)}</small>
${marks(asked, one)}`;
  }
  const { campaign, kept, domains, recipients, lastAt } = listed.found;
  const size = say(cases.wave, { count: kept, domains, people: recipients });
  const lately =
    listed.lately === 0 ? "" : `, ${say(cases.lately, { count: number(listed.lately) })}`;
  return html`<a href="${pageOf.case(campaign)}">${campaign}</a> ${size}
<br><small class="meta">${moments.away(lastAt)}${lately}</small>${marks(asked, one)}`;
}

function stateIn({ words }: Asked, state: string): string {
  const { states } = words.cases;
  return state in states && state !== "held" ? `, ${states[state as keyof typeof states]}` : "";
}

function marks({ words, say }: Asked, { listed, notes, isAppealed, pending }: ListRow): Html {
  const { cases } = words;
  const ruled = listed.kind === "case" ? listed.found.ruled?.ruling : undefined;
  return html`${pending === undefined ? "" : badge("doubt", cases.pending)}
${isAppealed ? badge("flag", cases.isAppealed) : ""}
${ruled === "spam" ? badge("spam", cases.ruledSpam) : ""}
${ruled === "ham" ? badge("ham", cases.ruledHam) : ""}
${notes === 0 ? "" : badge("plain", say(cases.notes, { count: notes }))}`;
}

function badge(tone: string, says: string): Html {
  return html` <span class="badge tone-${tone}">${says}</span>`;
}

function whose({ words, visitor }: Asked, { assignedTo }: ListRow): Html {
  if (assignedTo === undefined) return html`<span class="meta">–</span>`;
  if (assignedTo === visitor?.who) return html`${words.cases.yours}`;
  return html`<span class="strange">${assignedTo}</span>`;
}

/** What its verdict says of those that it belongs with; else what weighs most. */
function reasonOf(one: ListRow): string {
  const { evidence } = newestOf(one).verdict;
  const ofCampaign = evidence.find(({ symbol }) => symbol === "CAMPAIGN");
  return (ofCampaign ?? evidence[0])?.because ?? "";
}

function foot({ words, say, moments }: Asked, filter: Filter, listing: CaseListing): Html {
  const { next, asOf, found } = listing;
  const further =
    next === undefined
      ? ""
      : html`<p><a href="${listPath({ ...filter, from: next })}" rel="next">
${words.cases.further}</a></p>`;
  const when = moments.text(asOf);
  return html`${further}<p class="meta">${say(words.cases.found, { count: found })}.
${say(words.cases.asOf, { when })}</p>`;
}

function newsPath(filter: Filter, asOf: EpochMs): string {
  return listPath({ ...filter, from: "" }, { since: `${asOf}` }).replace("/cases", "/cases/news");
}

const since = z.object({ since: z.coerce.number().int().min(0) });

/** How many cases have something that the page does not show yet. */
async function news(asked: Asked): Promise<Answer> {
  const { parts, query, visitor, now, say, words } = asked;
  const from = epochMs(readAs(since, query).since);
  const wanted = askedFor({ ...filterIn(query), from: "" }, visitor?.who ?? "");
  const stores = { ledger: parts.ledger, records: parts.ownRecords };
  const count = await countListed({ ...wanted, since: from }, stores, now);
  return { kind: "json", value: { count, text: say(words.cases.news, { count }) } };
}
