// The actors and domains that a memory knows, and what each of them did.

import { day, dayNumber, type EpochMs, epochMs, hour } from "../../base/units.ts";
import type { Prior } from "../../engine/baseline.ts";
import type { Credited } from "../../engine/campaigns/credit.ts";
import { expectedOf, nothingMet } from "../../engine/host-record.ts";
import { heardStepDays, isNewAgain } from "../../engine/silence.ts";
import {
  earlierDaysAt,
  type GoodDays,
  goodDaysAt,
  goodDaysOfStanding,
  hasStanding,
  noGoodDays,
} from "../../engine/standing.ts";
import type { Audience } from "../../model/arrival.ts";
import type { ActorId } from "../../model/ids.ts";
import type { ActorHistory, HostHistory } from "../../model/observation.ts";
import { nobodyClicked, noWindows } from "../../model/observation.ts";
import type { Contents } from "./contents.ts";
import { type Critics, complaintsAt, complaintWeightAt } from "./critics.ts";
import { type Habits, tellHabits } from "./habits.ts";
import {
  type Everywhere,
  everywhereAt,
  type HostRecord,
  newRecord,
  recordAt,
} from "./host-records.ts";
import { contactsPerActor, firstContactsPerDomainMax } from "./memory-bounds.ts";
import { countUntil, type People, peopleUntil } from "./people.ts";
import { distinct, type Mark, Sightings } from "./sightings.ts";
import { Tally } from "./tally.ts";
import { inWindow } from "./windows.ts";

/** Who of our own people follow each other, and how reliable each one's complaints are. */
type KnownPeople = Pick<Contents, "regards" | "reporters" | "vouches" | "actors">;

export interface KnownActor {
  readonly id: ActorId;
  readonly domain: string;
  firstSeen: Mark | undefined;
  firstContact: Mark | undefined;
  /** Local people it wrote to unasked. */
  contacts: Sightings | undefined;
  readonly good: GoodDays;
  /** Days on which posts of its own came here that ask for nobody's attention. */
  stream: GoodDays | undefined;
  unasked: Quarter | undefined;
  /** Local people, each until when their word counts. */
  friends: People | undefined;
  critics: Critics | undefined;
  /** When a delivery of it was ruled spam. */
  condemnedAt: EpochMs[];
  /** The last day that is noted of it, in days since 1970 (UTC); 0 for none. */
  heard: number;
  /** When its host or itself said that it is no more. */
  endedAt: EpochMs | undefined;
}

export interface KnownDomain {
  firstSeen: Mark | undefined;
  readonly good: GoodDays;
  unasked: Quarter | undefined;
  /** Actors met; one that was forgotten in between counts again. */
  actors: number;
  readonly newContacts: Tally;
  /** Actors whom somebody here welcomed and did not take it back. */
  welcomed: number;
  readonly condemned: People;
  /** How its newcomers come here; undefined where none did. */
  habits: Habits | undefined;
  heard: number;
  readonly record: HostRecord;
}

/** What was counted in a quarter of a day (UTC); lost in a crash, as it soon counts no more. */
export interface Quarter {
  readonly number: number;
  count: number;
}

function quarterOf(at: EpochMs): number {
  return Math.floor(at / (6 * hour));
}

/** One contact more that nobody asked for. What comes late ends no later quarter. */
export function countUnasked(one: KnownActor | KnownDomain, at: EpochMs): void {
  const number = quarterOf(at);
  const before = one.unasked?.number ?? Number.NEGATIVE_INFINITY;
  if (one.unasked?.number === number) one.unasked.count++;
  else if (before < number) one.unasked = { number, count: 1 };
}

export function takeBackUnasked(one: KnownActor | KnownDomain, at: EpochMs): void {
  if (one.unasked !== undefined && one.unasked.number === quarterOf(at)) one.unasked.count--;
}

function unaskedAt({ unasked }: KnownActor | KnownDomain, at: EpochMs): number {
  return unasked?.number === quarterOf(at) ? unasked.count : 0;
}

export function newActor(id: ActorId, domain: string): KnownActor {
  return {
    id,
    domain,
    firstSeen: undefined,
    firstContact: undefined,
    contacts: undefined,
    good: noGoodDays(),
    stream: undefined,
    unasked: undefined,
    friends: undefined,
    critics: undefined,
    condemnedAt: [],
    heard: 0,
    endedAt: undefined,
  };
}

