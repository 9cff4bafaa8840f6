// What a stretch of days was like: what was kept back, or would have been, why, and what became
// of its senders since. Counted from the chronicle, so that watching costs nobody anything.

import type { EpochMs } from "../base/units.ts";
import type { ActorId, Host, Receipt } from "../model/ids.ts";
import type { Mode } from "../model/mode.ts";
import type { Chronicle, Decision, Remembered, Stretch, Totals } from "../ports/chronicle.ts";
import { watchingOnly } from "../ports/journal.ts";
import type { Ledger } from "../ports/ledger.ts";
import { type Rulings, rulingsIn } from "./ruled.ts";

/** What is known of a sender by now; `ham` and `spam` each need a sign that costs something. */
export type Fate = "ended" | "ruled spam" | "complained of" | "ham" | "unknown";

/** Deliveries of one action, and their senders. */
export interface Group {
  readonly deliveries: number;
  readonly senders: number;
  readonly hosts: number;
  /** Symbols that spoke against it, with in how many deliveries; most first. */
  readonly reasons: readonly { readonly symbol: string; readonly deliveries: number }[];
  /** Distinct senders by what became of them. */
  readonly fates: Readonly<Record<Fate, number>>;
}

/** Somebody with a record of ham who was, or would have been, kept back. */
export interface Disturbed {
  readonly sender: ActorId;
  readonly action: Decision["action"];
  /** The latest. */
  readonly receipt: Receipt;
  readonly deliveries: number;
  readonly because: string;
}

export interface Delays {
  readonly deliveries: number;
  readonly medianMs: number;
  readonly longestMs: number;
}

export interface Week extends Stretch {
  /** From when on there is a record at all; undefined: there is none yet. */
  readonly firstAt: EpochMs | undefined;
  /** Whether everything passed, whatever was thought of it; `both` where the mode changed. */
  readonly mode: "watch" | "guard" | "both";
  readonly deliveries: number;
  /** Deliveries that reach somebody here. */
  readonly contacts: number;
  /** Of them, those that passed unread, and those that were judged. */
  readonly unread: number;
  readonly judged: number;
  readonly settled: Group;
  readonly held: Group;
  readonly rejected: Group;
  /** Let in at once after judgement, and those whose sender ended since: what was missed. */
  readonly accepted: { readonly deliveries: number; readonly ended: number };
  /** How long those waited that were let in afterwards; in watch mode how long they would have. */
  readonly delays: Delays;
  /** Most deliveries first. */
  readonly disturbed: readonly Disturbed[];
}

export interface WeekParts {
  readonly chronicle: Pick<Chronicle, "doubted" | "totals">;
  readonly ledger: Pick<Ledger, "ruled">;
  /** The mode by now. */
  readonly mode: Mode;
  /** How long a delivery that only was to settle would have waited. */
  readonly wouldWaitMs: (decision: Decision) => number;
}

/** Read at once from the chronicle; some megabytes. */
const pageSize = 1000;

/** Good days of a sender, after it was first doubted, that make a record of ham. Chosen by us. */
const goodDaysOfHam = 2;

/** Throws LedgerDown. */
export async function weekOf(stretch: Stretch, parts: WeekParts): Promise<Week> {
  const totals = await parts.chronicle.totals(stretch);
  const rulings = await rulingsIn(parts.ledger);
  const all = await allDoubted(stretch, parts.chronicle);
  const of = (action: Decision["action"]): Group =>
    groupOf(
      all.filter(({ decision }) => decision.action === action),
      rulings,
    );
  return {
    ...stretch,
    firstAt: totals.firstAt,
    mode: modeOf(all, parts.mode),
    ...countsOf(totals),
    settled: of("settle"),
    held: of("hold"),
    rejected: of("reject"),
    accepted: acceptedIn(totals),
    delays: delaysOf(all, parts.wouldWaitMs),
    disturbed: disturbedIn(all, rulings),
  };
}

