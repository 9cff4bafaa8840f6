// "Three of these four": what admins' own inbox proxies and scripts asked in the waves of 2024.

import { day } from "../../base/units.ts";
import type { Contact } from "./inbox.ts";
import { deafTo, type Rival } from "./rival.ts";

/**
 * Unasked posts only. Any three of: the account is younger than a week (large servers began
 * with three days, and went to seven when the spam had aged past that), nobody here follows it,
 * it mentions two or more, it links to something or shows something.
 */
export function threeOfFour(): Rival {
  return {
    name: "three of four criteria",
    keepsBack: (contact) =>
      isUnaskedPost(contact) &&
      criteria.filter((holds) => holds(contact)).length >= criteria.length - 1,
    hears: deafTo,
  };
}

function isUnaskedPost({ post, recipients }: Contact): boolean {
  return (
    post !== undefined && recipients.every((one) => !one.followsSender && !one.addressedSender)
  );
}

const criteria: readonly ((contact: Contact) => boolean)[] = [
  ({ at, accountSince }) => at - accountSince < 7 * day,
  ({ followedHere }) => !followedHere,
  ({ post }) => (post?.mentions.length ?? 0) >= 2,
  (contact) => (contact.post?.attachments.length ?? 0) > 0 || linksSomewhere(contact),
];

function linksSomewhere({ links, post, hashtagPages }: Contact): boolean {
  const expected = new Set([...(post?.mentions.map(({ href }) => href) ?? []), ...hashtagPages]);
  return links.some((link) => !expected.has(link) && !isAProfile(link));
}

/** Mentions link to a person's page, which is written otherwise than the person's id. */
function isAProfile(link: string): boolean {
  return /^https?:\/\/[^/]+\/@[^/]+$/.test(link);
}