export function newDomain(): KnownDomain {
  return {
    firstSeen: undefined,
    good: noGoodDays(),
    unasked: undefined,
    actors: 0,
    newContacts: new Tally(firstContactsPerDomainMax),
    welcomed: 0,
    condemned: new Map(),
    habits: undefined,
    heard: 0,
    record: newRecord(),
  };
}

/**
 * First sight of it that stands; a struck one is replaced. After a long silence it begins anew.
 */
export function see(one: KnownActor | KnownDomain, mark: Mark): "first" | "again" | "known" {
  const back = isNewAgain(heardAt(one), mark.at);
  const sight = standingAt(one.firstSeen) === undefined ? "first" : back ? "again" : "known";
  if (sight !== "known") one.firstSeen = mark;
  return sight;
}

/** Something of it was taken: true if that is worth writing down. */
export function hear(one: KnownActor | KnownDomain, at: EpochMs): boolean {
  const today = dayNumber(at);
  if (today - one.heard < heardStepDays) return false;
  one.heard = today;
  return true;
}

/** When it was taken last, or came first. */
function heardAt({ heard, firstSeen }: KnownActor | KnownDomain): EpochMs | undefined {
  const firstAt = standingAt(firstSeen);
  return firstAt === undefined ? undefined : epochMs(Math.max(firstAt, heard * day));
}

/** True if it is the actor's first, which its host counts. */
export function noteContact(
  actor: KnownActor,
  host: KnownDomain,
  to: ActorId,
  mark: Mark,
  isNews: boolean,
): boolean {
  actor.contacts ??= new Sightings(contactsPerActor);
  actor.contacts.note(to, "", mark);
  if (actor.firstContact !== undefined || !isNews) return false;
  actor.firstContact = mark;
  host.newContacts.add(mark.at);
  return true;
}

/** Its posts have not come yet on the day of `at`: one more will be counted. */
export function isNewsOf({ stream }: KnownActor, at: EpochMs): boolean {
  return stream === undefined || stream.sum === 0 || stream.last < dayNumber(at);
}

/** Ends what rests on a mark that was just struck out and is no sighting of its own. */
export function unsee(actor: KnownActor, host: KnownDomain, struck: Mark): void {
  if (actor.firstSeen === struck) {
    actor.firstSeen = undefined;
    host.actors--;
  }
  if (actor.firstContact === struck) {
    actor.firstContact = undefined;
    host.newContacts.takeBack(struck.at);
  }
}

/** It wrote to this person on an earlier day, as far as two times of each are remembered. */
export function wroteBefore(actor: KnownActor | undefined, person: ActorId, at: EpochMs): boolean {
  const known = actor?.contacts?.all.find(({ who }) => who === person);
  return [known?.latest, known?.earlier].some((one) => {
    const seenAt = standingAt(one);
    if (seenAt === undefined || !inWindow(seenAt, at)) return false;
    return dayNumber(seenAt) < dayNumber(at);
  });
}

export function askedAbout({ notified }: Audience): ReadonlySet<string> {
  return new Set(notified.map((one) => one.actor));
}

/** Of an actor that was never here: others may have brought its posts. */
export function historyOfNobody(id: ActorId, at: EpochMs, people: KnownPeople): ActorHistory {
  const vouchedBy = vouchersOf(id, at, people);
  return vouchedBy === 0 ? unknownActor : { ...unknownActor, vouchedBy };
}

function vouchersOf(id: ActorId, at: EpochMs, { vouches, actors }: KnownPeople): number {
  return vouches.countFor(id, at, (voucher) => actors.get(voucher));
}

function sightOf(
  one: KnownActor | KnownDomain,
  at: EpochMs,
): Pick<ActorHistory, "firstSeenAt" | "lastHeardAt"> {
  const lastHeardAt = heardAt(one);
  const firstSeenAt = isNewAgain(lastHeardAt, at) ? undefined : standingAt(one.firstSeen);
  return { firstSeenAt, lastHeardAt };
}

/** Those whom the arrival asked about addresses itself are left out of `contacts`. */
export function historyOfActor(
  actor: KnownActor,
  at: EpochMs,
  people: KnownPeople,
  asking: ReadonlySet<string>,
): ActorHistory {
  return {
    ...sightOf(actor, at),
    goodDays: goodDaysAt(actor.good, at),
    streamedDays: actor.stream === undefined ? 0 : earlierDaysAt(actor.stream, at),
    unasked: unaskedAt(actor, at),
    contacts: distinct(actor.contacts, at, ({ who }) => (asking.has(who) ? undefined : who)),
    welcomedBy: countUntil(actor.friends, at),
    vouchedBy: vouchersOf(actor.id, at, people),
    complaints: complaintsAt(actor, at),
    complaintWeight: complaintWeightAt(actor, at, people),
    condemned: condemnedCount(actor, at),
  };
}

