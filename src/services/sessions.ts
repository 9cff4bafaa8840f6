// Who has signed in at the desk, until when. A session's secret is known to its browser alone: here
// lies its digest.

import { hash, randomBytes } from "node:crypto";
import { z } from "zod";
import { after, day, type EpochMs, epochMs, hour, minute } from "../base/units.ts";
import { roles, type Visitor } from "../model/desk.ts";
import type { ActorId } from "../model/ids.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { type Recorded, recordsOf } from "./own-records.ts";

/**
 * Unused for half a day it ends, so that a shift needs one sign-in and a lost phone is no key for
 * long; after a week it ends whatever happens. Chosen by us, within OWASP's ranges for such pages.
 */
const idleMs = 12 * hour;
export const sessionLastsMs = 7 * day;

/** So often at most is it written down that a session is in use. */
const seenEveryMs = 5 * minute;

const shape = z.object({
  who: z.string(),
  role: z.enum(roles),
  actor: z.string().optional(),
  /** What it runs on, as far as the browser tells. */
  device: z.string().default(""),
  /** It ends by then at the latest. */
  endsAt: z.number().transform(epochMs).optional(),
  /** What its forms carry, so that no other page can send them. */
  formKey: z.string(),
  seenAt: z.number().transform(epochMs),
});

const sessions = recordsOf("session", shape);

export interface Session extends Visitor {
  readonly formKey: string;
  readonly startedAt: EpochMs;
}

/** As somebody sees who looks where they are signed in. */
export interface OpenSession extends Visitor {
  /** Names it, and opens nothing. */
  readonly id: string;
  readonly device: string;
  readonly startedAt: EpochMs;
  /** Within a few minutes. */
  readonly seenAt: EpochMs;
}

/** What is known of a session when it begins. */
export interface Beginning {
  /** What it runs on, in a few words. */
  readonly device?: string;
  /** At most, where that is less than a week. */
  readonly lastsMs?: number;
}

/** More than any server has moderators' devices; the oldest are not looked at. */
const listedMax = 500;

function secretBytes(): string {
  return randomBytes(32).toString("base64url");
}

/** Under which name a session lies here. */
export function sessionIdOf(secret: string): string {
  return hash("sha256", secret, "hex");
}

/** Answers the secret that the browser shows from now on. Throws LedgerDown. */
export async function openSession(
  records: OwnRecords,
  { who, role, actor }: Visitor,
  now: EpochMs,
  { device = "", lastsMs }: Beginning = {},
): Promise<string> {
  const secret = secretBytes();
  const endsAt = lastsMs === undefined ? undefined : after(now, lastsMs);
  const value = { who, role, actor, device, endsAt, formKey: secretBytes(), seenAt: now };
  await sessions.put(records, { id: sessionIdOf(secret), about: who, at: now }, value);
  await sessions.dropBefore(records, after(now, -sessionLastsMs));
  return secret;
}

/** Undefined: never opened, ended, or too old. Throws LedgerDown. */
export async function sessionOf(
  records: OwnRecords,
  secret: string,
  now: EpochMs,
): Promise<Session | undefined> {
  const found = await sessions.get(records, sessionIdOf(secret));
  if (found === undefined) return undefined;
  const { id, about, at, value } = found;
  const { formKey, seenAt } = value;
  if (isOver(found, now)) {
    await sessions.take(records, id);
    return undefined;
  }
  if (now - seenAt >= seenEveryMs)
    await sessions.put(records, { id, about, at }, { ...value, seenAt: now });
  return { ...visitorIn(value), formKey, startedAt: at };
}

type SessionValue = z.infer<typeof shape>;

function isOver({ at, value }: Recorded<SessionValue>, now: EpochMs): boolean {
  const { seenAt, endsAt } = value;
  if (now - at >= sessionLastsMs || now - seenAt >= idleMs) return true;
  return endsAt !== undefined && endsAt <= now;
}

function visitorIn({ who, role, actor }: SessionValue): Visitor {
  return actor === undefined ? { who, role } : { who, role, actor: actor as ActorId };
}

/** Somebody's, or everybody's; the last begun first. Throws LedgerDown. */
export async function openSessions(
  records: OwnRecords,
  now: EpochMs,
  who?: string,
): Promise<readonly OpenSession[]> {
  const found = await sessions.list(records, { about: who, limit: listedMax });
  return found
    .filter((one) => !isOver(one, now))
    .map(({ id, at, value }) => {
      const { device, seenAt } = value;
      return { ...visitorIn(value), id, device, startedAt: at, seenAt };
    })
    .sort((a, b) => b.startedAt - a.startedAt);
}

/** False where there is none of that name, or it is somebody else's. Throws LedgerDown. */
export async function endSessionNamed(
  records: OwnRecords,
  id: string,
  who: string,
): Promise<boolean> {
  const found = await sessions.get(records, id);
  if (found?.about !== who) return false;
  return (await sessions.take(records, id)) !== undefined;
}

/** Whether it goes on; only looking keeps none alive. Throws LedgerDown. */
export async function isSessionOpen(
  records: OwnRecords,
  secret: string,
  now: EpochMs,
): Promise<boolean> {
  const found = await sessions.get(records, sessionIdOf(secret));
  return found !== undefined && !isOver(found, now);
}

export async function endSession(records: OwnRecords, secret: string): Promise<void> {
  await sessions.take(records, sessionIdOf(secret));
}

/** Whoever it was is out on every device. Answers how many sessions there were. */
export function endSessionsOf(records: OwnRecords, who: string): Promise<number> {
  return sessions.dropAbout(records, who);
}
