// What the last day was like for people: what did not reach them and why, and whose wanted mail
// came late or has not come. Read from the chronicle a page at a time, so that a day of flood
// takes time and no room.

import { after, day, type EpochMs, hour, startOf } from "../../base/units.ts";
import type { ActorId } from "../../model/ids.ts";
import type { Chronicle, Decision, Remembered, Stretch } from "../../ports/chronicle.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ledger } from "../../ports/ledger.ts";
import { type Rulings, rulingsIn } from "../ruled.ts";
import { type Disturbed, fateOf } from "../week.ts";
import { type Counts, countsOf } from "./lanes.ts";

/** What did not reach people, or would not have; each delivery under its strongest reason. */
export interface Spared {
  readonly deliveries: number;
  /** People whom a delivery would have reached, counted once for each delivery. */
  readonly notifications: number;
  /** Most first. `undefined`: nothing spoke against it by itself. */
  readonly reasons: readonly {
    readonly symbol: string | undefined;
    readonly notifications: number;
  }[];
}

export interface LastDay extends Stretch {
  /** From when on there is a record at all; undefined: there is none yet. */
  readonly firstAt: EpochMs | undefined;
  /** Whole hours of its clock, the one that goes on last. */
  readonly hours: readonly { readonly at: EpochMs; readonly counts: Counts }[];
  readonly spared: Spared;
  /** Of what was only watched: what would not have reached anybody at once. */
  readonly watched: Spared;
  /** What settled or was held and has come after all. */
  readonly delayed: {
    readonly deliveries: number;
    readonly medianMs: number;
    readonly longestMs: number;
  };
  /** Let in by a moderator's word. */
  readonly released: number;
  /** Kept back and not ruled on yet. */
  readonly waiting: number;
  /** Who has a record of ham, or was ruled not to be spam, and was kept back. Most first. */
  readonly disturbed: readonly Disturbed[];
}

interface DayParts {
  readonly chronicle: Pick<Chronicle, "doubted" | "totals">;
  readonly ledger: Pick<Ledger, "ruled">;
  readonly clock: Pick<Clock, "now">;
}

export interface LastDays {
  /** As of at most a minute ago; after a flood, when reading takes longer, of some minutes. */
  lastDay(): Promise<LastDay>;
}

const pageSize = 1000;
/** A row more would say nothing new to whoever reads it. */
const disturbedMax = 50;
const freshMs = 60_000;
/** It reads for a fiftieth of the time at most. Chosen by us. */
const restFactor = 50;
/** So long after its end an hour is counted for good: what is written comes a second later. */
const settledMs = 60_000;

export function makeLastDays(parts: DayParts): LastDays {
  const hours = new Map<EpochMs, Counts>();
  let known: { readonly last: Promise<LastDay>; until: number } | undefined;

  async function countsIn(at: EpochMs): Promise<Counts> {
    const found = hours.get(at);
    if (found !== undefined) return found;
    const until = after(at, hour);
    const counts = countsOf(await parts.chronicle.totals({ since: at, until }));
    if (parts.clock.now() - until >= settledMs) hours.set(at, counts);
    return counts;
  }

  async function hoursUntil(now: EpochMs): Promise<LastDay["hours"]> {
    const last = startOf(hour, now);
    const all = Array.from({ length: 24 }, (_, index) => after(last, (index - 23) * hour));
    for (const at of hours.keys()) if (at < after(last, -day)) hours.delete(at);
    const found: { at: EpochMs; counts: Counts }[] = [];
    for (const at of all) found.push({ at, counts: await countsIn(at) });
    return found;
  }

  async function read(now: EpochMs): Promise<LastDay> {
    const stretch = { since: after(now, -day), until: now };
    const { firstAt } = await parts.chronicle.totals(stretch);
    const sums = sumsWith(await rulingsIn(parts.ledger));
    for await (const one of doubtedIn(stretch, parts.chronicle)) sums.add(one);
    return { ...stretch, firstAt, hours: await hoursUntil(now), ...sums.whole() };
  }

  return {
    lastDay() {
      const now = parts.clock.now();
      if (known !== undefined && now < known.until) return known.last;
      const last = read(now);
      const mine = { last, until: now + freshMs };
      known = mine;
      last.then(
        () => {
          mine.until = now + Math.max(freshMs, (parts.clock.now() - now) * restFactor);
        },
        () => {
          if (known === mine) known = undefined;
        },
      );
      return last;
    },
  };
}

