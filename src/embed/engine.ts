/**
 * `breakwater/engine`: judging as pure code, for whoever brings facts of their own. Nothing here
 * waits, fetches, looks at a clock or imports from Node; the same input gives the same verdict.
 *
 *   body ─understand▶ arrival ─observationOf▶ observation ─judge▶ verdict
 *                              your facts                 a policy
 */

import { ok, type Result } from "../base/result.ts";
import { epochMs } from "../base/units.ts";
import { arrive } from "../engine/arrive.ts";
import { makePolicy, type Policy, type PolicySettings, shippedSettings } from "../engine/policy.ts";
import { read } from "../engine/read.ts";
import type { Unreadable } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import type { Authenticity } from "../model/authenticity.ts";
import { type ActorId, type Host, hostOf, type Receipt } from "../model/ids.ts";
import { absent, type Facts, type Known, known, type Observation } from "../model/observation.ts";
import { parseActivity } from "../model/parse.ts";
import type { PolicyDigest } from "../model/verdict.ts";

export type { Err, Ok, Result } from "../base/result.ts";
export { type EpochMs, epochMs, probabilityOf } from "../base/units.ts";
export { arrive } from "../engine/arrive.ts";
export { audienceOf } from "../engine/audience.ts";
export { passesMet, passesUnmet } from "../engine/fast-path.ts";
export { judge } from "../engine/judge.ts";
export { type Policy, type PolicySettings, shippedSettings } from "../engine/policy.ts";
export { read } from "../engine/read.ts";
export {
  complainsUntil,
  hinted,
  indifferent,
  type Regard,
  regardAfter,
  tieOf,
  welcomesUntil,
} from "../engine/regard.ts";
export { score } from "../engine/score.ts";
export { signals } from "../engine/signals/index.ts";
export { creditDay, type GoodDays, goodDaysAt, noGoodDays } from "../engine/standing.ts";
export type { Activity, ActorProfile, Document, Post, Unreadable } from "../model/activity.ts";
export type { Arrival, Audience, Recipient, Sender } from "../model/arrival.ts";
export type { Authenticity } from "../model/authenticity.ts";
export type { Delivery, HeaderField } from "../model/delivery.ts";
export type { Home } from "../model/home.ts";
export type { ActorId, Host, ObjectId, Receipt, ViewKey } from "../model/ids.ts";
export type { LocalAct } from "../model/local-act.ts";
export {
  type Acquaintance,
  type ActorHistory,
  type Fact,
  type Facts,
  type HostHistory,
  noWindows,
  type Observation,
  type Repeats,
  type Tie,
  type Windows,
} from "../model/observation.ts";
export { parseActivity, parseActor, parseDocument } from "../model/parse.ts";
export type { Link, Reading } from "../model/reading.ts";
export { profileOf, type ServerProfile } from "../model/server-profile.ts";
export { parseTrafficLine, type TrafficEvent } from "../model/traffic-log.ts";
export type { Action, Evidence, Verdict } from "../model/verdict.ts";

/** One contact, as somebody else received and verified it. */
export interface Contact {
  readonly body: Uint8Array | string;
  /** When it came, in ms since 1970. */
  readonly at: number;
  /** The protected server. */
  readonly home: {
    /** `https://home.example` */
    readonly origin: string;
    /** URL prefix of local actors, where they have one: `https://home.example/users/`. */
    readonly actors?: string;
  };
  /** Path of the inbox it came to: a personal inbox tells whom it is for. */
  readonly inbox?: string;
  /** The actor whose key signed it, where that was verified. Without it nothing is proven. */
  readonly signedBy?: string;
}

/** Parses a contact and tells whose it is and whom here it reaches. Never throws. */
export function understand(contact: Contact): Result<Arrival, Unreadable> {
  const { body, at, home, inbox = "/inbox", signedBy } = contact;
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const parsed = parseActivity(bytes);
  if (!parsed.ok) return parsed;
  const delivery = {
    receipt: "" as Receipt,
    at: epochMs(at),
    path: inbox,
    headers: [],
    body: bytes,
    client: "",
    scheme: "https",
  } as const;
  const host = hostOf(home.origin);
  const hosts = host === undefined ? [] : [host];
  const known = { hosts, actors: home.actors };
  return ok(arrive(delivery, parsed.value, authenticityOf(signedBy), known));
}

function authenticityOf(signedBy: string | undefined): Authenticity {
  if (signedBy === undefined) {
    const because = "nobody verified it";
    return { kind: "unknown", signature: "none", keyId: "", why: "unavailable", because };
  }
  return {
    kind: "proven",
    signature: "rfc9421",
    signer: signedBy as ActorId,
    signerHost: hostOf(signedBy) ?? ("" as Host),
    signedAt: undefined,
    expiresAt: undefined,
  };
}

/** Reads the arrival, and adds what you know. A fact left out is unknown, and never evidence. */
export function observationOf(arrival: Arrival, facts: Partial<Facts>): Observation {
  const fact = <K extends keyof Facts>(name: K): Known<keyof Facts>[K] => {
    const value = facts[name];
    return value === undefined ? absent : (known(value) as Known<keyof Facts>[K]);
  };
  return {
    arrival: { ...arrival, reading: read(arrival) },
    facts: {
      unsolicitedRecipients: fact("unsolicitedRecipients"),
      hintedRecipients: fact("hintedRecipients"),
      opaqueRecipients: fact("opaqueRecipients"),
      otherBodies: fact("otherBodies"),
      actorHistory: fact("actorHistory"),
      hostHistory: fact("hostHistory"),
      repeats: fact("repeats"),
      campaign: fact("campaign"),
      profile: fact("profile"),
      words: fact("words"),
    },
  };
}

/**
 * `name` stands in every verdict; give different settings different names. `seed` only matters
 * to settle windows, which are drawn from it.
 */
export function policyNamed(name: string, settings: PolicySettings, seed = ""): Policy {
  return makePolicy(settings, seed, name as PolicyDigest);
}

export const shippedPolicy: Policy = policyNamed("shipped", shippedSettings);
