import { count } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";
import { clearest, spread, tell } from "./spread.ts";

/**
 * The same picture, from several strangers to several people here.
 *
 * The first days of February 2024 said everything in a picture. Its blurhash is compared: the
 * hosts compute it, and a re-encoded copy usually keeps it.
 *
 * Misfires on: memes, event posters, default pictures of posting tools.
 */
export const repeatedMedia = defineSignal({
  symbol: "REPEATED_MEDIA",
  group: "repetition",
  decibans: 15,
  weightBecause:
    "by hand, between an equal link and an equal text: memes are pictures, but people show them " +
    "to strangers in answers, seldom by mention",
  summary: "Strangers on several hosts showed the same picture to people here.",
  misfiresOn: "memes, event posters, pictures that a tool adds to every post",
  needs: ["repeats"],
  settings: {
    full: count(3, "other strangers at which the signal speaks at full strength"),
    domains: count(2, "domains among them that make it more than one host's affair"),
  },
  judge({ reading, facts }, settings) {
    if (!facts.repeats.known) return nothing;
    const best = clearest(facts.repeats.value, "media", (one) => spread(one, reading, settings));
    return best === undefined ? nothing : found(best.strength, tell(best.repeats, "this picture"));
  },
});
