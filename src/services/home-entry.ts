// Who of the home server's people may enter the desk, and as what.

import { err, ok, type Result } from "../base/result.ts";
import { day, type EpochMs } from "../base/units.ts";
import type { Visitor } from "../model/desk.ts";
import type { Hand } from "../model/hand.ts";
import type { HomeAccount, HomeAccounts } from "../ports/home-accounts.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { noteAudit } from "./audit.ts";
import { endSessionsOf, openSessions } from "./sessions.ts";

/**
 * The home server is asked for a role when somebody signs in, and then not before the next time:
 * whoever is a moderator no longer is out after a day at the latest. Chosen by us: one sign-in a
 * day is bearable. An admin can end sessions at once.
 */
export const homeSessionLastsMs = day;

/** What recipients may do, where the operator lets them in. */
export const recipientChoices = ["off", "see", "release"] as const;
export type RecipientChoice = (typeof recipientChoices)[number];

export type Refusal = "no role" | "no actor";

/**
 * Refused, somebody's other sessions end as well: the role that they were opened with is gone.
 * Both are written down. Throws LedgerDown.
 */
export async function enterFromHome(
  { records, accounts }: { readonly records: OwnRecords; readonly accounts: HomeAccounts },
  account: HomeAccount,
  recipients: RecipientChoice,
  now: EpochMs,
): Promise<Result<Visitor, Refusal>> {
  const who = handleOf(account);
  const visitor = await visitorFor(account, who, recipients, accounts);
  const hand: Hand = { by: who, at: now, through: "desk" };
  const before = await openSessions(records, now, who);
  if (!visitor.ok) {
    const ended = await endSessionsOf(records, who);
    const details = `${visitor.error}${ended > 0 ? `; ${ended} of sessions ended` : ""}`;
    await noteAudit(records, { ...hand, did: "refused entry", about: who, details });
  } else if (before.some(({ role }) => role !== visitor.value.role)) {
    await endSessionsOf(records, who);
  }
  return visitor;
}

/** No token's name begins like this, so that nobody can be taken for an account. */
function handleOf({ name, host }: HomeAccount): string {
  return `@${name}@${host}`;
}

async function visitorFor(
  { name, role }: HomeAccount,
  who: string,
  recipients: RecipientChoice,
  accounts: HomeAccounts,
): Promise<Result<Visitor, Refusal>> {
  if (role !== "none") return ok({ who, role });
  if (recipients === "off") return err("no role");
  const actor = await accounts.actorOf(name);
  return actor === undefined ? err("no actor") : ok({ who, role: "recipient", actor });
}
