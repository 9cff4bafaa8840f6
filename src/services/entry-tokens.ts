// Tokens that let people in at the desk where the home server's accounts can't: of those that are
// shown once, here lie the digests.

import { hash, randomBytes } from "node:crypto";
import { z } from "zod";
import { after, type EpochMs, epochMs, minute } from "../base/units.ts";
import { roles, type Visitor } from "../model/desk.ts";
import type { Hand } from "../model/hand.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { noteAudit } from "./audit.ts";
import { recordsOf } from "./own-records.ts";

/** A link from the command line is followed at once, or by somebody else later. Chosen by us. */
export const linkLastsMs = 15 * minute;

const shape = z.object({
  who: z.string(),
  role: z.enum(roles),
  /** It lets in one browser, once. */
  once: z.boolean(),
  expiresAt: z.number().transform(epochMs).nullable(),
});

const tokens = recordsOf("entry-token", shape);

export interface EntryToken extends Visitor {
  readonly once: boolean;
  readonly madeAt: EpochMs;
  /** Undefined: until it is dropped. */
  readonly expiresAt: EpochMs | undefined;
}

/** More than anybody administers by hand; the oldest are not looked at. */
const tokensMax = 200;

function digest(token: string): string {
  return hash("sha256", token, "hex");
}

/** What a token's owner may be called. No account's handle is one: these begin with an @. */
export function isEntryName(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,59}$/u.test(text);
}

/** Answers the token, which nobody can read again. Throws LedgerDown. */
export async function makeEntryToken(
  records: OwnRecords,
  { who, role }: Visitor,
  lasting: { readonly once: boolean; readonly expiresAt: EpochMs | undefined },
  hand: Hand,
): Promise<string> {
  const token = `bw-${randomBytes(24).toString("base64url")}`;
  const { once, expiresAt = null } = lasting;
  const place = { id: digest(token), about: who, at: hand.at };
  await tokens.put(records, place, { who, role, once, expiresAt });
  const details = `${role}, ${once ? "for one sign-in" : "until it is dropped"}`;
  await noteAudit(records, { ...hand, did: "made a token", about: who, details });
  return token;
}

/** Whom it lets in; undefined: unknown, used up or expired. Throws LedgerDown. */
export async function redeemEntryToken(
  records: OwnRecords,
  token: string,
  now: EpochMs,
): Promise<Visitor | undefined> {
  const id = digest(token);
  const found = await tokens.get(records, id);
  if (found === undefined) return undefined;
  const { who, role, once, expiresAt } = found.value;
  const expired = expiresAt !== null && expiresAt <= now;
  // Of two who show it at once, one comes in.
  if ((once || expired) && (await tokens.take(records, id)) === undefined) return undefined;
  return expired ? undefined : { who, role };
}

/** The last made first. */
export async function entryTokens(records: OwnRecords): Promise<readonly EntryToken[]> {
  const found = await tokens.list(records, { limit: tokensMax });
  return found.map(({ at, value: { who, role, once, expiresAt } }) => {
    return { who, role, once, madeAt: at, expiresAt: expiresAt ?? undefined };
  });
}

/** All of somebody's. Answers how many there were. */
export async function dropEntryTokens(
  records: OwnRecords,
  who: string,
  hand: Hand,
): Promise<number> {
  const dropped = await tokens.dropAbout(records, who);
  const details = `${dropped} of them`;
  if (dropped > 0)
    await noteAudit(records, { ...hand, did: "dropped a token", about: who, details });
  return dropped;
}

export function linkExpiresAt(now: EpochMs): EpochMs {
  return after(now, linkLastsMs);
}
