// Who has signed in at the desk, until when. A session's secret is known to its browser alone: here
// lies its digest.

import { hash, randomBytes } from "node:crypto";
import { z } from "zod";
import { after, day, type EpochMs, epochMs, hour, minute } from "../base/units.ts";
import { roles, type Visitor } from "../model/desk.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { recordsOf } from "./own-records.ts";

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
  /** What its forms carry, so that no other page can send them. */
  formKey: z.string(),
  seenAt: z.number().transform(epochMs),
});

const sessions = recordsOf("session", shape);

export interface Session extends Visitor {
  readonly formKey: string;
  readonly startedAt: EpochMs;
}

function secretBytes(): string {
  return randomBytes(32).toString("base64url");
}

function digest(secret: string): string {
  return hash("sha256", secret, "hex");
}

/** Answers the secret that the browser shows from now on. Throws LedgerDown. */
export async function openSession(
  records: OwnRecords,
  { who, role }: Visitor,
  now: EpochMs,
): Promise<string> {
  const secret = secretBytes();
  const value = { who, role, formKey: secretBytes(), seenAt: now };
  await sessions.put(records, { id: digest(secret), about: who, at: now }, value);
  await sessions.dropBefore(records, after(now, -sessionLastsMs));
  return secret;
}

/** Undefined: never opened, ended, or too old. Throws LedgerDown. */
export async function sessionOf(
  records: OwnRecords,
  secret: string,
  now: EpochMs,
): Promise<Session | undefined> {
  const found = await sessions.get(records, digest(secret));
  if (found === undefined) return undefined;
  const { id, about, at, value } = found;
  const { who, role, formKey, seenAt } = value;
  if (now - at >= sessionLastsMs || now - seenAt >= idleMs) {
    await sessions.take(records, id);
    return undefined;
  }
  if (now - seenAt >= seenEveryMs)
    await sessions.put(records, { id, about, at }, { ...value, seenAt: now });
  return { who, role, formKey, startedAt: at };
}

export async function endSession(records: OwnRecords, secret: string): Promise<void> {
  await sessions.take(records, digest(secret));
}

/** Whoever it was is out on every device. Answers how many sessions there were. */
export function endSessionsOf(records: OwnRecords, who: string): Promise<number> {
  return sessions.dropAbout(records, who);
}
