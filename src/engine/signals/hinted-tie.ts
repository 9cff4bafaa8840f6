import { defineSignal, found, nothing } from "./signal.ts";

/**
 * The sender's mail suggests that somebody here follows it: an Accept of a follow that we did
 * not see, because no connector tells us of local acts.
 *
 * A stranger can send an Accept of anything, so a hint is worth less than what it hints at.
 */
export const hintedTie = defineSignal({
  symbol: "HINTED_TIE",
  group: "trust",
  decibans: -5,
  weightBecause:
    "a real follow would excuse the contact altogether; forging the hint costs one more request, " +
    "and no attack is known to do it yet: about what being new costs",
  summary: "Inbound mail suggests that whom it reaches follows it.",
  misfiresOn: "nobody; a forged Accept gains by it",
  needs: ["hintedRecipients", "unsolicitedRecipients"],
  settings: {},
  judge({ facts }) {
    if (!facts.hintedRecipients.known || !facts.unsolicitedRecipients.known) return nothing;
    const hinted = facts.hintedRecipients.value;
    const share = hinted / Math.max(1, facts.unsolicitedRecipients.value);
    return found(share, `${hinted} of those it reaches seem to follow it`);
  },
});
