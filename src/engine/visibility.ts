// Who may see a post, as its addressing says.

import type { Activity, Addressing, Post } from "../model/activity.ts";
import type { Visibility } from "../model/reading.ts";

const publicNames: ReadonlySet<string> = new Set([
  "https://www.w3.org/ns/activitystreams#Public",
  "as:Public",
  "Public",
]);

/** The collection of everybody, in its three spellings. */
export function isPublic(address: string): boolean {
  return publicNames.has(address);
}

/** `/users/bob/followers`, Friendica's `/followers/bob`, Hubzilla's and Smithereen's friends. */
const followersPath = /^https?:\/\/[^?#]*\/(?:followers|friends)(?:[/?#]|$)/;

/** A collection of somebody's followers, by its URL: no document is fetched to be sure. */
export function isFollowers(address: string): boolean {
  return followersPath.test(address);
}

/**
 * As Mastodon reads it: the post's own `to` and `cc`, the activity's where it has none. `none`
 * is what nobody looks at as a post: a follow, a like, a deletion.
 */
export function visibilityOf(activity: Activity, posts: readonly Post[]): Visibility {
  const own = posts[0]?.addressed ?? activity.addressed;
  const to = own.to.length > 0 ? own.to : activity.addressed.to;
  const cc = own.cc.length > 0 ? own.cc : activity.addressed.cc;
  if (posts.length === 0 && activity.kind !== "announce") return "none";
  if (to.some(isPublic)) return "public";
  if (cc.some(isPublic)) return "unlisted";
  return [...to, ...cc].some(isFollowers) ? "followers" : "direct";
}

/** For everybody or for followers: a stream, which reaches nobody in particular. */
export function isStreamed(...addressings: readonly Addressing[]): boolean {
  return addressings.some(({ to, cc }) =>
    [...to, ...cc].some((address) => isPublic(address) || isFollowers(address)),
  );
}
