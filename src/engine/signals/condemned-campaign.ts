import { ramp } from "../../base/ramp.ts";
import { count, drawn } from "../../base/settings.ts";
import { isStranger } from "../standing.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * Belongs with what a moderator ruled spam, whoever sends it by now.
 *
 * One ruling is a lesson about a whole campaign: the next copy, from another account on another
 * host, is known by what it has in common with it. Who quotes a campaign is alike to it too, so
 * it takes a stranger.
 *
 * Misfires on: who quotes spam or warns of it and is new here.
 */
export const condemnedCampaign = defineSignal({
  symbol: "CONDEMNED_CAMPAIGN",
  group: "record",
  decibans: 24,
  weightBecause:
    "by hand: as much as a ruling on the sender itself, where it is sure that one hand is " +
    "behind both; with being new it holds",
  summary: "Belongs with what a moderator ruled spam in the last thirty days.",
  misfiresOn: "who quotes spam or warns of it and is new here (H30)",
  needs: ["campaign", "actorHistory"],
  settings: {
    from: drawn(count(8, "bits of likeness that say nothing yet")),
    full: drawn(count(20, "bits of likeness at which the signal speaks at full strength")),
  },
  judge({ facts }, { from, full }) {
    if (!facts.campaign.known || !facts.actorHistory.known) return nothing;
    const { ruled, bits, id } = facts.campaign.value;
    if (ruled !== "spam" || !isStranger(facts.actorHistory.value)) return nothing;
    return found(ramp(bits, from, full), `belongs to ${id}, which a moderator ruled spam`);
  },
});
