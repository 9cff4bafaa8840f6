// What a memory holds as lines of text: each the whole state of one thing, so that the last
// line about it is what counts and none is ever added up twice. restore.ts reads them.
//
//   a  actor      d  domain      r  regard      p  how right somebody here was to complain
//   h  how the newcomers of a domain come here, after its own line
//   e  how many actors of all hosts were met, and condemned
//   w  for whom somebody followed here vouches
//   u  one use, and the view keys that nobody else used      v  a view that several used
//   m  a contact that others are compared with, veiled
//   b  which campaign it belongs to      g  a campaign: what else it was called, and its ruling
//   c  contact; without receipts it ended, and its mark may be struck out
//
// A mark is [id, at] or, struck out, [id, at, 1]: two lines with one id mean one mark.

import type { EpochMs } from "../../base/units.ts";
import type { Reporter } from "../../engine/complaints.ts";
import type { Faded } from "../../engine/fading.ts";
import type { Regard } from "../../engine/regard.ts";
import type { KnownActor, KnownDomain, Quarter } from "../process/acquaintances.ts";
import type { Named } from "../process/campaign-registry.ts";
import type { Campaigns } from "../process/campaigns.ts";
import type { Contact } from "../process/contact-journal.ts";
import type { Critics } from "../process/critics.ts";
import type { Everywhere } from "../process/host-records.ts";
import { type Mark, type Sighting, type Sightings, seenAt } from "../process/sightings.ts";
import type { Use, Uses } from "../process/views.ts";
import type { Vouch } from "../process/vouches.ts";
import { inWindow } from "../process/windows.ts";

/** Raised whenever a line gets another meaning: an older or newer file is put aside, unread. */
export const version = 1;

export type MarkRecord = readonly [id: number, at: number, struck?: 1];
export type SightingRecord = readonly [
  who: string,
  tag: string,
  latest: MarkRecord,
  earlier: MarkRecord | 0,
];
/** Until when; 0 stands for ever, which JSON has no word for. */
type PeopleRecord = readonly (readonly [id: string, until: number])[];

/** `until` as with people; the rest is left out in files of before it was known. */
export type CriticRecord = readonly [
  id: string,
  until: number,
  at?: number,
  about?: number,
  ruled?: "spam" | "ham" | "",
];

/** Left out in files of before it was counted. */
export type QuarterRecord = readonly [number?: number, count?: number];

export type FadedRecord = readonly [sum: number, day: number];

export type ActorRecord = readonly [
  kind: "a",
  id: string,
  domain: string,
  rank: number,
  firstSeen: MarkRecord | 0,
  firstContact: MarkRecord | 0,
  goodSum: number,
  goodLast: number,
  contacts: readonly SightingRecord[],
  friends: PeopleRecord,
  critics: readonly CriticRecord[],
  condemnedAt: readonly number[],
  /** Left out in files of before it was counted; 0 where its posts never came here. */
  streamSum?: number,
  streamLast?: number,
  ...unasked: QuarterRecord,
  heard?: number,
  endedAt?: number,
];

export type DomainRecord = readonly [
  kind: "d",
  name: string,
  rank: number,
  firstSeen: MarkRecord | 0,
  goodSum: number,
  goodLast: number,
  actors: number,
  newest: readonly number[],
  days: readonly (readonly [number, number])[],
  welcomed: number,
  condemned: PeopleRecord,
  ...unasked: QuarterRecord,
  heard?: number,
  met?: FadedRecord,
  bad?: FadedRecord,
  tended?: FadedRecord,
];

export type HabitsRecord = readonly [
  kind: "h",
  domain: string,
  answers: readonly (readonly [newcomer: string, by: string, at: number])[],
  clicks: readonly SightingRecord[],
];
export type EverywhereRecord = readonly [kind: "e", met: FadedRecord, bad: FadedRecord];

/** A moment that never was is 0. */
export type RegardRecord = readonly [
  kind: "r",
  pair: string,
  rank: number,
  follows: 0 | 1,
  blocks: 0 | 1,
  mutes: 0 | 1,
  hinted: 0 | 1,
  addressedAt: number,
  actedAt: number,
  reportedAt: number,
];

export type ReporterRecord = readonly [kind: "p", person: string, right: number, wrong: number];

export type VouchesRecord = readonly [
  kind: "w",
  voucher: string,
  vouches: readonly (readonly [who: string, at: number])[],
];

