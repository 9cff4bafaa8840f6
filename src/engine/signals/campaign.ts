import { amount } from "../../base/amount.ts";
import { count, drawn } from "../../base/settings.ts";
import { isSilent } from "../silent.ts";
import { defineSignal, found, nothing } from "./signal.ts";
import { likenessSettings, spread, surely, timesAsMany } from "./spread.ts";

/**
 * Strangers on several hosts whose contacts one hand seems to be behind, as behind this one.
 *
 * What repetition can't see: words exchanged, pictures with noise, another link each time. The
 * contacts that belong with this one are found by all views together, and what counts is who
 * took part, as with any repetition: strangers, hosts, and people here who did not ask for it.
 *
 * Where nothing is known of what our people do, it takes twice as many: their friends look like
 * strangers there.
 *
 * Misfires on: greetings by template, copied safety notices, newcomers of one exodus.
 */
export const campaign = defineSignal({
  symbol: "CAMPAIGN",
  group: "repetition",
  decibans: 24,
  weightBecause:
    "by hand: 72 % of spam notifications in simulated traffic came with three or more linked " +
    "accounts; three strangers on two domains who write alike to three people here outside of " +
    "answers are rarer than one in two hundred among legitimate first contacts: +23, and one " +
    "more so that a newcomer's copy holds however ordinary it looks",
  summary: "Belongs with what strangers on several hosts sent to people here.",
  misfiresOn: "greeting templates, copied safety notices, an exodus (H02, H09, H18)",
  needs: ["campaign", "opaqueRecipients", "unsolicitedRecipients"],
  settings: {
    full: drawn(count(3, "other strangers at which the signal speaks at full strength")),
    domains: count(2, "domains among them that make it more than one host's affair"),
    opaque: count(2, "times as many where nothing is known of what our people do"),
    ...likenessSettings,
  },
  judge({ activity, reading, facts }, settings) {
    // Of who says nothing ALIKE_STRANGERS speaks.
    if (isSilent(activity, reading) || !facts.campaign.known) return nothing;
    const { value: others } = facts.campaign;
    const full = settings.full * timesAsMany(facts, settings.opaque);
    const alike = spread(others, reading, { ...settings, full });
    const strength = surely(others, settings) * alike;
    const who = amount(others.strangers.thirtyDays, "other stranger");
    const from = amount(others.domains.thirtyDays, "domain");
    return found(
      strength,
      `belongs with what ${who} from ${from} sent (${others.views.join(", ")})`,
    );
  },
});