async function allDoubted(stretch: Stretch, chronicle: Pick<Chronicle, "doubted">) {
  const all: Remembered[] = [];
  for (;;) {
    const page = await chronicle.doubted(stretch, pageSize, all.at(-1)?.decision);
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}

function countsOf({ judged, passed }: Totals) {
  const judgedCount = sum(judged.map(({ count }) => count));
  const reaching = ["asked for", "well known", "allowed by a rule"] as const;
  const unread = sum(reaching.map((reason) => passed[reason] ?? 0));
  const deliveries = judgedCount + sum(Object.values(passed));
  return { deliveries, contacts: judgedCount + unread, unread, judged: judgedCount };
}

function acceptedIn({ judged }: Totals): Week["accepted"] {
  const accepted = judged.filter(({ action }) => action === "accept");
  return {
    deliveries: sum(accepted.map(({ count }) => count)),
    ended: sum(accepted.map(({ ended }) => ended)),
  };
}

/** Also in guard mode something may pass, but then for another reason. */
function modeOf(all: readonly Remembered[], now: Mode): Week["mode"] {
  if (all.length === 0) return now === "guard" ? "guard" : "watch";
  const watched = all.filter(({ decision }) => decision.why === watchingOnly).length;
  if (watched === 0) return "guard";
  return watched === all.length ? "watch" : "both";
}

function groupOf(all: readonly Remembered[], rulings: Rulings): Group {
  const bySender = Map.groupBy(all, ({ decision }) => decision.sender);
  const fates = { ended: 0, "ruled spam": 0, "complained of": 0, ham: 0, unknown: 0 };
  for (const theirs of bySender.values()) fates[fateOf(theirs, rulings).fate]++;
  const hosts = new Set<Host>(all.map(({ decision }) => decision.host));
  const senders = bySender.size;
  return { deliveries: all.length, senders, hosts: hosts.size, reasons: reasonsIn(all), fates };
}

function reasonsIn(all: readonly Remembered[]): Group["reasons"] {
  const counts = new Map<string, number>();
  for (const { decision } of all) {
    const against = decision.evidence.filter(
      ({ group, decibans }) => group === "rule" || decibans > 0,
    );
    for (const { symbol } of against) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1))
    .map(([symbol, deliveries]) => ({ symbol, deliveries }));
}

/** Of one sender's deliveries. What a moderator ruled last on any of them wins over all signs. */
export function fateOf(
  theirs: readonly Remembered[],
  rulings: Rulings,
): { readonly fate: Fate; readonly because: string } {
  const ruled = theirs.flatMap(({ decision }) => rulings.get(decision.receipt) ?? []).at(-1);
  const since = theirs.at(-1)?.since;
  if (ruled === "ham") return { fate: "ham", because: "ruled not spam" };
  if (ruled === "spam") return { fate: "ruled spam", because: "ruled spam" };
  if (since === undefined) return { fate: "unknown", because: "" };
  if (since.end !== undefined) return { fate: "ended", because: since.end.how };
  if (since.complaints > 0) return { fate: "complained of", because: "blocked or reported here" };
  if (since.welcomes > 0) return { fate: "ham", because: "somebody here answered or follows it" };
  if (since.goodDays >= goodDaysOfHam)
    return { fate: "ham", because: `its mail passed on ${since.goodDays} later days` };
  return { fate: "unknown", because: "" };
}

function disturbedIn(all: readonly Remembered[], rulings: Rulings): readonly Disturbed[] {
  const disturbed: Disturbed[] = [];
  for (const [sender, theirs] of Map.groupBy(all, ({ decision }) => decision.sender)) {
    const { fate, because } = fateOf(theirs, rulings);
    const decision = theirs.at(-1)?.decision;
    if (fate !== "ham" || decision === undefined) continue;
    const worst = theirs.some((one) => one.decision.action === "hold") ? "hold" : decision.action;
    const { receipt } = decision;
    disturbed.push({ sender, action: worst, receipt, deliveries: theirs.length, because });
  }
  return disturbed.sort((a, b) => b.deliveries - a.deliveries || (a.sender < b.sender ? -1 : 1));
}

function delaysOf(all: readonly Remembered[], wouldWaitMs: WeekParts["wouldWaitMs"]): Delays {
  const waited = all.flatMap(({ decision }) => waitOf(decision, wouldWaitMs) ?? []);
  waited.sort((a, b) => a - b);
  const medianMs = waited[Math.floor((waited.length - 1) / 2)] ?? 0;
  return { deliveries: waited.length, medianMs, longestMs: waited.at(-1) ?? 0 };
}

function waitOf(decision: Decision, wouldWaitMs: WeekParts["wouldWaitMs"]): number | undefined {
  const { action, done, state, stateAt, at } = decision;
  if (done === "passed") return action === "settle" ? wouldWaitMs(decision) : undefined;
  return state === "delivered" && stateAt !== undefined ? stateAt - at : undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
