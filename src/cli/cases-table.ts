// What `cases list` prints: one line a case, cut to a terminal's width, whole in a pipe.

import { amount } from "../base/amount.ts";
import { day, type EpochMs, hour, isoTime, minute } from "../base/units.ts";
import type { Case } from "../model/case.ts";
import { endedStates, type KeptSummary } from "../model/kept.ts";
import type { Verdict } from "../model/verdict.ts";
import { openUntil } from "../services/cases/ways.ts";
import { shortTime } from "./moment.ts";
import type { Output } from "./output.ts";
import { printable } from "./printable.ts";
import { shortSender } from "./short-sender.ts";
import { table } from "./table.ts";
import { fit, widthOf, wrap } from "./width.ts";

/** One line: a delivery by itself, or all that is kept of a campaign. */
export type Listed =
  | { readonly kind: "single"; readonly kept: KeptSummary }
  | { readonly kind: "case"; readonly found: Case };

/** Titles first. */
export function listTable(found: readonly Listed[], now: EpochMs, output: Output): string[] {
  return output.interactive ? forPeople(found, now, output.width) : forPipes(found);
}

/** Two columns stand between two cells. */
const gap = 2;

function forPeople(found: readonly Listed[], now: EpochMs, width: number): string[] {
  const titles = ["receipt", "age", "state", "until*", "sender", "reason"];
  const cut = found
    .map((one) => shortCells(one, now))
    .map(([name, began, ...rest]) => {
      return [name, span(now - began), ...rest.map(printable)];
    });
  const widthAt = (at: number) =>
    Math.max(...[titles, ...cut].map((row) => widthOf(row[at] ?? "")));
  const fixed = [0, 1, 2, 3].reduce((sum, at) => sum + widthAt(at) + gap, 0);
  const room = Math.max(20, width - fixed - gap);
  const senderMax = Math.min(widthAt(4), Math.floor(room / 2));
  const reasonMax = room - senderMax;
  const rows = cut.map((cells) => [
    ...cells.slice(0, 4),
    fit(cells[4] ?? "", senderMax),
    fit(cells[5] ?? "", reasonMax),
  ]);
  return [...linesOf(titles, rows), "", ...notesFor(found).flatMap((note) => wrap(note, width))];
}

/** What the list does not say itself, and what to do with a case. */
function notesFor(found: readonly Listed[]): string[] {
  const open = found.find((one) => one.kind === "case" && one.found.ruled === undefined);
  const id = open?.kind === "case" ? open.found.campaign : undefined;
  return [
    "* let in until (UTC); passed: those it was for were not notified",
    ...(id === undefined
      ? []
      : [`${id} is a wave: "breakwater cases show ${id}", then refuse or release ${id}.`]),
  ];
}

type ShortCells = readonly [string, EpochMs, string, string, string, string];

function shortCells(one: Listed, now: EpochMs): ShortCells {
  if (one.kind === "single") {
    const { kept } = one;
    const [sender, reason] = [shortSender(kept.sender), reasonOf(kept)];
    return [kept.receipt, kept.arrivedAt, kept.state, deadline(kept, now), sender, reason];
  }
  const { campaign, firstAt, domains, nextReplayUntil } = one.found;
  const until = nextReplayUntil === undefined ? "-" : shortMoment(nextReplayUntil, now);
  const from = amount(domains, "domain");
  return [campaign, firstAt, stateOfCase(one.found), until, from, caseLine(one.found)];
}

function forPipes(found: readonly Listed[]): string[] {
  const rows = found.map((one) => (one.kind === "single" ? pipeCells(one.kept) : cells(one.found)));
  const titles = ["receipt", "arrived (UTC)", "state", "let in until", "score", "sender", "reason"];
  return linesOf(titles, rows);
}

