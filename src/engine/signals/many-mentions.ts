import { ramp } from "../../base/ramp.ts";
import { count } from "../../base/settings.ts";
import type { Activity } from "../../model/activity.ts";
import { hostOf } from "../../model/ids.ts";
import { isAnswer } from "../../model/reading.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * A post out of nothing that addresses many, here and elsewhere.
 *
 * A wave spreads its mentions over servers, so that each sees one or two; what the post says of
 * its addressees on the wire shows the rest. In an answer the handles are the thread's. Whom it
 * names on its own host it does not reach by spreading: that is a class, an office, a family.
 *
 * Misfires on: recommendation lists, thanks to many, groups of friends.
 */
export const manyMentions = defineSignal({
  symbol: "MANY_MENTIONS",
  group: "reach",
  decibans: 8,
  weightBecause:
    "1.3 % of posts address five or more, those of the waves five to twelve (S38, " +
    "S45); but of posts that reach a stranger here many more do (H14, H15): a ratio of 6",
  summary: "Addresses many at once, here and elsewhere, without answering anything.",
  misfiresOn: "recommendation lists, thanks to many, groups of friends (H14, H15)",
  needs: [],
  settings: {
    from: count(2, "addressees that pass as ordinary"),
    full: count(8, "addressees at which the signal speaks at full strength"),
  },
  judge({ activity, reading, audience }, { from, full }) {
    if (activity.kind !== "create" || isAnswer(reading)) return nothing;
    const addressed = audience.notifiedTotal + audience.elsewhere - housemates(activity);
    return found(ramp(addressed, from, full), `addresses ${addressed} people out of nothing`);
  },
});

/** Who lives on the author's host, of those it mentions elsewhere. */
function housemates({ actor, objects }: Activity): number {
  const host = hostOf(actor);
  const near = new Set<string>();
  for (const object of objects) {
    if (object.kind !== "post") continue;
    for (const { href } of object.post.mentions)
      if (href !== undefined && hostOf(href) === host) near.add(href);
  }
  return near.size;
}
