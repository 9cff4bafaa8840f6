// What `tune` prints: made for eighty columns, and whole in a pipe.

import { amount } from "../base/amount.ts";
import { isoTime } from "../base/units.ts";
import type { PolicySettings } from "../engine/policy.ts";
import { changesBetween, type Outlook, oneInOf, type Promised } from "../services/tune.ts";
import type { Difference, Effect } from "../services/tune-effect.ts";
import type { Change, TunedStanding } from "../services/tuning.ts";
import { shortTime } from "./moment.ts";
import { type Output, paint } from "./output.ts";
import { printable } from "./printable.ts";
import { shortSender } from "./short-sender.ts";
import { table } from "./table.ts";
import type { Recorded } from "./tune-recorded.ts";
import { wrap } from "./width.ts";

/** What a change would have done: on remembered mail, or on a recorded log. */
export interface Tried {
  readonly days: number;
  readonly effect: Effect | undefined;
  readonly recorded: Recorded | undefined;
}

export function outlookLines(outlook: Outlook, tried: Tried, output: Output): string[] {
  const narrow = { ...output, width: Math.min(output.width, 80) };
  return [
    `Budget: of legitimate first contacts at most ${oneIn(outlook.budget)} may be held.`,
    "",
    ...inForceLines(outlook, narrow),
    "",
    ...proposedLines(outlook, narrow),
    ...triedLines(tried, narrow),
  ];
}

function inForceLines({ inForce, tuned, promised, reality }: Outlook, output: Output): string[] {
  return [
    `${paint(output, "bold", "In force")}: hold_at ${inForce.holdAt}, ${standingWords(tuned)}`,
    ...labelled("promised", promisedWords(promised), output),
    ...(promised.since === undefined ? [] : labelled("no less", leastWords(promised), output)),
    ...labelled("seen", realityWords(reality), output),
  ];
}

/** Whose word the threshold is. */
export function standingWords(tuned: TunedStanding): string {
  if (tuned.kind === "none") return "as configured";
  const { by, at } = tuned.applied;
  const who = `${printable(by)} on ${shortTime(at)} UTC`;
  return tuned.kind === "in force"
    ? `tuned by ${who}`
    : `as configured; what was tuned by ${who} is out of force: ${tuned.because}`;
}

/** Of the threshold in force. */
export function promisedWords({ share, firstContacts, ruled, since }: Promised): string {
  if (since === undefined) return "nothing: no first contact is fourteen days old yet";
  const from = isoTime(since).slice(0, 10);
  const word = ruled === 0 ? "" : `, ${ruled} of them ruled on`;
  return (
    `at most ${oneIn(share)} held, by ${grouped(firstContacts)} first contacts of ham ` +
    `since ${from}${word}`
  );
}

function leastWords({ firstContacts, least }: Promised): string {
  return `${grouped(firstContacts)} first contacts allow no promise below ${oneIn(least)}`;
}

/** What the promise came to. */
export function realityWords({ firstContacts, held }: Outlook["reality"]): string {
  if (firstContacts === 0) return "no first contact came in the last 14 days";
  const contacts = firstContacts === 1 ? "contact" : "contacts";
  const of = `of ${grouped(firstContacts)} first ${contacts} of the last 14 days`;
  if (held === 0) return `${of} none that is known to be ham was held`;
  const ham = held === 1 ? "1 that is ham was held" : `${held} that are ham were held`;
  return `${of} ${ham}: ${oneIn(held / firstContacts)}`;
}

function proposedLines({ proposed, inForce, because }: Outlook, output: Output): string[] {
  if (proposed === undefined)
    return [
      `${paint(output, "bold", "Proposed")}: nothing.`,
      ...because.flatMap((one) => wrap(one, output.width)),
    ];
  const changes = changesBetween(inForce, proposed.settings);
  return [
    `${paint(output, "bold", "Proposed")}:`,
    ...changes.map(({ name, before, after }) => `  ${name} ${after}  (in force: ${before})`),
    ...labelled("promised", shareWords(proposed.share), output),
    ...labelled("because", because.join(" "), output),
  ];
}

/** Half of them is no promise. */
function shareWords(share: number): string {
  return share > 0.5 ? "nothing" : `at most ${oneIn(share)} held`;
}

const shownMax = 10;

