// GoToSocial's spam filter (`instance-federation-spam-filter`), from the seven rules that its
// documentation publishes.

import { hostOf } from "../../model/ids.ts";
import type { Contact, ContactRecipient } from "./inbox.ts";
import { deafTo, type Rival } from "./rival.ts";

/**
 * Of each recipient, in this order:
 *
 *   1. they follow the sender                              let through
 *   2. they are not mentioned                              dropped
 *   3. they are locked and the sender follows them         let through (a log tells of no locks)
 *   4. five or more are mentioned                          spam
 *   5. they follow somebody else who is mentioned          let through
 *   6. something is attached                               spam
 *   7. it links to anything but those mentioned, hashtags  spam
 *
 * Only posts that are new are looked at. What one recipient's rules let in, the server has,
 * and tells everybody whom it mentions.
 */
export function goToSocial(): Rival {
  return {
    name: "GoToSocial's rules",
    keepsBack: (contact) =>
      contact.activity.kind === "create" &&
      contact.post !== undefined &&
      !contact.recipients.some((recipient) => letsIn(recipient, contact)),
    hears: deafTo,
  };
}

function letsIn(recipient: ContactRecipient, contact: Contact): boolean {
  const mentions = contact.post?.mentions ?? [];
  const hrefs = mentions.map(({ href }) => href).filter((href) => href !== undefined);
  if (recipient.followsSender) return true;
  if (!hrefs.includes(recipient.actor)) return false;
  if (mentions.length >= mentionsOfSpam) return false;
  if (hrefs.some((href) => href !== recipient.actor && recipient.follows(href))) return true;
  if ((contact.post?.attachments.length ?? 0) > 0) return false;
  return contact.links.every((link) => isExpected(link, hrefs, contact.hashtagPages));
}

const mentionsOfSpam = 5;

function isExpected(link: string, mentioned: readonly string[], tags: readonly string[]): boolean {
  if (tags.some((tag) => tag.toLowerCase() === link.toLowerCase())) return true;
  return mentioned.some((href) => sharesHost(link, href));
}

/** The same host, or at least its last two labels. */
function sharesHost(link: string, href: string): boolean {
  const ends = [link, href].map((url) => hostOf(url)?.split(".").slice(-2).join("."));
  return ends[0] !== undefined && ends[0] === ends[1];
}