function pipeCells(kept: KeptSummary): string[] {
  return [
    kept.receipt,
    shortTime(kept.arrivedAt),
    kept.state,
    endOf(kept),
    kept.verdict.score.toFixed(1),
    kept.sender,
    reasonOf(kept),
  ];
}

function cells(found: Case): string[] {
  const { campaign, firstAt, nextReplayUntil, newest, domains } = found;
  return [
    campaign,
    shortTime(firstAt),
    stateOfCase(found),
    nextReplayUntil === undefined ? "-" : shortTime(nextReplayUntil),
    newest.verdict.score.toFixed(1),
    `from ${amount(domains, "domain")}`,
    caseLine(found),
  ];
}

/** "12 held", or "12 kept" where they stand in several states. */
function stateOfCase({ kept, states }: Case): string {
  const names = Object.keys(states);
  return `${kept} ${names.length === 1 ? names[0] : "kept"}`;
}

function caseLine({ recipients, ruled, newest }: Case): string {
  const word = ruled === undefined ? "" : `ruled ${ruled.ruling}; `;
  return `${word}to ${amount(recipients, "person", "people")}; ${caseReason(newest.verdict)}`;
}

/** What its verdict says of those that it belongs with; else what weighs most. */
export function caseReason({ evidence }: Verdict): string {
  const ofCampaign = evidence.find(({ symbol }) => symbol === "CAMPAIGN");
  return (ofCampaign ?? evidence[0])?.because ?? "";
}

function endOf(kept: KeptSummary): string {
  const until = openUntil(kept);
  return until === undefined ? "open" : shortTime(until);
}

/** Without a width: what does not fit was cut before, and nothing wraps. */
function linesOf(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const columns = titles.map((title) => ({ title }));
  return table(columns, rows, Number.POSITIVE_INFINITY);
}

function reasonOf({ verdict }: KeptSummary): string {
  return verdict.evidence[0]?.because ?? "";
}

/**
 * At most six columns: `23:41`, `12-24` where it is more than a day off, `open` as long as it is
 * kept, or `passed`.
 */
function deadline(kept: KeptSummary, now: EpochMs): string {
  if (endedStates.some((one) => one === kept.state)) return "-";
  const until = openUntil(kept);
  if (until === undefined) return "open";
  if (until <= now) return "passed";
  return shortMoment(until, now);
}

function shortMoment(until: EpochMs, now: EpochMs): string {
  const text = isoTime(until);
  return until - now < day ? text.slice(11, 16) : text.slice(5, 10);
}

/** At most five columns: `59min`, `47h`, `365d`. */
function span(ms: number): string {
  if (ms < hour) return `${Math.max(0, Math.floor(ms / minute))}min`;
  return ms < 2 * day ? `${Math.floor(ms / hour)}h` : `${Math.floor(ms / day)}d`;
}

export function caseAsJson(found: Case): object {
  const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
  const { campaign, kept, states, domains, recipients, ruled, newest } = found;
  return {
    ...{ kind: "case", campaign, kept, states, domains, recipients },
    firstAt: iso(found.firstAt),
    lastAt: iso(found.lastAt),
    nextReplayUntil: iso(found.nextReplayUntil),
    ruled: ruled === undefined ? null : { ...ruled, at: iso(ruled.at) },
    newest: newest.receipt,
    verdict: newest.verdict,
  };
}

export function keptAsJson(kept: KeptSummary): object {
  const { receipt, sender, state, verdict, activityId, objectId, ruledBy } = kept;
  const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
  return {
    receipt,
    state,
    sender,
    activityId: activityId ?? null,
    objectId: objectId ?? null,
    arrivedAt: iso(kept.arrivedAt),
    since: iso(kept.since),
    dueAt: iso(kept.dueAt),
    replayUntil: iso(kept.replayUntil),
    laterWays: kept.laterWays.map(({ rung, until }) => ({ rung, until: iso(until) })),
    triedBy: kept.triedBy ?? null,
    ruledBy: ruledBy ?? null,
    verdict,
  };
}
