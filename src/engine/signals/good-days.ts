import { ramp } from "../../base/ramp.ts";
import { count } from "../../base/settings.ts";
import { isMinded } from "../complaints.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * The sender has written to people here on many days, and the mail was taken.
 *
 * Only what we saw ourselves counts. Days can be bought by patience (CM20), so they stop
 * counting where more complain than they make up for, and a wave's evidence outweighs them.
 */
export const goodDays = defineSignal({
  symbol: "GOOD_DAYS",
  group: "trust",
  decibans: -8,
  weightBecause:
    "by hand: attackers age accounts for days (T14: 3 to 6, T19: 7 and more), seldom while " +
    "writing to people here on ten of them; about what newness and a link cost a stranger",
  summary: "Has written to people here on many days.",
  misfiresOn: "nobody; accounts warmed up or hijacked gain by it (CM20)",
  needs: ["actorHistory"],
  settings: {
    full: count(10, "days at which the signal speaks at full strength"),
  },
  judge({ facts }, { full }) {
    if (!facts.actorHistory.known) return nothing;
    const { goodDays: days, condemned } = facts.actorHistory.value;
    if (condemned > 0 || isMinded(facts.actorHistory.value)) return nothing;
    return found(ramp(days, 0, full), `has written here on ${days} days`);
  },
});
