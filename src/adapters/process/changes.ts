// What a memory says when something in it has changed, for whoever keeps it on disk.

import type { ActorId, ViewKey } from "../../model/ids.ts";
import type { Contact } from "./contact-journal.ts";

/**
 * Told right after each change, before the call that made it returns. `lasting`: first sight,
 * standing or a ruling, which must survive any crash; the rest are counts in windows.
 */
export interface Changes {
  actor(id: ActorId, lasting: boolean): void;
  domain(name: string, lasting: boolean): void;
  /** How somebody here stands to a remote actor; always lasting. */
  regard(pair: string): void;
  /** How often somebody here was right to complain; always lasting. */
  reporter(person: ActorId): void;
  /** Whom somebody followed here boosted or answered. */
  vouches(voucher: ActorId): void;
  views(keys: readonly ViewKey[]): void;
  /** Begun, retried or refused. */
  contact(contact: Contact): void;
  /** Noted, or found to belong with others; named by its mark. */
  member(id: number): void;
  /** Met another, or was ruled on, which is lasting. */
  campaign(name: number, lasting: boolean): void;
}

/** For a memory that ends with its process. */
export const nobodyListens: Changes = {
  actor: () => undefined,
  domain: () => undefined,
  regard: () => undefined,
  reporter: () => undefined,
  vouches: () => undefined,
  views: () => undefined,
  contact: () => undefined,
  member: () => undefined,
  campaign: () => undefined,
};
