// What makes an actor a regular here, and what a regular may do: the rules that every memory
// and every signal share, whatever keeps the counts.

import { ramp } from "../base/ramp.ts";
import { dayNumber, type EpochMs } from "../base/units.ts";
import type { Arrival, Recipient } from "../model/arrival.ts";
import type { ActorId } from "../model/ids.ts";
import type { ActorHistory, Campaign, HostHistory } from "../model/observation.ts";
import { isMinded } from "./complaints.ts";
import { halfLifeDays } from "./fading.ts";
import { isStreamed } from "./visibility.ts";

/** A sum of days, each worth half as much for every half-life that it lies back. */
export interface GoodDays {
  sum: number;
  /** The last counted day, in days since 1970 (UTC). */
  last: number;
}

export function noGoodDays(): GoodDays {
  return { sum: 0, last: 0 };
}

/** Counts the day of `at`, once: false if it was counted before. */
export function creditDay(good: GoodDays, at: EpochMs): boolean {
  const today = dayNumber(at);
  if (good.sum > 0 && today <= good.last) return false;
  good.sum = faded(good, today) + 1;
  good.last = today;
  return true;
}

/**
 * Whole days that are left at `at`. Daily mail for ever comes to 87: a year of good days is
 * worth little more than half a year, so nobody can save up for a long betrayal.
 */
export function goodDaysAt(good: GoodDays, at: EpochMs): number {
  return good.sum === 0 ? 0 : Math.round(faded(good, dayNumber(at)));
}

/** The same without the day of `at`: what can't be made within the hour. */
export function earlierDaysAt(good: GoodDays, at: EpochMs): number {
  const today = dayNumber(at);
  const isToday = good.sum > 0 && good.last === today;
  return good.sum === 0 ? 0 : Math.round(faded(good, today) - Number(isToday));
}

function faded(good: GoodDays, today: number): number {
  return good.sum * 2 ** (-Math.max(0, today - good.last) / halfLifeDays);
}

/**
 * It carries words of the sender's to somebody here: accepted, it makes a good day. Follows,
 * likes and boosts don't: people who like much are no spammers, and likes alone must not earn
 * a good day.
 */
export function writes({ activity, audience }: Arrival): boolean {
  if (audience.notified.length === 0) return false;
  const { kind } = activity;
  return kind === "create" || kind === "update" || kind === "quote-request";
}

/**
 * A post of its own, or a boost by it, for everybody or for its followers, that asks for nobody's
 * attention here. Servers send these only where somebody follows the author.
 */
export function streams(arrival: Arrival): boolean {
  const { activity, audience } = arrival;
  if (activity.kind !== "create" && activity.kind !== "announce") return false;
  if (audience.notifiedTotal > 0 || !isItsOwn(arrival)) return false;
  const [object] = activity.objects;
  const post = object?.kind === "post" ? object.post.addressed : activity.addressed;
  return isStreamed(activity.addressed, post);
}

/** Chosen by us: people whom one reply counts as written to. */
const writtenPerReplyMax = 2;

/** To how many of these people it wrote itself: a reply's other handles came with the thread. */
export function writtenTo(people: number, isReply: boolean): number {
  return isReply ? Math.min(people, writtenPerReplyMax) : people;
}

/**
 * To whom of these people its sender wrote. Where somebody else brought it, only to whom the post
 * itself names: that it is shown to others is not its author's doing.
 */
export function addresseesOf(arrival: Arrival, people: readonly ActorId[]): readonly ActorId[] {
  const own = isItsOwn(arrival) ? people : namedOf(arrival, people);
  return own.slice(0, writtenTo(own.length, answersAPost(arrival)));
}

function isItsOwn({ authenticity, sender }: Arrival): boolean {
  if (authenticity.kind !== "proven") return true;
  return authenticity.signer === sender.actor && authenticity.signature !== "none";
}

function namedOf({ audience }: Arrival, people: readonly ActorId[]): readonly ActorId[] {
  const named = new Set(audience.notified.filter(isNamed).map(({ actor }) => actor));
  return people.filter((one) => named.has(one));
}

function isNamed({ via }: Recipient): boolean {
  return via === "mention" || via === "owner";
}

function answersAPost({ activity }: Arrival): boolean {
  const [object] = activity.objects;
  return object?.kind === "post" && object.post.inReplyTo.length > 0;
}

/** Chosen by us: days of mail that people here took; by then somebody would have complained. */
export const goodDaysOfStanding = 3;

