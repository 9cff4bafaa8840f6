// What somebody's account says that they may do, in the words of servers that speak Mastodon's API.

import { z } from "zod";
import type { HomeRole } from "../ports/home-accounts.ts";

/**
 * Bits of a role's permissions (Mastodon's documentation, entities/Role; app/models/user_role.rb).
 * `administrator` stands for all of them. Whoever may change the server's settings is an admin
 * there, and whoever sees its reports a moderator. GoToSocial tells its roles by the same bits.
 */
const administrator = 1 << 0;
const manageReports = 1 << 4;
const manageSettings = 1 << 6;

/** A number, as text or not: versions differ. More than any bit that there is counts as none. */
const permissions = z
  .union([z.string().regex(/^\d{1,12}$/), z.int().nonnegative()])
  .transform(Number)
  .refine((bits) => bits <= 0xffff_ffff);

const mastodonRole = z.object({ permissions });

/** Pleroma and Akkoma have two flags instead. */
const pleromaRole = z.object({
  is_admin: z.boolean().default(false),
  is_moderator: z.boolean().default(false),
});

/** What is missing, or of another type than it should be, grants nothing. */
export function roleIn(account: { readonly role?: unknown; readonly pleroma?: unknown }): HomeRole {
  const told = mastodonRole.safeParse(account.role);
  if (told.success) {
    const bits = told.data.permissions;
    if ((bits & (administrator | manageSettings)) !== 0) return "admin";
    return (bits & manageReports) === 0 ? "none" : "moderator";
  }
  if (account.role !== undefined && account.role !== null) return "none";
  const flags = pleromaRole.safeParse(account.pleroma);
  if (!flags.success) return "none";
  if (flags.data.is_admin) return "admin";
  return flags.data.is_moderator ? "moderator" : "none";
}
