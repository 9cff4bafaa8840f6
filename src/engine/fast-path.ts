// The fast path: what needs no judgement leaves after a few look-ups, its content unread.

import type { Arrival } from "../model/arrival.ts";
import type { Acquaintance } from "../model/observation.ts";
import type { ServerProfile } from "../model/server-profile.ts";
import { isRefusedAtHome } from "./identity/signature-claim.ts";
import { unreadAllowance } from "./standing.ts";

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

/** Why a delivery needs no look at its sender either; undefined if it does. */
export function passesUnmet(arrival: Arrival, home: ServerProfile): string | undefined {
  const { activity, audience, authenticity } = arrival;
  if (isRefusedAtHome(authenticity, home))
    return "its signature proves nothing: the home server refuses it";
  if (housekeeping.has(activity.kind)) return `${activity.type} ends or answers something`;
  if (audience.notifiedTotal === 0) return "it contacts nobody here";
  return undefined;
}

/** Why, knowing the sender, it needs no judgement; undefined if it does. */
export function passesMet(arrival: Arrival, met: Acquaintance): string | undefined {
  const { audience } = arrival;
  if (met.actor.condemned > 0) return undefined;
  const whole = audience.notified.length === audience.notifiedTotal;
  if (whole && met.ties.every((tie) => tie.solicited))
    return "everybody it contacts here asked for it";
  const { goodDays, contacts } = met.actor;
  const unasked = met.ties.filter((tie) => !tie.solicited).length;
  if (!whole || contacts.sixHours + unasked > unreadAllowance(met.actor)) return undefined;
  return `has written here on ${goodDays} days and nobody minded`;
}
