import { count, drawn } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";
import { clearest, spread, tell } from "./spread.ts";

/**
 * The same foreign link, from several strangers to several people here.
 *
 * Texts are easily varied, the place that everything leads to less so. But news, petitions and
 * videos are passed to strangers too, so a link weighs less than a text.
 *
 * Misfires on: links that the whole network talks about this week.
 */
export const repeatedLink = defineSignal({
  symbol: "REPEATED_LINK",
  group: "repetition",
  decibans: 13,
  weightBecause:
    "by hand: half of what an equal text weighs; a link that three strangers on two domains " +
    "bring to three people here within a week is mostly a campaign's, else the day's news",
  summary: "Strangers on several hosts brought the same link to people here.",
  misfiresOn: "the news, petition or video of the week",
  needs: ["repeats"],
  settings: {
    full: drawn(count(3, "other strangers at which the signal speaks at full strength")),
    domains: count(2, "domains among them that make it more than one host's affair"),
  },
  judge({ reading, facts }, settings) {
    if (!facts.repeats.known) return nothing;
    const best = clearest(facts.repeats.value, "link", (one) => spread(one, reading, settings));
    return best === undefined ? nothing : found(best.strength, tell(best.repeats, "this link"));
  },
});
