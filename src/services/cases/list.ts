// The list that moderators work through: cases and single deliveries together, most urgent first.

import { z } from "zod";
import { type EpochMs, epochMs } from "../../base/units.ts";
import type { CaseFilter, CasePlace, CaseQuery, ListedCase } from "../../model/case-list.ts";
import type { Receipt } from "../../model/ids.ts";
import type { KeptState } from "../../model/kept.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { openAppeals } from "../appeals.ts";
import { assigned } from "./assignment.ts";
import { countNotesOn } from "./notes.ts";
import { fallsOn, fallsOnCase, type PendingRuling, pendingRulings } from "./pending.ts";

/** What is not over yet. */
export const openStates: readonly KeptState[] = ["settling", "held", "releasing"];

export interface ListAsked extends Omit<CaseFilter, "states" | "only" | "without"> {
  /** Undefined: all that is not over. */
  readonly states?: readonly KeptState[] | undefined;
  /** Looked after by somebody who is named, or by nobody. */
  readonly whose?: { readonly who: string } | "nobody" | undefined;
  readonly appealed?: boolean | undefined;
  /** As the page before gave it. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface ListRow {
  readonly listed: ListedCase;
  readonly assignedTo: string | undefined;
  readonly notes: number;
  readonly isAppealed: boolean;
  /** A ruling that is about to fall on it. */
  readonly pending: PendingRuling | undefined;
}

export interface CaseListing {
  /** Appealed, on the first page alone: who has asked for longest first. */
  readonly raised: readonly ListRow[];
  /** None of those that are raised, on any page. */
  readonly rows: readonly ListRow[];
  /** Of all that is not over, whatever was asked for. */
  readonly counts: ListCounts;
  /** How many are as they were asked for, on all pages. */
  readonly found: number;
  /** For the next page; undefined: this was the last. */
  readonly next: string | undefined;
  readonly asOf: EpochMs;
}

export interface ListCounts {
  readonly all: number;
  readonly waves: number;
  readonly single: number;
  readonly held: number;
  readonly settling: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly appealed: number;
}

export interface ListParts {
  readonly ledger: Pick<Ledger, "listCases" | "countCases">;
  readonly records: OwnRecords;
}

export class WrongCursor extends Error {
  override readonly name = "WrongCursor";
}

/** `who` asks. Throws LedgerDown, and WrongCursor for what no page gave. */
export async function listCases(
  asked: ListAsked,
  who: string,
  { ledger, records }: ListParts,
  now: EpochMs,
): Promise<CaseListing> {
  const from = asked.cursor === undefined ? undefined : cursorIn(asked.cursor);
  const asOf = from?.asOf ?? now;
  const [whose, appeals] = [await assigned(records), await appealedIn(records)];
  const query = { ...filterFor(asked, whose, appeals), asOf };
  const about = { whose, appeals, records, pending: await pendingRulings(records) };
  const first =
    from === undefined && asked.appealed !== true
      ? await raisedIn(query, appeals, asked, ledger)
      : [];
  const above = from?.above ?? first.map(({ id }) => id);
  const limit = asked.limit - first.length;
  const below = { ...query, without: [...(query.without ?? []), ...above] };
  const [page, counts, found] = await Promise.all([
    ledger.listCases({ ...below, limit: limit + 1, from: from?.place }),
    countsFor(who, whose, appeals, asOf, ledger),
    ledger.countCases(query, {}),
  ]);
  const raised = (await rowsOf(first, about)).map((row) => ({ ...row, isAppealed: true }));
  const rows = await rowsOf(page.slice(0, limit), about);
  const last = page.length > limit ? page[limit - 1] : undefined;
  const next = last && cursorFor(last, asOf, above);
  return { raised, rows, counts, found: found.all, next, asOf };
}

/** So many stand above the rest, however many ask: an appeal costs next to nothing. */
const [raisedMax, raisedReadMax] = [10, 100];

/** Of more than are read, the most urgent. Never more than half a page. Throws LedgerDown. */
export async function raisedIn(
  query: CaseQuery,
  appeals: readonly string[],
  { limit }: Pick<ListAsked, "limit">,
  ledger: Pick<Ledger, "listCases">,
): Promise<readonly ListedCase[]> {
  const only =
    query.only === undefined ? appeals : appeals.filter((id) => query.only?.includes(id));
  if (only.length === 0) return [];
  const places = new Map(appeals.map((id, at) => [id, at]));
  const placeIn = (one: ListedCase): number =>
    Math.min(places.get(one.id) ?? Infinity, places.get(newestOf(one)) ?? Infinity);
  const found = await ledger.listCases({ ...query, only, limit: raisedReadMax });
  return [...found]
    .sort((a, b) => (placeIn(a) < placeIn(b) ? -1 : Number(placeIn(a) > placeIn(b))))
    .slice(0, Math.min(raisedMax, Math.floor(limit / 2)));
}