function triedLines({ days, effect, recorded }: Tried, output: Output): string[] {
  if (recorded !== undefined) return recordedLines(recorded, output);
  if (effect === undefined) return [];
  const { weighed, differences, more: unnamed } = effect;
  const length = days === 1 ? "day" : `${days} days`;
  const title = `On the last ${length}, ${grouped(weighed)} weighed contacts`;
  if (differences.length === 0) return ["", `${title}: nothing would have been different.`];
  const rows = differences.slice(0, shownMax).map(rowOf);
  const columns = [
    ...[{ title: "  receipt" }, { title: "sender" }, { title: "score" }],
    ...[{ title: "would be" }, { title: "since then" }],
  ];
  return [
    "",
    `${paint(output, "bold", title)}:`,
    ...groupsOf(differences).map((line) => `  ${line}`),
    "",
    ...table(columns, rows, output.width),
    ...more(differences.length),
    ...(unnamed === 0 ? [] : [`  and ${grouped(unnamed)} that are not named`]),
  ];
}

function rowOf({ decision, before, after, scores, fate }: Difference): readonly string[] {
  const { receipt, sender } = decision;
  return [`  ${receipt}`, shortSender(sender), movedFrom(scores), `${after}, not ${before}`, fate];
}

function movedFrom([before, after]: readonly [number, number]): string {
  const [old, next] = [before.toFixed(1), after.toFixed(1)];
  return old === next ? old : `${old} → ${next}`;
}

/** "12 held instead of settled: 9 ended, 3 unknown". */
function groupsOf(differences: readonly Difference[]): readonly string[] {
  const groups = Map.groupBy(differences, ({ before, after }) => `${after} instead of ${before}`);
  return [...groups].map(([name, all]) => {
    const fates = Map.groupBy(all, ({ fate }) => fate);
    const words = [...fates].map(([fate, those]) => `${those.length} ${fate}`);
    return `${grouped(all.length)} ${name}: ${words.join(", ")}`;
  });
}

function recordedLines({ log, deliveries, differences }: Recorded, output: Output): string[] {
  const title = `On ${printable(log)}, ${amount(deliveries, "delivery", "deliveries")}`;
  if (differences.length === 0) return ["", `${title}: nothing would have been different.`];
  const groups = Map.groupBy(differences, ({ before, after }) => `${after} instead of ${before}`);
  const rows = differences.slice(0, shownMax).map(({ delivery, before, after, scores }) => {
    return [`  ${delivery}`, movedFrom(scores), `${after}, not ${before}`];
  });
  const columns = ["  delivery", "score", "would be"].map((name) => ({ title: name }));
  return [
    "",
    `${paint(output, "bold", title)}:`,
    ...[...groups].map(([name, all]) => `  ${grouped(all.length)} ${name}`),
    "",
    ...table(columns, rows, output.width),
    ...more(differences.length),
  ];
}

function more(count: number): string[] {
  return count > shownMax ? [`  and ${count - shownMax} more: --json names all`] : [];
}

export function historyLines(history: readonly Change[], output: Output): string[] {
  if (history.length === 0) return ["Nothing was ever tuned here."];
  const rows = history
    .toReversed()
    .map(({ at, by, did, because }) => [shortTime(at), by, did, because]);
  const columns = ["when (UTC)", "by", "did", "because"].map((title) => ({ title }));
  return table(columns, rows, Math.min(output.width, 80));
}

export function outlookAsJson(
  outlook: Outlook,
  configured: PolicySettings,
  effect: Effect | undefined,
  recorded: Recorded | undefined,
): object {
  const { budget, inForce, tuned, promised, reality, proposed, because } = outlook;
  const { since } = promised;
  return {
    budget,
    configured: { holdAt: configured.holdAt },
    inForce: { holdAt: inForce.holdAt, changed: changesBetween(configured, inForce) },
    tuned: tuned.kind === "none" ? null : tunedAsJson(tuned),
    promised: { ...promised, since: since === undefined ? null : isoTime(since) },
    reality,
    proposed: proposed && {
      share: proposed.share,
      changes: changesBetween(inForce, proposed.settings),
    },
    because,
    effect: effect && { ...effect, differences: effect.differences.map(differenceAsJson) },
    recorded,
  };
}

function tunedAsJson({ applied, ...rest }: Exclude<TunedStanding, { kind: "none" }>): object {
  const { by, at, proposal } = applied;
  const { weights, holdAt } = proposal;
  return { ...rest, by, at: isoTime(at), weights, holdAt: holdAt ?? null };
}

function differenceAsJson({ decision, ...rest }: Difference): object {
  return { receipt: decision.receipt, sender: decision.sender, ...rest };
}

/** "1 in 1,000", never rounded to the better. */
export function oneIn(share: number): string {
  return `1 in ${grouped(oneInOf(share))}`;
}

const labelWidth = 14;

function labelled(label: string, text: string, output: Output): string[] {
  const lines = wrap(text, Math.max(20, output.width - labelWidth));
  return lines.map(
    (line, index) => `  ${(index === 0 ? label : "").padEnd(labelWidth - 2)}${line}`,
  );
}

function grouped(count: number): string {
  return count.toLocaleString("en");
}
