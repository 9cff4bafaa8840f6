// What of the list of cases is asked for: tabs with counts, and a form that needs no script.

import { html } from "hono/html";
import { z } from "zod";
import { signals } from "../../../engine/signals/index.ts";
import { reasonSymbols } from "../../../model/verdict.ts";
import { type ListAsked, type ListCounts, openStates } from "../../../services/cases/list.ts";
import { type Asked, type Html, readAs } from "../page.ts";
import { type Choice, select } from "../pieces.ts";

/** On one page; all of them can be ticked and ruled on at once. */
export const casesAPage = 50;

const views = ["all", "waves", "single", "mine", "nobody", "appealed"] as const;
type View = (typeof views)[number];

const text = (most: number) => z.string().trim().max(most).default("");

const shape = z.object({
  view: z.enum(views).default("all"),
  text: text(200),
  host: text(253),
  symbol: text(60),
  state: z.enum(["", "settling", "held", "releasing"]).default(""),
  from: text(2000),
});

export type Filter = z.infer<typeof shape>;

/** Throws WrongInput. */
export function filterIn(query: URLSearchParams): Filter {
  return readAs(shape, query);
}

export function askedFor({ view, text, host, symbol, state, from }: Filter, who: string) {
  const asked: ListAsked = {
    limit: casesAPage,
    ...(state === "" ? {} : { states: [state] }),
    ...(text === "" ? {} : { text }),
    ...(host === "" ? {} : { host: host.toLowerCase() }),
    ...(symbol === "" ? {} : { symbol: symbol.toUpperCase() }),
    ...(from === "" ? {} : { cursor: from }),
  };
  switch (view) {
    case "all":
      return asked;
    case "waves":
      return { ...asked, shape: "wave" } as const;
    case "single":
      return { ...asked, shape: "single" } as const;
    case "mine":
      return { ...asked, whose: { who } };
    case "nobody":
      return { ...asked, whose: "nobody" } as const;
    case "appealed":
      return { ...asked, appealed: true };
  }
}

/** An address of the list, with what differs from its defaults. */
export function listPath(filter: Partial<Filter>, more: Readonly<Record<string, string>> = {}) {
  const given = Object.entries({ ...filter, ...more }).filter(
    ([name, value]) => value !== "" && !(name === "view" && value === "all"),
  );
  const query = new URLSearchParams(given as [string, string][]).toString();
  return query === "" ? "/cases" : `/cases?${query}`;
}

export function isNarrowed({ view, text, host, symbol, state }: Filter): boolean {
  return view !== "all" || [text, host, symbol, state].some((one) => one !== "");
}

export function tabs({ words, say, number }: Asked, filter: Filter, counts: ListCounts): Html {
  const of: Readonly<Record<View, number>> = { ...counts, nobody: counts.unassigned };
  const shown = views.filter((view) => view !== "appealed" || of[view] > 0 || filter.view === view);
  const links = shown.map((view) => {
    const current = view === filter.view ? html` aria-current="page"` : "";
    const name = say(words.cases.count, { name: words.cases.tabs[view], count: number(of[view]) });
    return html`<a href="${listPath({ ...filter, from: "", view })}"${current}>${name}</a>`;
  });
  return html`<nav class="tabs" aria-label="${words.cases.tabsLabel}">${links}</nav>`;
}

export function filterBar({ words }: Asked, filter: Filter): Html {
  const { cases } = words;
  const all = isNarrowed(filter) ? html`<a href="/cases">${cases.all}</a>` : "";
  const states = openStates.filter((one) => one in cases.states) as (keyof typeof cases.states)[];
  const named = states.map((one): Choice => [one, cases.states[one]]);
  const choices: readonly Choice[] = [["", cases.anyState], ...named];
  const { text, host, symbol, state } = filter;
  const isSet = [text, host, symbol, state].some((one) => one !== "");
  return html`<details${isSet ? html` open` : ""}><summary>${cases.filter}</summary>
<form class="toolbar" action="/cases">
<input type="hidden" name="view" value="${filter.view}">
<label>${cases.text} <input type="search" name="text" value="${filter.text}" maxlength="200"
 title="${cases.textHint}" size="14"></label>
<label>${cases.host} <input name="host" value="${filter.host}" maxlength="253" size="14"
 autocomplete="off" spellcheck="false"></label>
<label>${cases.symbol} <input name="symbol" value="${filter.symbol}" maxlength="60" size="14"
 list="symbols" autocomplete="off" spellcheck="false"></label>
<datalist id="symbols">${symbols.map((one) => html`<option value="${one}"></option>`)}</datalist>
<label>${cases.state} ${select("state", state, choices)}</label>
<button class="quiet">${cases.filter}</button>${all}</form></details>`;
}

const symbols: readonly string[] = [...signals.map(({ symbol }) => symbol), ...reasonSymbols];
