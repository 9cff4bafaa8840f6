import { ramp } from "../../base/ramp.ts";
import { count } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";
import { clearest, spread, tell } from "./spread.ts";

/**
 * The same text, from several strangers to several people here.
 *
 * This is what makes a wave: accounts that have nothing to do with each other say one thing to
 * people who have nothing to do with each other. Three others on two domains are enough where
 * the text is long enough that nobody says it by chance. What regulars said too is a meme.
 *
 * Misfires on: seasonal greetings between strangers, copied safety notices and chain letters.
 */
export const repeatedText = defineSignal({
  symbol: "REPEATED_TEXT",
  group: "repetition",
  decibans: 24,
  weightBecause:
    "by hand: 72 % of spam notifications in simulated traffic came with three or more linked " +
    "accounts; equal text of strangers on two domains to three people here " +
    "outside of answers is rarer than one in two hundred among legitimate first contacts: +23, " +
    "and one more so that a newcomer's copy holds however ordinary it looks",
  summary: "Strangers on several hosts said the same to people here.",
  misfiresOn: "seasonal greetings, copied safety notices, chain letters (H09, H13)",
  needs: ["repeats"],
  settings: {
    full: count(3, "other strangers at which the signal speaks at full strength"),
    domains: count(2, "domains among them that make it more than one host's affair"),
    short: count(20, "characters up to which a text is anybody's"),
    long: count(50, "characters from which on nobody says it by chance"),
  },
  judge({ reading, facts }, { short, long, ...settings }) {
    if (!facts.repeats.known) return nothing;
    const own = 0.35 + 0.65 * ramp(reading.comparable.length, short, long);
    const strengthOf = (one: (typeof facts.repeats.value)[number]): number =>
      own * spread(one, reading, settings);
    const best = clearest(facts.repeats.value, "text", strengthOf);
    return best === undefined ? nothing : found(best.strength, tell(best.repeats, "this text"));
  },
});
