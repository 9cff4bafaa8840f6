// How a host's newcomers come here: how many are usual, how many of them our people answer, and
// whom its strangers click. Of most hosts there is nothing to keep.

import { hash32 } from "../../base/prng.ts";
import { day, dayNumber, type EpochMs, hour, minute, startOf } from "../../base/units.ts";
import { type Habit, type Prior, priorOf, priorOfNobody, usualAt } from "../../engine/baseline.ts";
import { goodDaysAt, goodDaysOfStanding } from "../../engine/standing.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { ActorId } from "../../model/ids.ts";
import {
  type Clicked,
  type HostHistory,
  nobodyClicked,
  noWindows,
  type Windows,
} from "../../model/observation.ts";
import type { KnownActor, KnownDomain } from "./acquaintances.ts";
import type { SegmentedMap } from "./bounded-map.ts";
import { answeredPerDomainMax, clicksPerDomain } from "./memory-bounds.ts";
import { type Mark, type Sighting, Sightings, seenAt } from "./sightings.ts";
import { windowsOf } from "./windows.ts";

/** Somebody here welcomed a newcomer of the host. Names are short: see `shortOf`. */
export type Answer = readonly [newcomer: string, by: string, at: EpochMs];

export interface Habits {
  readonly answers: readonly Answer[];
  /** Somebody here, and which stranger followed them, or liked or boosted a post of theirs. */
  readonly clicks: Sightings | undefined;
}

const noHabits: Habits = { answers: [], clicks: undefined };

/**
 * Enough to tell a few dozen apart: of 64 people two look the same in one case of thirty. Nobody
 * is found by it, so that forgetting somebody leaves it where it is.
 */
function shortOf(name: string): string {
  return (hash32(name) & 0xffff).toString(36);
}

/** One person's welcome speaks for two newcomers, as in a campaign: engine/campaigns/credit.ts. */
const answersPerPerson = 2;

/** Somebody here welcomed an actor of it: one that first wrote here within the day is answered. */
export function noteWelcome(host: KnownDomain, actor: KnownActor, by: ActorId, at: EpochMs): void {
  if (actor.firstContact === undefined || at - actor.firstContact.at >= day) return;
  const { answers, clicks } = host.habits ?? noHabits;
  const [newcomer, person] = [shortOf(actor.id), shortOf(by)];
  const others = answers.filter((one) => one[0] !== newcomer || one[1] !== person);
  if (others.filter((one) => one[1] === person).length >= answersPerPerson) return;
  const all = [...others, [newcomer, person, at] as const].slice(-answeredPerDomainMax);
  host.habits = { answers: all, clicks };
}

function answered(answers: readonly Answer[], at: EpochMs): Windows {
  return windowsOf(new Map(answers.map(([newcomer, , when]) => [newcomer, when])).values(), at);
}

function isClick({ kind }: Arrival["activity"]): boolean {
  return kind === "follow" || kind === "like" || kind === "announce";
}

/** Who is no stranger any more, or wrote words, is not counted. */
export function noteClicks(
  host: KnownDomain,
  actor: KnownActor,
  mark: Mark,
  { activity }: Arrival,
  people: readonly ActorId[],
): void {
  if (!isClick(activity)) return;
  const isWelcome = actor.friends !== undefined && actor.friends.size > 0;
  if (isWelcome || goodDaysAt(actor.good, mark.at) >= goodDaysOfStanding) return;
  const { answers, clicks = new Sightings(clicksPerDomain) } = host.habits ?? noHabits;
  for (const one of people) clicks.note(shortOf(one), shortOf(actor.id), mark);
  host.habits = { answers, clicks };
}

export function tellHabits(
  host: KnownDomain,
  prior: Prior,
  at: EpochMs,
): Pick<HostHistory, "usual" | "answered"> {
  const { answers } = host.habits ?? noHabits;
  return {
    usual: usualAt(habitAt(host, at), prior, at),
    answered: answers.length === 0 ? noWindows : answered(answers, at),
  };
}