async function* doubtedIn(
  stretch: Stretch,
  chronicle: DayParts["chronicle"],
): AsyncGenerator<Remembered> {
  let last: Decision | undefined;
  for (;;) {
    const page: readonly Remembered[] = await chronicle.doubted(stretch, pageSize, last);
    yield* page;
    if (page.length < pageSize) return;
    last = page.at(-1)?.decision;
  }
}

function sumsWith(rulings: Rulings) {
  const [spared, watched] = [tally(), tally()];
  const waits: number[] = [];
  const disturbed = new Map<ActorId, Disturbed>();
  let [released, waiting] = [0, 0];
  return {
    add(one: Remembered): void {
      const { decision } = one;
      if (decision.done === "passed") watched.add(decision);
      else if (isKeptBack(decision)) spared.add(decision);
      const { state, stateAt, at, receipt } = decision;
      if (state === "delivered" && stateAt !== undefined) waits.push(stateAt - at);
      if (rulings.get(receipt) === "ham") released++;
      else if (state === "settling" || state === "held") waiting++;
      disturb(disturbed, one, rulings);
    },
    whole() {
      waits.sort((a, b) => a - b);
      const medianMs = waits[Math.floor((waits.length - 1) / 2)] ?? 0;
      const all = [...disturbed.values()].sort((a, b) => b.deliveries - a.deliveries);
      return {
        spared: spared.whole(),
        watched: watched.whole(),
        delayed: { deliveries: waits.length, medianMs, longestMs: waits.at(-1) ?? 0 },
        ...{ released, waiting, disturbed: all.slice(0, disturbedMax) },
      };
    },
  };
}

/** What is still on its way, or came, was spared to nobody. */
function isKeptBack({ state, done }: Decision): boolean {
  if (state === undefined) return done === "held" || done === "rejected";
  return state === "held" || state === "rejected" || state === "expired" || state === "withdrawn";
}

function tally() {
  let deliveries = 0;
  const reasons = new Map<string | undefined, number>();
  return {
    add(decision: Decision): void {
      deliveries++;
      const symbol = strongestOf(decision);
      reasons.set(symbol, (reasons.get(symbol) ?? 0) + decision.recipients);
    },
    whole(): Spared {
      const all = [...reasons].map(([symbol, notifications]) => ({ symbol, notifications }));
      all.sort((a, b) => b.notifications - a.notifications);
      const notifications = all.reduce((sum, one) => sum + one.notifications, 0);
      return { deliveries, notifications, reasons: all };
    },
  };
}

/** A rule decides; else what weighs most against it. */
function strongestOf({ evidence, last }: Decision): string | undefined {
  const found = last?.evidence ?? evidence;
  const rule = found.find(({ group }) => group === "rule");
  if (rule !== undefined) return rule.symbol;
  const against = found.filter(({ decibans }) => decibans > 0);
  return against.sort((a, b) => b.decibans - a.decibans)[0]?.symbol;
}

function disturb(all: Map<ActorId, Disturbed>, one: Remembered, rulings: Rulings): void {
  const { sender, action, receipt } = one.decision;
  const { fate, because } = fateOf([one], rulings);
  const known = all.get(sender);
  if (fate !== "ham") {
    // The last word on a sender counts, as in a week's report.
    if (fate === "ruled spam") all.delete(sender);
    return;
  }
  const worst = known?.action === "hold" ? "hold" : action;
  const deliveries = (known?.deliveries ?? 0) + 1;
  all.set(sender, { sender, action: worst, receipt, deliveries, because });
}