/** Nobody here welcomed it, and it has no good days of its own to speak of. */
export function isStranger(actor: ActorHistory): boolean {
  return actor.welcomedBy === 0 && actor.goodDays < goodDaysOfStanding;
}

/**
 * Its history as it counts inside a campaign: without the welcome of those who welcomed too many
 * newcomers of that.
 */
export function lessSpent(actor: ActorHistory, campaign: Campaign | undefined): ActorHistory {
  const spent = campaign?.spentWelcomes ?? 0;
  return spent === 0 ? actor : { ...actor, welcomedBy: Math.max(0, actor.welcomedBy - spent) };
}

interface Standing
  extends Pick<ActorHistory, "goodDays" | "condemned" | "complaintWeight" | "welcomedBy"> {
  /** Of the good days, those before today. */
  readonly earlierDays: number;
}

/**
 * A regular, whose copy of a text makes no wave of it. This asks for more than not to be a
 * stranger: one welcome counts only where something of it was accepted on an earlier day, else
 * one local sleeper could turn a whole wave into regulars by following it.
 */
export function hasStanding(actor: Standing): boolean {
  const { goodDays, earlierDays, condemned, welcomedBy } = actor;
  if (goodDays === 0 || condemned > 0 || isMinded(actor)) return false;
  return goodDays >= goodDaysOfStanding || (earlierDays > 0 && welcomedBy > 0);
}

/** Chosen by us: as many days as make a regular. */
const activeDaysOfAPass = goodDaysOfStanding;

/** Chosen by us: one person's complaint stands in the way for sixty days, not for ever. */
const complaintThatCounts = 0.5;

/** Whoever has days of its own here, and nobody minds it. */
function isUndisputed({ complaintWeight, condemned }: ActorHistory): boolean {
  return complaintWeight < complaintThatCounts && condemned === 0;
}

/**
 * Strangers whom an actor may contact in six hours with its content unread; none without a
 * record that nobody disputes. Days on which its posts came here help it to a record, where it
 * has a good day and its host is not busy, and so does `goesOn`: it writes to nobody but people
 * whom it wrote to on an earlier day. How much it may do grows with the logarithm of good days
 * alone.
 */
export function unreadAllowance(actor: ActorHistory, host: HostHistory, goesOn: boolean): number {
  const { goodDays, streamedDays } = actor;
  if (goodDays === 0 || !isUndisputed(actor)) return 0;
  const heard = isBusy(host) ? 0 : streamedDays + Number(goesOn);
  if (goodDays + heard < activeDaysOfAPass) return 0;
  return Math.floor(2 + 2 * Math.log2(goodDays));
}

/** In a quarter of a day, chosen by us: an enthusiast likes this many posts in an evening. */
const clicksOfAnActor = 20;

/**
 * Whether it may follow, like or boost unlooked at. All that a stranger can say so stands in
 * its profile, so it must be known for more than that: by words of it that were taken, by posts
 * that come here, or by somebody's welcome.
 */
export function mayClickUnseen(actor: ActorHistory, host: HostHistory): boolean {
  const { goodDays, streamedDays, welcomedBy } = actor;
  if (goodDays + streamedDays + welcomedBy === 0 || !isUndisputed(actor)) return false;
  return actor.unasked < clicksOfAnActor && !isBusy(host);
}

/**
 * In a quarter of a day, of one host, and as many again for each of its good days: a large host
 * has many people. Chosen by us.
 */
const unaskedOfAHost = 20;

/**
 * More contacts than usual that nobody asked for, or abuse. What costs nothing to whoever owns a
 * host, posts that come here, excuses nobody of it then.
 */
function isBusy(host: HostHistory): boolean {
  return host.unasked >= unaskedOfAHost * (1 + host.goodDays) || isSpoiled(host);
}

/** Chosen by us: one abused account in a hundred is no reason to look at all others harder. */
function isSpoiled({ condemned, actors }: HostHistory): boolean {
  return condemned > 0.01 * actors;
}

/**
 * What an actor without record may do, times what its own good days add to it: with their
 * logarithm, so that a year of them buys a few more contacts, not a flood.
 */
export function grownAllowance(ofANewcomer: number, goodDays: number): number {
  return ofANewcomer * (1 + Math.log2(1 + goodDays));
}

/** Doublings beyond an allowance, 0 to 1: a little over is little evidence, three are all. */
export function excess(total: number, allowed: number): number {
  return ramp(Math.log2(total / Math.max(1, allowed)), 0, 3);
}