export type UseRecord = readonly [
  kind: "u",
  keys: readonly string[],
  actor: string,
  domain: string,
  regular: 0 | 1,
  recipients: readonly string[],
  mark: MarkRecord,
];

export type ViewRecord = readonly [
  kind: "v",
  key: string,
  rank: number,
  strangers: readonly SightingRecord[],
  regulars: readonly SightingRecord[],
  contacts: readonly SightingRecord[],
];

export type ContactRecord = readonly [
  kind: "c",
  id: string,
  named: 0 | 1,
  sender: string,
  domain: string,
  /** 2: it streamed. No contact does both. */
  wrote: 0 | 1 | 2,
  mark: MarkRecord,
  receipts: readonly string[],
  /** Left out where it vouches for nobody. */
  vouchesFor?: string,
];

export type MemberRecord = readonly [
  kind: "m",
  linked: 0 | 1,
  receipt: string,
  family: number,
  actor: string,
  domain: string,
  regular: 0 | 1,
  recipients: readonly string[],
  mark: MarkRecord,
  /** How many numbers of `numbers` are its sketch, and how many after them its traits. */
  sketch: number,
  traits: number,
  /** base64 of veiled 32-bit numbers: sketch, traits, and what it is found by. */
  numbers: string,
];

export type BelongsRecord = readonly [kind: "b", member: number, campaign: number];

export type CampaignRecord = readonly [
  kind: "g",
  name: number,
  aliases: readonly number[],
  ruling: "spam" | "ham" | "",
  ruledAt: number,
  /** Of which member alone; 0 where of several. */
  ruledOf?: number,
  /** Names of those that it was split from. */
  apart?: readonly number[],
];

export type StoredRecord =
  | MemberRecord
  | BelongsRecord
  | CampaignRecord
  | ActorRecord
  | DomainRecord
  | HabitsRecord
  | EverywhereRecord
  | RegardRecord
  | ReporterRecord
  | VouchesRecord
  | UseRecord
  | ViewRecord
  | ContactRecord;

/** What is older than every window at `now` is left out: so it leaves the disk. */
export function actorLine(actor: KnownActor, rank: number, now: EpochMs): string {
  const { id, domain, firstSeen, firstContact, good, stream } = actor;
  const { contacts, friends, critics, unasked } = actor;
  const recent = actor.condemnedAt.filter((at) => inWindow(at, now));
  return line([
    "a",
    id,
    domain,
    rank,
    markOr0(firstSeen),
    markOr0(firstContact),
    good.sum,
    good.last,
    contacts === undefined ? [] : sightings(contacts, now),
    people(friends, now),
    criticRecords(critics, now),
    recent,
    stream?.sum ?? 0,
    stream?.last ?? 0,
    ...quarter(unasked),
    actor.heard,
    actor.endedAt ?? 0,
  ]);
}

export function domainLine(name: string, one: KnownDomain, rank: number, now: EpochMs): string {
  const { newest, days } = one.newContacts.parts;
  return line([
    "d",
    name,
    rank,
    markOr0(one.firstSeen),
    one.good.sum,
    one.good.last,
    one.actors,
    newest,
    days,
    one.welcomed,
    people(one.condemned, now),
    ...quarter(one.unasked),
    one.heard,
    faded(one.record.met),
    faded(one.record.bad),
    faded(one.record.tended),
  ]);
}

/** None where there is nothing to keep. */
export function* habitsLines(
  name: string,
  { habits }: Pick<KnownDomain, "habits">,
  now: EpochMs,
): Generator<string> {
  if (habits === undefined) return;
  const recent = habits.answers.filter(([, , at]) => inWindow(at, now));
  const clicks = habits.clicks === undefined ? [] : sightings(habits.clicks, now);
  if (recent.length + clicks.length > 0) yield line(["h", name, recent, clicks]);
}

export function everywhereLine({ met, bad }: Everywhere): string {
  return line(["e", faded(met), faded(bad)]);
}

export function regardLine(pair: string, regard: Regard, rank: number): string {
  const { follows, blocks, mutes, hinted, addressedAt, actedAt, reportedAt } = regard;
  const flags = [bit(follows), bit(blocks), bit(mutes), bit(hinted)] as const;
  return line(["r", pair, rank, ...flags, addressedAt ?? 0, actedAt ?? 0, reportedAt ?? 0]);
}

export function reporterLine(person: string, { right, wrong }: Reporter): string {
  return line(["p", person, right, wrong]);
}

