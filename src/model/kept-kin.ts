// What belongs together of all that is kept: the same post at several inboxes, and what was done
// to a post while it is kept. The same for every ledger.

import type { ActorId, ObjectId, ViewKey } from "./ids.ts";
import { type Kept, provenSenderOf } from "./kept.ts";

/** Whose it is and what it is about: all that order goes by. */
export interface Kinship {
  readonly sender: ActorId;
  /** Whether a key proved the sender; else anybody may have named it. */
  readonly proven: boolean;
  readonly activityId: ObjectId | undefined;
  /** The post or activity that it is done to. */
  readonly objectId: ObjectId | undefined;
}

export function kinshipOf(kept: Kept): Kinship {
  const { sender, activityId, objectId } = kept;
  return { sender, proven: provenSenderOf(kept) !== undefined, activityId, objectId };
}

/**
 * Whether `later` must not overtake `earlier`: the same sender's, and about the same thing or
 * about the earlier activity itself. What is proven never waits for what anybody may have sent.
 */
export function mustFollow(later: Kinship, earlier: Kinship): boolean {
  if (later.sender !== earlier.sender || (later.proven && !earlier.proven)) return false;
  const { objectId, activityId } = later;
  if (activityId !== undefined && earlier.activityId === activityId) return true;
  if (objectId === undefined) return false;
  return earlier.objectId === objectId || earlier.activityId === objectId;
}

/**
 * A moderator who lets a post in lets in what was done to it as well, unless that says something
 * of its own: an edit with other words is another post to look at.
 */
export function sharesHam(follower: readonly ViewKey[], leader: readonly ViewKey[]): boolean {
  return follower.length === 0 || follower.some((key) => leader.includes(key));
}
