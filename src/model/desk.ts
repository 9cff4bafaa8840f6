// Who is at the desk, and what that person may do there.

import type { ActorId } from "./ids.ts";

/** A recipient is one of the home server's people who looks at what was held for them. */
export const roles = ["admin", "moderator", "recipient"] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  /** Pages about mail, senders, hosts and what was done here. */
  "read",
  /** Ruling on cases, notes, assignment; the body of a direct post, which is written down. */
  "rule",
  /** One's own notifications. */
  "self",
  /** Where one is signed in. */
  "sessions",
  /** Rules, tuning, orders: what changes judgement. */
  "govern",
  /** Who may enter. */
  "admit",
  /** What was held for oneself. */
  "own mail",
] as const;
export type Permission = (typeof permissions)[number];

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  admin: ["read", "rule", "self", "sessions", "govern", "admit"],
  moderator: ["read", "rule", "self", "sessions"],
  recipient: ["own mail", "sessions"],
};

export function mayDo(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission);
}

/** Somebody who has signed in. */
export interface Visitor {
  /** A name with a role: an account of the home server, or what its token says. */
  readonly who: string;
  readonly role: Role;
  /** Who a recipient is in mail. */
  readonly actor?: ActorId;
}
