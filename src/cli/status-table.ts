// A status as lines that answer an admin's questions in the order of their worry.

import { formatDuration } from "../base/quantity.ts";
import { type EpochMs, epochMs, minute } from "../base/units.ts";
import type { Census } from "../model/kept.ts";
import type { Totals } from "../ports/chronicle.ts";
import type { GateStatus, Trouble } from "../services/gate-status.ts";
import { ruleOn } from "../services/host-ladder.ts";
import { activeContacts } from "./contact-words.ts";
import { shortTime } from "./moment.ts";
import { neglectedInLine, suggested } from "./neglect-words.ts";
import { type Output, paint } from "./output.ts";
import { printable } from "./printable.ts";
import type { Status } from "./status.ts";
import { oneIn, standingWords } from "./tune-text.ts";
import { wrap } from "./width.ts";

export function statusLines(status: Status, output: Output): string[] {
  const { gate, kept } = status;
  const rows: (readonly [string, string])[] = [
    ["gate", gateLine(status, output)],
    ["mode", modeLine(status)],
    ...contactRows(status),
    ...(gate === undefined ? [] : homeServerRows(gate, status, output)),
    ["last hour", totalsLine(status.lastHour)],
    ["last day", totalsLine(status.lastDay)],
    ["settling", settlingLine(kept.find(({ state }) => state === "settling"))],
    ["held", heldLine(kept.find(({ state }) => state === "held"))],
    ...hostRows(status),
    ...shadowRows(status),
    ...tunedRows(status, output),
    ["disk", diskLine(status)],
    ...(gate === undefined ? [] : [["memory", showBytes(gate.memoryBytes)] as const]),
    ...(gate === undefined ? [] : troubleRows(gate.troubles)),
  ];
  return rows.flatMap(([title, text]) => laidOut(title, text, output));
}

const titleWidth = 13;

function laidOut(title: string, text: string, output: Output): string[] {
  const lines = output.interactive ? wrap(text, output.width - titleWidth) : [text];
  return lines.map((line, index) => {
    const lead = (index === 0 ? title : "").padEnd(titleWidth);
    return `${paint(output, "gray", lead)}${line}`.trimEnd();
  });
}

function gateLine({ gate, card, at }: Status, output: Output): string {
  if (gate !== undefined) {
    const since = `since ${shortTime(epochMs(gate.startedAt))} UTC`;
    return `${paint(output, "green", "runs")} ${since}, version ${gate.version}, pid ${gate.pid}`;
  }
  const down = paint(output, "red", "does not answer");
  if (card === undefined) return `${down}: none has ever started with this state folder`;
  if (card.stoppedAt !== undefined)
    return `${down}: it was stopped at ${shortTime(epochMs(card.stoppedAt))} UTC`;
  const age = formatDuration(Math.max(minute, Math.floor((at - card.startedAt) / minute) * minute));
  return `${down} at ${card.admin}: started ${age} ago, it was killed or hangs (pid ${card.pid})`;
}

function modeLine({ gate, mode }: Status): string {
  if (gate === undefined) return `${mode}, once it starts`;
  const share =
    gate.mode === "guard" && gate.guardShare < 1
      ? ` for ${percent(gate.guardShare)} of the sending domains`
      : "";
  const since = `since ${shortTime(epochMs(gate.modeSince))} UTC`;
  const whose =
    gate.orderedBy === null
      ? "as configured"
      : `by an order of ${printable(gate.orderedBy)} (configured: ${gate.configuredMode})`;
  const shadow = gate.shadow === null ? "" : `; in the shadow: ${printable(gate.shadow)}`;
  return `${gate.mode}${share} ${since}, ${whose}${shadow}`;
}

