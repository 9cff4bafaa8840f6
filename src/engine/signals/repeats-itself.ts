import { amount } from "../../base/amount.ts";
import { ramp } from "../../base/ramp.ts";
import { count, drawn } from "../../base/settings.ts";
import { isStranger } from "../standing.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * A stranger who says the same to one person here after another.
 *
 * What Mastodon looked for in 2019, and what one account a post walks round; it is still the
 * cheapest way to reach many. Greeters and reporters do it too, so it never holds by itself.
 *
 * Misfires on: greeters, press enquiries, organisers, in their first days here.
 */
export const repeatsItself = defineSignal({
  symbol: "REPEATS_ITSELF",
  group: "reach",
  decibans: 9,
  weightBecause:
    "by hand: a spammer of 2019 wrote alike to 20 people an hour (T03), a reporter or greeter " +
    "to 5 to 25 a day (H18, H20), and there are more of these: with being new it settles",
  summary: "Wrote alike to several people here who did not ask for it.",
  misfiresOn: "greeters, press enquiries, organisers who are new here (H18, H20)",
  needs: ["campaign", "actorHistory"],
  settings: {
    from: count(1, "other people to whom anybody may write alike"),
    full: drawn(count(6, "other people at which the signal speaks at full strength")),
  },
  judge({ activity, facts }, { from, full }) {
    if (activity.kind !== "create" && activity.kind !== "update") return nothing;
    if (!facts.campaign.known || !facts.actorHistory.known) return nothing;
    if (!isStranger(facts.actorHistory.value)) return nothing;
    if (facts.campaign.value.ruled === "ham") return nothing;
    const others = facts.campaign.value.ownRecipients.sevenDays;
    const people = amount(others, "other person", "other people");
    return found(ramp(others, from, full), `wrote alike to ${people} here within a week`);
  },
});
