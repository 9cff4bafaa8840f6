import { amount } from "../../base/amount.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * A delivery of this actor was ruled spam here, within thirty days and not taken back.
 *
 * Misfires on: whoever a moderator wronged; a ham ruling clears it at once and leaves no trace.
 */
export const condemnedBefore = defineSignal({
  symbol: "CONDEMNED_BEFORE",
  group: "record",
  decibans: 24,
  weightBecause:
    "of 2,140 actors that moderators listed in one campaign 14 were cleared (S54): odds of 150 " +
    "to 1 are +22; two more so that a newcomer is held however ordinary it looks",
  summary: "A delivery of it was ruled spam in the last thirty days.",
  misfiresOn: "people whom a moderator wronged, until the ruling is corrected",
  needs: ["actorHistory"],
  settings: {},
  judge({ facts }) {
    if (!facts.actorHistory.known) return nothing;
    const { condemned } = facts.actorHistory.value;
    if (condemned === 0) return nothing;
    return found(1, `${amount(condemned, "delivery", "deliveries")} of it ruled spam lately`);
  },
});
