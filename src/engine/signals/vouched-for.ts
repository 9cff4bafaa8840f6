import { amount } from "../../base/amount.ts";
import { ramp } from "../../base/ramp.ts";
import { count } from "../../base/settings.ts";
import { isMinded } from "../complaints.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * Whom people here follow boosted the sender, or answered it, lately.
 *
 * Who takes part in the conversations that people here read is seldom a spammer, long before
 * anybody here knows it. It is a hint, less than one welcome of our own: everybody who is followed
 * vouches for eight at a time (engine/vouching.ts), and never makes a tie or a regular.
 */
export const vouchedFor = defineSignal({
  symbol: "VOUCHED_FOR",
  group: "trust",
  decibans: -4,
  weightBecause:
    "by hand: less than half of WELCOMED; three followed accounts that three people here follow " +
    "buy it for eight others, so that it must not make up for being new on a new host",
  summary: "Whom people here follow boosted or answered it lately.",
  misfiresOn: "nobody; friends of bought and hijacked accounts gain by it (CM1)",
  needs: ["actorHistory"],
  settings: {
    full: count(3, "followed accounts, of as many followers, at which it is at full strength"),
  },
  judge({ facts }, { full }) {
    if (!facts.actorHistory.known) return nothing;
    const { vouchedBy, condemned } = facts.actorHistory.value;
    if (vouchedBy === 0 || condemned > 0 || isMinded(facts.actorHistory.value)) return nothing;
    const accounts = amount(vouchedBy, "account", "accounts");
    const verb = vouchedBy === 1 ? "is" : "are";
    return found(
      ramp(vouchedBy, 0, full),
      `${accounts} that ${verb} followed here boosted or answered it`,
    );
  },
});
