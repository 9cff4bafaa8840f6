// What `cases list` prints: one line a case, cut to a terminal's width, whole in a pipe.

import { day, type EpochMs, hour, isoTime, minute } from "../base/units.ts";
import { endedStates, type KeptSummary } from "../model/kept.ts";
import { openUntil } from "./cases-ways.ts";
import { shortTime } from "./moment.ts";
import type { Output } from "./output.ts";
import { printable } from "./printable.ts";
import { shortSender } from "./short-sender.ts";
import { table } from "./table.ts";
import { fit } from "./width.ts";

/** Titles first. */
export function listTable(found: readonly KeptSummary[], now: EpochMs, output: Output): string[] {
  return output.interactive ? forPeople(found, now, output.width) : forPipes(found);
}

/** Receipt, age, state and deadline with their gaps take 54 columns; the rest is shared. */
const fixedColumns = 54;

function forPeople(found: readonly KeptSummary[], now: EpochMs, width: number): string[] {
  const room = Math.max(20, width - fixedColumns);
  const senderMax = Math.floor(room / 2);
  const reasonMax = room - senderMax - 2;
  const rows = found.map((kept) => [
    kept.receipt,
    span(now - kept.arrivedAt),
    kept.state,
    deadline(kept, now),
    fit(shortSender(kept.sender), senderMax),
    fit(printable(reasonOf(kept)), reasonMax),
  ]);
  const titles = ["receipt", "age", "state", "until*", "sender", "reason"];
  const note = "* let in until (UTC); passed: those it was for were not notified";
  return [...linesOf(titles, rows), "", ...(note.length <= width ? [note] : [])];
}

function forPipes(found: readonly KeptSummary[]): string[] {
  const rows = found.map((kept) => [
    kept.receipt,
    shortTime(kept.arrivedAt),
    kept.state,
    endOf(kept),
    kept.verdict.score.toFixed(1),
    kept.sender,
    reasonOf(kept),
  ]);
  const titles = ["receipt", "arrived (UTC)", "state", "let in until", "score", "sender", "reason"];
  return linesOf(titles, rows);
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
  const text = isoTime(until);
  return until - now < day ? text.slice(11, 16) : text.slice(5, 10);
}

/** At most five columns: `59min`, `47h`, `365d`. */
function span(ms: number): string {
  if (ms < hour) return `${Math.max(0, Math.floor(ms / minute))}min`;
  return ms < 2 * day ? `${Math.floor(ms / hour)}h` : `${Math.floor(ms / day)}d`;
}
