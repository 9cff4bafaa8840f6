// What reaches people without a word of its own: they see who it is, and nothing else.

import type { Activity } from "../model/activity.ts";

/**
 * A follow, a like, a boost of somebody's post. What it sells, if it sells anything, stands in its
 * sender's profile. A community's Announce carries posts of its own, and is none.
 */
export function isReaction({ kind, objects }: Activity): boolean {
  if (kind === "follow" || kind === "like") return true;
  if (kind !== "announce") return false;
  return objects.every((object) => object.kind === "reference");
}