/** The asker is left out of `newContacts`: what it does itself is in its own history. */
export function historyOfDomain(
  host: KnownDomain,
  at: EpochMs,
  asker: KnownActor | undefined,
  prior: Prior,
  everywhere: Everywhere,
): HostHistory {
  const record = recordAt(host.record, at);
  return {
    ...sightOf(host, at),
    goodDays: goodDaysAt(host.good, at),
    unasked: unaskedAt(host, at),
    actors: host.actors,
    newContacts: host.newContacts.windows(at, standingAt(asker?.firstContact)),
    ...tellHabits(host, prior, at),
    clicked: nobodyClicked,
    welcomed: host.welcomed,
    condemned: countUntil(host.condemned, at),
    ...record,
    expected: expectedOf(record, everywhereAt(everywhere, at)),
  };
}

export const unknownActor: ActorHistory = {
  firstSeenAt: undefined,
  lastHeardAt: undefined,
  goodDays: 0,
  streamedDays: 0,
  unasked: 0,
  contacts: noWindows,
  welcomedBy: 0,
  vouchedBy: 0,
  complaints: 0,
  complaintWeight: 0,
  condemned: 0,
};

export const unknownDomain: HostHistory = {
  firstSeenAt: undefined,
  lastHeardAt: undefined,
  goodDays: 0,
  unasked: 0,
  actors: 0,
  newContacts: noWindows,
  usual: { mean: 0, size: 1 },
  answered: noWindows,
  clicked: nobodyClicked,
  welcomed: 0,
  condemned: 0,
  met: 0,
  bad: 0,
  tended: 0,
  expected: nothingMet,
};

/** Whether it is a regular rather than a stranger. */
export function isRegular(actor: KnownActor, at: EpochMs, people: KnownPeople): boolean {
  const goodDays = goodDaysAt(actor.good, at);
  // Most are strangers, and need no more counting.
  if (goodDays === 0) return false;
  return hasStanding({
    goodDays,
    earlierDays: earlierDaysAt(actor.good, at),
    welcomedBy: countUntil(actor.friends, at),
    complaintWeight: complaintWeightAt(actor, at, people),
    condemned: condemnedCount(actor, at),
  });
}

/** What a campaign asks of who sent something of it. */
export function creditOfActor(
  id: ActorId,
  actor: KnownActor | undefined,
  at: EpochMs,
  people: KnownPeople,
): Credited {
  const goodDays = actor === undefined ? 0 : goodDaysAt(actor.good, at);
  return {
    actor: id,
    regular: actor !== undefined && goodDays >= goodDaysOfStanding && isRegular(actor, at, people),
    goodDays,
    firstSeenAt: standingAt(actor?.firstSeen),
    welcomers: actor?.friends === undefined ? [] : peopleUntil(actor.friends, at),
    endedAt: actor?.endedAt,
  };
}

/** How well somebody is known, by what it costs to be: memory-bounds.ts says how many of each. */
export const rank = { passing: 0, heard: 1, familiar: 2, known: 3 } as const;

/** Chosen by us: as long as a host must be here to be new no more. */
const familiarAfterMs = 7 * day;

/** By what it did itself. Days outrank words, because they can't be hurried. */
export function rankOf(one: KnownActor | KnownDomain, at: EpochMs): number {
  const goodDays = goodDaysAt(one.good, at);
  if (goodDays >= goodDaysOfStanding) return rank.known;
  const firstSeenAt = standingAt(one.firstSeen);
  if (firstSeenAt !== undefined && at - firstSeenAt >= familiarAfterMs) return rank.familiar;
  return goodDays > 0 ? rank.heard : rank.passing;
}

export function isWelcomed(actor: KnownActor): boolean {
  return actor.friends !== undefined && actor.friends.size > 0;
}

export function standingAt(mark: Mark | undefined): EpochMs | undefined {
  return mark === undefined || mark.struck ? undefined : mark.at;
}

function condemnedCount(actor: KnownActor, at: EpochMs): number {
  return actor.condemnedAt.filter((ruledAt) => inWindow(ruledAt, at)).length;
}
