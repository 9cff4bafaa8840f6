// What `week` prints: made for eighty columns, and whole in a pipe.

import { day, hour, isoTime, minute } from "../base/units.ts";
import type { Advice } from "../services/advice.ts";
import type { Disturbed, Fate, Group, Week } from "../services/week.ts";
import { type Output, paint } from "./output.ts";
import { printable } from "./printable.ts";
import { shortSender } from "./short-sender.ts";
import { table } from "./table.ts";
import { promiseLines, type WeekPromise } from "./week-promise.ts";
import { padStart, wrap } from "./width.ts";

/** `notes`: sentences on what else had mail wait. */
export function weekLines(
  week: Week,
  days: number,
  advice: Advice,
  { notes, promise }: { readonly notes: readonly string[]; readonly promise: WeekPromise },
  output: Output,
): string[] {
  const narrow = { ...output, width: Math.min(output.width, 80) };
  return [
    paint(output, "bold", headline(week, days)),
    ...beginning(week),
    "",
    ...numbers(week),
    "",
    ...groupLines(week, narrow),
    ...disturbedLines(week, narrow),
    ...missedLines(week, narrow),
    ...notes.flatMap((note) => [...wrap(note, narrow.width), ""]),
    ...promiseLines(promise, narrow),
    ...adviceLines(advice, narrow),
  ];
}

function headline({ since, until, mode }: Week, days: number): string {
  const how = { watch: "watching", guard: "guarding", both: "watching, then guarding" }[mode];
  const length = days === 1 ? "a day" : days === 7 ? "a week" : `${days} days`;
  return `${isoTime(since).slice(0, 10)} to ${isoTime(until).slice(0, 10)}, ${length} of ${how}`;
}

/** Where the stretch is longer than what there is to tell of. */
function beginning({ since, firstAt }: Week): string[] {
  if (firstAt === undefined || firstAt < since + hour) return [];
  return [`The record begins on ${isoTime(firstAt).slice(0, 16).replace("T", " ")} UTC.`];
}

function numbers(week: Week): string[] {
  const { deliveries, contacts, unread, judged, settled, held, rejected } = week;
  const would = week.mode === "watch" ? "would have " : "";
  const rows: (readonly [number, string])[] = [
    [deliveries, "deliveries at the inboxes"],
    [
      contacts,
      `reached somebody here, ${grouped(unread)} of them unread: asked for, or well known`,
    ],
    [judged, "were of strangers, and judged"],
    [
      settled.deliveries,
      `${would === "" ? "" : would}waited (${shareOf(settled, contacts)})${delayOf(week)}`,
    ],
    [
      held.deliveries,
      `${would === "" ? "were" : `${would}been`} held for a moderator (${shareOf(held, contacts)})`,
    ],
    [rejected.deliveries, `${would === "" ? "were" : `${would}been`} refused by a rule`],
  ];
  const shown = rows.filter(([count], index) => index < 5 || count > 0);
  const width = Math.max(...shown.map(([count]) => grouped(count).length));
  return shown.map(([count, what]) => `  ${padStart(grouped(count), width)}  ${what}`);
}

function delayOf({ delays }: Week): string {
  if (delays.deliveries === 0) return "";
  return `, about ${span(delays.medianMs)}, at most ${span(delays.longestMs)}`;
}

function groupLines(week: Week, output: Output): string[] {
  const would = week.mode === "watch" ? "Would have " : "";
  return [
    ...oneGroup(would === "" ? "Held" : `${would}been held`, week.held, output),
    ...oneGroup(would === "" ? "Waited" : `${would}waited`, week.settled, output),
  ];
}

const reasonsShown = 5;

function oneGroup(title: string, group: Group, output: Output): string[] {
  if (group.deliveries === 0) return [];
  const { reasons, senders, hosts } = group;
  const from = `by ${counted(senders, "sender")} on ${counted(hosts, "host")}`;
  const why = reasons.slice(0, reasonsShown).map((one) => `${one.symbol} ${one.deliveries}`);
  return [
    `${paint(output, "bold", title)}: ${grouped(group.deliveries)} ${from}`,
    ...labelled("because", why.join(" · "), output),
    ...labelled("since then", fatesOf(group), output),
    "",
  ];
}

const fateWords: readonly (readonly [Fate, string])[] = [
  ["ended", "deleted, suspended or gone"],
  ["ruled spam", "ruled spam"],
  ["complained of", "blocked, muted or reported here"],
  ["ham", "with a record of ham"],
  ["unknown", "nothing known"],
];

function fatesOf({ fates }: Group): string {
  const known = fateWords.filter(([fate]) => fates[fate] > 0);
  return known.map(([fate, words]) => `${fates[fate]} ${words}`).join(" · ");
}

const disturbedShown = 10;

function disturbedLines({ disturbed, mode }: Week, output: Output): string[] {
  const title = mode === "watch" ? "Whom it would have disturbed" : "Whom it disturbed";
  if (disturbed.length === 0)
    return [`${paint(output, "bold", title)}: nobody that is known of.`, ""];
  const rows = disturbed
    .slice(0, disturbedShown)
    .map((one) => [shortSender(one.sender), verbOf(one), one.receipt, one.because]);
  const columns = ["  sender", "", "receipt", "record"].map((name) => ({ title: name }));
  const more = disturbed.length - disturbedShown;
  return [
    `${paint(output, "bold", title)}: ${counted(disturbed.length, "sender")} with a record of ham`,
    ...table(columns, rows.map(indented), output.width),
    ...(more > 0 ? [`  and ${more} more: --json names all`] : []),
    "  breakwater explain RECEIPT says why.",
    "",
  ];
}

function indented([first = "", ...rest]: readonly string[]): string[] {
  return [`  ${first}`, ...rest];
}

function verbOf({ action, deliveries }: Disturbed): string {
  const verb = action === "settle" ? "waits" : action === "hold" ? "held" : "refused";
  return deliveries === 1 ? verb : `${verb}, ${deliveries} times`;
}

function missedLines({ accepted }: Week, output: Output): string[] {
  if (accepted.ended === 0) return [];
  const text =
    `${grouped(accepted.ended)} of ${counted(accepted.deliveries, "delivery", "deliveries")} of ` +
    "strangers that were let in at once came from senders who were deleted or suspended since.";
  return [...wrap(text, output.width), ""];
}

function adviceLines({ guard, because }: Advice, output: Output): string[] {
  const text = wrap(because, output.width);
  if (guard === "already") return text;
  if (guard === "not yet") return [paint(output, "yellow", "Guard: not yet."), ...text];
  return [...text, "", `${paint(output, "green", "To guard from now on:")} breakwater mode guard`];
}

const labelWidth = 14;

function labelled(label: string, text: string, output: Output): string[] {
  const lines = wrap(printable(text), Math.max(20, output.width - labelWidth));
  return lines.map(
    (line, index) => `  ${(index === 0 ? label : "").padEnd(labelWidth - 2)}${line}`,
  );
}

function shareOf({ deliveries }: Group, contacts: number): string {
  if (contacts === 0) return "0 %";
  return `${((100 * deliveries) / contacts).toFixed(1)} %`;
}

function span(ms: number): string {
  if (ms < 2 * hour) return `${Math.max(1, Math.round(ms / minute))} min`;
  return ms < 2 * day ? `${Math.round(ms / hour)} h` : `${Math.round(ms / day)} days`;
}

function counted(count: number, one: string, more = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : more}`;
}

function grouped(count: number): string {
  return count.toLocaleString("en");
}
