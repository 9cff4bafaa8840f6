import { ramp } from "../../base/ramp.ts";
import { count, drawn } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * Words and runs of letters that were seen in spam far more than elsewhere.
 *
 * Whoever writes to us chooses the words, so this speaks only against: no text buys credit. What
 * the classifier was shipped with comes from other places than this server, and what it learns
 * here is written by strangers; so half of what it believes counts, and nothing of a slight lean.
 * A text of which it knows little says little.
 *
 * Misfires on: selling something wanted, prizes and giveaways, talk about spam that quotes it,
 * languages and dialects that the shipped texts had little of.
 */
export const spamWords = defineSignal({
  symbol: "SPAM_WORDS",
  group: "content",
  decibans: 8,
  weightBecause:
    "by hand: the classifier says up to 15 decibans; half of that, as texts on a server are " +
    "others than it learned from; a newcomer from a new host with nothing but such words is at " +
    "-13 + 9 + 8 = 4, which settles, and beside other content it ends at the group's cap",
  summary: "Says what spam says.",
  misfiresOn: "giveaways, adverts for something wanted, who quotes spam to warn of it",
  needs: ["words"],
  settings: {
    from: count(3, "decibans of the classifier that say nothing"),
    full: drawn(count(12, "decibans at which the signal speaks at full strength")),
    knownMin: count(20, "features that it must know in a text to say anything of it"),
  },
  judge({ facts }, { from, full, knownMin }) {
    if (!facts.words.known || facts.words.value.known < knownMin) return nothing;
    const { decibans } = facts.words.value;
    const said = decibans.toFixed(1);
    return found(ramp(decibans, from, full), `words as spam has them, by ${said} decibans`);
  },
});