/** Nothing where strangers are only judged, which is the usual. */
function contactRows({ gate }: Status): (readonly [string, string])[] {
  const active = activeContacts(gate?.contacts);
  if (gate?.contacts === undefined || active === undefined) return [];
  const { mode, configured, orderedBy } = gate.contacts;
  const whose =
    orderedBy === null
      ? "as configured"
      : `by an order of ${printable(orderedBy)} (configured: ${configured})`;
  const watched = gate.mode === "guard" ? "" : "; only in guard mode anything waits";
  return [["contact", `${mode}, ${whose}; ${active}${watched}`]];
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`;
}

function homeServerRows(
  { homeServer, checks }: GateStatus,
  { card }: Status,
  output: Output,
): (readonly [string, string])[] {
  const { software, version, accepts, learned, replayWindowMs } = homeServer;
  const name = software === "unknown" ? "of an unknown kind" : printable(`${software} ${version}`);
  const taken = accepts.map(inWords).join(" and ");
  const well = checks["upstream"] !== false;
  const answers = well ? "answers" : paint(output, "red", "does not answer");
  const rows: (readonly [string, string])[] = [
    ["home server", `${name} at ${card?.upstream ?? "?"} ${answers}`],
    ["", `takes ${taken}; a post can wait ${formatDuration(replayWindowMs)}`],
  ];
  if (learned.length > 0) rows.push(["", `its answers taught that it takes ${learned.join(", ")}`]);
  if (checks["ledger"] === false) rows.push(["ledger", paint(output, "red", "does not answer")]);
  return rows;
}

function inWords(signature: string): string {
  return signature === "none" ? "unsigned mail" : signature;
}

/** What was done, in words that need no key: watched ones are told apart from those let in. */
function totalsLine({ judged, passed }: Totals): string {
  const unread = Object.values(passed).reduce((sum, count) => sum + count, 0);
  const sum = (fits: (one: Totals["judged"][number]) => boolean) =>
    judged.filter(fits).reduce((total, { count }) => total + count, 0);
  const lets = (action: string) => action === "accept" || action === "flag";
  const parts: [number, string][] = [
    [unread, "passed unread"],
    [sum(({ action, done }) => done === "passed" && lets(action)), "judged and let in"],
    [sum(({ done }) => done === "settling"), "settled"],
    [sum(({ done }) => done === "held"), "held"],
    [sum(({ done }) => done === "rejected"), "rejected"],
    [sum(({ action, done }) => done === "passed" && !lets(action)), "only watched and let in"],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.join(", ") || "nothing";
}

function settlingLine(census: Census | undefined): string {
  if (census === undefined) return "none";
  const { count, nextDueAt } = census;
  return `${count}${nextDueAt === undefined ? "" : `, the next is due at ${clock(nextDueAt)}`}`;
}

function heldLine(census: Census | undefined): string {
  if (census === undefined) return "none";
  const { count, oldestArrivedAt, nextReplayUntil } = census;
  const next =
    nextReplayUntil === undefined
      ? "none can be let in any more as it was sent"
      : `the first deadline for letting one in is ${clock(nextReplayUntil)}`;
  return `${count}, the oldest of ${clock(oldestArrivedAt)}; ${next}`;
}

function hostRows({ hosts }: Status): (readonly [string, string])[] {
  const line = neglectedInLine(hosts);
  if (line === undefined) return [];
  const todo = suggested(hosts)
    .slice(0, 3)
    .map(({ domain }) => ["", `to refuse one: ${ruleOn(domain)}`] as const);
  return [["hosts", line], ...todo];
}

/** Only while a shadow is set: what one that is gone said misleads. */
function shadowRows({ gate, shadow }: Status): (readonly [string, string])[] {
  if (gate !== undefined && gate.shadow === null) return [];
  if (shadow === undefined) return [];
  const { since, weighed, differing } = shadow;
  const pairs = differing.slice(0, 4).map(({ action, shadow: other, count }) => {
    return `${count} ${other} instead of ${action}`;
  });
  const said = pairs.length === 0 ? "it agrees on all of them" : pairs.join(", ");
  return [["shadow", `${weighed} weighed since ${clock(since)}: ${said}`]];
}

function tunedRows({ tuned }: Status, output: Output): (readonly [string, string])[] {
  const { budget, holdAt, standing, offer, alarm } = tuned;
  const whose = `hold_at ${holdAt}, ${standingWords(standing)}; budget ${oneIn(budget)}`;
  const rows: (readonly [string, string])[] = [["threshold", whose]];
  if (alarm !== undefined) {
    const said = `${clock(alarm.at)}: ${printable(alarm.because)}; the configuration counts`;
    rows.push(["", paint(output, "yellow", said)]);
  }
  if (offer !== undefined) rows.push(["", "a better one is proposed: breakwater tune"]);
  return rows;
}

function diskLine({ disk, folder }: Status): string {
  if (disk === undefined) return `nothing is known of ${printable(folder)}`;
  const { usedBytes, freeBytes } = disk;
  return `${showBytes(usedBytes)} in ${printable(folder)}, ${showBytes(freeBytes)} free`;
}

function troubleRows(troubles: readonly Trouble[]): (readonly [string, string])[] {
  if (troubles.length === 0) return [["troubles", "none since it started"]];
  return troubles.slice(0, 5).map(({ at, what, because, times }, index) => {
    const often = times === 1 ? "" : `${times} times, last `;
    const text = `${often}${clock(epochMs(at))} while ${what}: ${because}`;
    return [index === 0 ? "troubles" : "", printable(text)];
  });
}

function clock(moment: EpochMs): string {
  return `${shortTime(moment)} UTC`;
}

/** To the eye, not to the byte. */
export function showBytes(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  const power = Math.min(4, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const amount = bytes / 1024 ** power;
  return `${amount < 10 && power > 0 ? amount.toFixed(1) : Math.round(amount)} ${units[power]}`;
}
