// What is written down of what people do here: a line for each act, never changed.

import type { Hand } from "./hand.ts";

/** All acts that leave a line. Each names what was done, not by which button. */
export const auditedActs = [
  "signed in",
  "signed out",
  "ended sessions",
  "refused entry",
  "answered an appeal",
  "released own mail",
  "made a token",
  "dropped a token",
  "released",
  "refused",
  "took back a ruling",
  "read private posts",
  "read a private post",
  "ordered to refuse a case",
  "ordered to allow a case",
  "ended an order on a case",
  "split a case",
  "noted",
  "assigned",
  "wrote a rule",
  "put a rule in force",
  "ended a rule",
  "changed the mode",
  "changed first contacts",
  "changed a recipient",
  "applied tuning",
  "rolled back tuning",
  "made a rule",
  "dropped a rule",
  "forgot an actor",
  "restored lessons",
  "subscribed",
  "changed a subscription",
  "unsubscribed",
] as const;

export type AuditedAct = (typeof auditedActs)[number];

export interface Audited extends Hand {
  readonly did: AuditedAct;
  /** A receipt, a campaign, an actor, a host, a setting: what the act is found by; may be empty. */
  readonly about: string;
  /** A sentence's worth of plain text; empty where act and subject say all. */
  readonly details: string;
}