export function vouchesLine(voucher: string, all: readonly Vouch[], now: EpochMs): string {
  const recent = all.filter(({ at }) => inWindow(at, now));
  return line(["w", voucher, recent.map((one) => [one.for, one.at] as const)]);
}

export function useLine(keys: readonly string[], use: Use): string {
  const { actor, domain, regular, recipients, mark } = use;
  return line(["u", keys, actor, domain, bit(regular), recipients, markRecord(mark)]);
}

export function viewLine(key: string, uses: Uses, rank: number, now: EpochMs): string {
  const { strangers, regulars, contacts } = uses;
  return line([
    "v",
    key,
    rank,
    sightings(strangers, now),
    sightings(regulars, now),
    sightings(contacts, now),
  ]);
}

/** Of one that ended only the mark is of use. */
export function contactLine(contact: Contact): string {
  const { id, named, sender, domain, wrote, streamed, vouchesFor, mark, receipts } = contact;
  if (receipts.length === 0) return line(["c", "", 0, "", "", 0, markRecord(mark), []]);
  const did = streamed ? 2 : bit(wrote);
  const told = ["c", id, bit(named), sender, domain, did, markRecord(mark), receipts] as const;
  return line(vouchesFor === undefined ? told : [...told, vouchesFor]);
}

export function memberLine(campaigns: Campaigns, id: number): string | undefined {
  const member = campaigns.member(id);
  if (member === undefined) return undefined;
  const { receipt, family, use, trace, keys } = member;
  const { actor, domain, regular, recipients, mark } = use;
  const { sketch, keys: traits } = trace;
  const numbers = Uint32Array.of(...sketch, ...traits, ...keys);
  const veiled = campaigns.veil(new Uint8Array(numbers.buffer), id);
  return line([
    "m",
    bit(campaigns.isLinked(id)),
    receipt,
    family,
    actor,
    domain,
    bit(regular),
    recipients,
    markRecord(mark),
    sketch.length,
    traits.length,
    Buffer.from(veiled).toString("base64"),
  ]);
}

export function belongsLine(member: number, campaign: number): string {
  return line(["b", member, campaign]);
}

export function campaignLine({ id, aliases, ruled, apart }: Named): string {
  const { ruling = "", at = 0, of = 0 } = ruled ?? {};
  return line(["g", id, aliases, ruling, at, of ?? 0, apart]);
}

/** Nothing of it counts in any window any more. */
export function hasEnded(view: Use | Uses, now: EpochMs): boolean {
  if (view.kind === "use") return view.mark.struck || !inWindow(view.mark.at, now);
  return [view.strangers, view.regulars].every((some) => some.all.every((one) => isOver(one, now)));
}

function line(record: StoredRecord): string {
  return JSON.stringify(record);
}

function sightings(some: Sightings, now: EpochMs): readonly SightingRecord[] {
  return some.all.filter((one) => !isOver(one, now)).map(sightingRecord);
}

function isOver(one: Sighting, now: EpochMs): boolean {
  const at = seenAt(one);
  return at === undefined || !inWindow(at, now);
}

function sightingRecord({ who, tag, latest, earlier }: Sighting): SightingRecord {
  return [who, tag, markRecord(latest), markOr0(earlier)];
}

function markOr0(mark: Mark | undefined): MarkRecord | 0 {
  return mark === undefined ? 0 : markRecord(mark);
}

function markRecord({ id, at, struck }: Mark): MarkRecord {
  return struck ? [id, at, 1] : [id, at];
}

function people(some: ReadonlyMap<string, EpochMs> | undefined, now: EpochMs): PeopleRecord {
  if (some === undefined) return [];
  const counting = [...some].filter(([, until]) => until > now);
  return counting.map(([id, until]) => [id, Number.isFinite(until) ? until : 0] as const);
}

function criticRecords(critics: Critics | undefined, now: EpochMs): readonly CriticRecord[] {
  return [...(critics ?? [])].flatMap(([id, { at, until, about, ruled }]) =>
    until > now ? [[id, Number.isFinite(until) ? until : 0, at, about, ruled ?? ""] as const] : [],
  );
}

function quarter(one: Quarter | undefined): readonly [number: number, count: number] {
  return [one?.number ?? 0, one?.count ?? 0];
}

function faded({ sum, day }: Faded): FadedRecord {
  return [sum, day];
}

function bit(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