/** Whom other strangers of its host clicked; asked for a stranger's click alone. */
export function clickedBeside(
  host: KnownDomain,
  { activity, sender }: Arrival,
  at: EpochMs,
): Clicked {
  const clicks = host.habits?.clicks;
  if (clicks === undefined || !isClick(activity)) return nobodyClicked;
  const own = shortOf(sender.actor);
  const others = clicks.all.filter(({ tag }) => tag !== own);
  const { sixHours, sevenDays } = windowsOf(momentsOf(others).values(), at);
  if (sixHours === 0) return { ...nobodyClicked, sevenDays };
  const recent = others.filter((one) => at - (seenAt(one) ?? 0) < 6 * hour);
  return { tenMinutes: mostWithin(10 * minute, recent), sixHours, sevenDays };
}

/** Each person at the latest moment. */
function momentsOf(clicks: readonly Sighting[]): ReadonlyMap<string, EpochMs> {
  const latest = new Map<string, EpochMs>();
  for (const one of clicks) {
    const moment = seenAt(one);
    if (moment !== undefined && moment > (latest.get(one.who) ?? 0)) latest.set(one.who, moment);
  }
  return latest;
}

/** The most distinct people within any such span. */
function mostWithin(spanMs: number, clicks: readonly Sighting[]): number {
  const timed = clicks
    .map((one) => ({ who: one.who, at: seenAt(one) ?? Number.NEGATIVE_INFINITY }))
    .filter(({ at }) => at > 0)
    .sort((a, b) => a.at - b.at);
  const within = new Map<string, number>();
  let [from, most] = [0, 0];
  for (const { who, at } of timed) {
    within.set(who, (within.get(who) ?? 0) + 1);
    for (let first = timed[from]; first && at - first.at >= spanMs; first = timed[++from])
      leave(within, first.who);
    most = Math.max(most, within.size);
  }
  return most;
}

function leave(within: Map<string, number>, who: string): void {
  const left = (within.get(who) ?? 1) - 1;
  if (left === 0) within.delete(who);
  else within.set(who, left);
}

function habitAt({ firstSeen, newContacts }: KnownDomain, at: EpochMs): Habit {
  const on = dayNumber(at);
  const seenDays = firstSeen === undefined || firstSeen.struck ? 0 : on - dayNumber(firstSeen.at);
  return newContacts.habit(on, seenDays);
}

/** What was written longer ago is no newcomer of now. Chosen by us: servers retry for an hour. */
const newsMs = 2 * hour;

/**
 * What a host sends after it was down was written before; but only one that is known here, by good
 * days or by as many of its people, is believed: who owns a host can give its posts any date.
 */
export function isNews(host: KnownDomain, { activity, delivery }: Arrival): boolean {
  const { at } = delivery;
  const { published = at } = activity;
  return at - published < newsMs || !isKnown(host, at);
}

function isKnown({ good, welcomed }: KnownDomain, at: EpochMs): boolean {
  return Math.max(goodDaysAt(good, at), welcomed) >= goodDaysOfStanding;
}

/** Hosts by which all are judged of which little is known; enough for a mean. Chosen by us. */
const hostsOfAPrior = 4096;

/** What is believed of any host, found anew from those known here four times a day. */
export class Neighbours {
  readonly #domains: SegmentedMap<KnownDomain>;
  #prior = priorOfNobody;
  #of = Number.NEGATIVE_INFINITY;

  constructor(domains: SegmentedMap<KnownDomain>) {
    this.#domains = domains;
  }

  prior(at: EpochMs): Prior {
    const quarter = startOf(6 * hour, at);
    if (quarter > this.#of) {
      this.#of = quarter;
      this.#prior = priorOf(this.#some(quarter));
    }
    return this.#prior;
  }

  *#some(at: EpochMs): Generator<Habit> {
    let left = hostsOfAPrior;
    for (const segment of this.#domains.segments) {
      for (const [, host] of segment.entries()) {
        if (left-- <= 0) return;
        yield habitAt(host, at);
      }
    }
  }
}
