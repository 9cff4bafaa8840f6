// The fast path: what needs no judgement leaves after a few look-ups, its content unread.

import type { Arrival } from "../model/arrival.ts";
import type { Acquaintance, Tie } from "../model/observation.ts";
import type { ServerProfile } from "../model/server-profile.ts";
import { isRefusedAtHome } from "./identity/signature-claim.ts";
import { isNewAgain, justWoke } from "./silence.ts";
import { mayClickUnseen, unreadAllowance } from "./standing.ts";

/**
 * Activities that answer or end something: losing or delaying them breaks the
 * state between two servers, and they carry nothing to read. A Flag goes to moderators, who
 * decide for themselves.
 */
const housekeeping: ReadonlySet<string> = new Set([
  "delete",
  "undo",
  "accept",
  "reject",
  "remove",
  "block",
  "flag",
]);

const refusedAtHome = "its signature proves nothing: the home server refuses it";
const endsOrAnswers = "ends or answers something";
const contactsNobody = "it contacts nobody here";
const askedFor = "everybody it contacts here asked for it";
const onlyClicks = "it only follows, likes or boosts, and is known here for more";

/** One of a few, whoever wrote it: what passed is counted under it. */
export type PassReason =
  | "refused at home"
  | "ends or answers something"
  | "contacts nobody here"
  | "asked for"
  | "well known";

/** Which reason a sentence of `passesUnmet` or `passesMet` tells. */
export function passReasonOf(because: string): PassReason {
  if (because === askedFor) return "asked for";
  if (because === contactsNobody) return "contacts nobody here";
  if (because === refusedAtHome) return "refused at home";
  return because.endsWith(endsOrAnswers) ? "ends or answers something" : "well known";
}

/** Why a delivery needs no look at its sender either; undefined if it does. */
export function passesUnmet(arrival: Arrival, home: ServerProfile): string | undefined {
  const { activity, audience, authenticity } = arrival;
  if (isRefusedAtHome(authenticity, home)) return refusedAtHome;
  if (housekeeping.has(activity.kind)) return `${activity.type} ${endsOrAnswers}`;
  if (audience.notifiedTotal === 0) return contactsNobody;
  return undefined;
}

/** Why, knowing the sender, it needs no judgement; undefined if it does. */
export function passesMet(arrival: Arrival, met: Acquaintance): string | undefined {
  const { audience } = arrival;
  if (met.actor.condemned > 0) return undefined;
  const whole = audience.notified.length === audience.notifiedTotal;
  if (whole && met.ties.every((tie) => tie.solicited)) return askedFor;
  const { at } = arrival.delivery;
  if (!whole || isNewAgain(met.actor.lastHeardAt, at)) return undefined;
  if (isWordless(arrival) && mayClickUnseen(met.actor, met.host)) return onlyClicks;
  if (justWoke(met.actor, at)) return undefined;
  const { goodDays, contacts } = met.actor;
  const unasked = met.ties.filter((tie) => !tie.solicited);
  const allowed = unreadAllowance(met.actor, met.host, unasked.every(isWrittenTo));
  if (contacts.sixHours + unasked.length > allowed) return undefined;
  return `has written here on ${goodDays} days and nobody minded`;
}

function isWrittenTo({ writtenTo }: Tie): boolean {
  return writtenTo;
}

/**
 * A follow, or a like or boost of a post of ours, by its address alone, with no more than an emoji
 * that every font has: a custom one is a picture, and may say anything.
 */
function isWordless({ activity, audience }: Arrival): boolean {
  const { kind, objects, content, instrument } = activity;
  if (kind !== "like" && kind !== "announce" && kind !== "follow") return false;
  if (content !== undefined && spells.test(content)) return false;
  if (instrument !== undefined || objects.some((one) => one.kind !== "reference")) return false;
  return audience.notified.every(({ via }) => via === "owner" || via === "followed");
}

/** Letters, digits, and the colons around a custom emoji's name. */
const spells = /[\p{L}\p{N}:]/u;
