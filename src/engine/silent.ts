// What reaches people without a word of its own: they see who it is, and nothing else.

import type { Activity } from "../model/activity.ts";
import type { Reading } from "../model/reading.ts";

/** Chosen by us: a reaction's emoji may have a name; what is longer says something. */
const namesMax = 20;

/**
 * A follow, a like, a boost of somebody's post. What it sells, if it sells anything, stands in its
 * sender's profile. A community's Announce carries posts of its own, and a reaction may be spelled
 * out in a sentence: these are read as posts are.
 */
export function isSilent(
  { kind, objects }: Activity,
  { comparable }: Pick<Reading, "comparable">,
): boolean {
  if (comparable.length > namesMax) return false;
  if (kind === "follow" || kind === "like") return true;
  return kind === "announce" && objects.every((object) => object.kind === "reference");
}