interface About {
  readonly whose: ReadonlyMap<string, string>;
  readonly appeals: readonly string[];
  readonly pending: readonly PendingRuling[];
  readonly records: OwnRecords;
}

async function rowsOf(
  found: readonly ListedCase[],
  { whose, appeals, pending, records }: About,
): Promise<readonly ListRow[]> {
  const rows: ListRow[] = [];
  for (const listed of found)
    rows.push({
      listed,
      assignedTo: whose.get(listed.id) ?? whose.get(ofCampaign(listed) ?? ""),
      notes: await countNotesOn(listed.id, records),
      isAppealed: appeals.some((id) => id === listed.id || id === newestOf(listed)),
      pending: pendingOn(listed, pending),
    });
  return rows;
}

/** How many there are as asked for. Throws LedgerDown. */
export async function countListed(
  asked: ListAsked,
  { ledger, records }: ListParts,
  now: EpochMs,
): Promise<number> {
  const filter = filterFor(asked, await assigned(records), await appealedIn(records));
  return (await ledger.countCases({ ...filter, asOf: now }, {})).all;
}

/** Ids of what somebody appealed and nobody has answered: cases, receipts; the oldest first. */
export async function appealedIn(records: OwnRecords): Promise<readonly string[]> {
  const open = [...(await openAppeals(records))].sort((a, b) => a.firstAt - b.firstAt);
  return [...new Set(open.flatMap(({ receipts, campaigns }) => [...campaigns, ...receipts]))];
}

function filterFor(
  { states = openStates, shape, symbol, host, text, since, whose, appealed }: ListAsked,
  assignments: ReadonlyMap<string, string>,
  appeals: readonly string[],
): CaseFilter {
  const base = { states, shape, symbol, host, text, since };
  const theirs =
    whose === undefined || whose === "nobody"
      ? undefined
      : [...assignments].filter(([, to]) => to === whose.who).map(([id]) => id);
  const only = appealed ? appeals.filter((id) => theirs?.includes(id) ?? true) : theirs;
  const without = whose === "nobody" ? [...assignments.keys()] : undefined;
  return { ...base, only, without };
}

async function countsFor(
  who: string,
  assignments: ReadonlyMap<string, string>,
  appeals: readonly string[],
  asOf: EpochMs,
  ledger: ListParts["ledger"],
): Promise<ListCounts> {
  const mine = [...assignments].filter(([, to]) => to === who).map(([id]) => id);
  const sets = { mine, assigned: [...assignments.keys()], appealed: appeals };
  const { all, waves, states, of } = await ledger.countCases({ states: openStates, asOf }, sets);
  return {
    ...{ all, waves, single: all - waves, held: states.held ?? 0, settling: states.settling ?? 0 },
    ...{ mine: of["mine"] ?? 0, unassigned: all - (of["assigned"] ?? 0) },
    appealed: of["appealed"] ?? 0,
  };
}

function ofCampaign(listed: ListedCase): string | undefined {
  return listed.kind === "single" ? listed.delivery.verdict.campaign : undefined;
}

function newestOf(listed: ListedCase): Receipt {
  return listed.kind === "single" ? listed.delivery.receipt : listed.found.newest.receipt;
}

function pendingOn(
  listed: ListedCase,
  pending: readonly PendingRuling[],
): PendingRuling | undefined {
  if (listed.kind === "single") return fallsOn(listed.delivery, pending);
  return fallsOnCase(listed.found.campaign, pending);
}

const name = z.string().max(100);
const cursorShape = z.tuple([
  z.int(),
  z.int().nullable(),
  z.int(),
  z.int(),
  name,
  z.array(name).max(raisedMax),
]);

interface Cursor {
  readonly asOf: EpochMs;
  readonly place: CasePlace;
  /** What the first page raised: where it is answered meanwhile, no other takes its place. */
  readonly above: readonly string[];
}

function cursorFor(place: CasePlace, asOf: EpochMs, above: readonly string[]): string {
  const { until, lately, kept, id } = place;
  const parts: z.infer<typeof cursorShape> = [asOf, until ?? null, lately, kept, id, [...above]];
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

function cursorIn(text: string): Cursor {
  const parsed = cursorShape.safeParse(jsonIn(Buffer.from(text, "base64url").toString()));
  if (!parsed.success) throw new WrongCursor("no page gave this");
  const [asOf, until, lately, kept, id, above] = parsed.data;
  const soon = until === null ? undefined : epochMs(until);
  const place = { until: soon, lately, kept, id: id as Receipt };
  return { asOf: epochMs(asOf), place, above };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // The shape refuses it.
  }
}
