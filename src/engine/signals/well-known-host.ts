import { ramp } from "../../base/ramp.ts";
import { count, share } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * The sender's host has brought good mail for long.
 *
 * A stranger inherits a little of it: hosts that people here have talked with for weeks are
 * mostly looked after. Only a little, since every wave also came from such hosts.
 */
export const wellKnownHost = defineSignal({
  symbol: "WELL_KNOWN_HOST",
  group: "appearance",
  decibans: -3,
  weightBecause:
    "most first contacts come from the few large hosts that every server knows (S85: half of all " +
    "people on 28 hosts), of the 2024 wave a quarter came from live ones (T11): a ratio of 2",
  summary: "Its host has brought good mail for long, and little that was condemned.",
  misfiresOn: "nobody; spammers on good hosts gain by it (T09)",
  needs: ["hostHistory"],
  settings: {
    from: count(3, "good days that say nothing yet"),
    full: count(20, "good days at which the signal speaks at full strength"),
    spoiled: share(0.05, "of its actors condemned, at which nothing is left of it"),
  },
  judge({ facts }, { from, full, spoiled }) {
    if (!facts.hostHistory.known) return nothing;
    const { goodDays, actors, condemned } = facts.hostHistory.value;
    const clean = 1 - ramp(condemned / Math.max(1, actors), 0, spoiled);
    const because = `its host brought good mail on ${goodDays} days`;
    return found(ramp(goodDays, from, full) * clean, because);
  },
});
