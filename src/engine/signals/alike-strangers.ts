import { amount } from "../../base/amount.ts";
import { ramp } from "../../base/ramp.ts";
import { count, drawn } from "../../base/settings.ts";
import { isSilent } from "../silent.ts";
import { isStranger } from "../standing.ts";
import { defineSignal, found, nothing } from "./signal.ts";
import { lately, unlessRegular } from "./spread.ts";

/**
 * Strangers follow, like or boost people here, and their profiles are plainly alike.
 *
 * Such a contact says nothing; what its sender sells stands in its picture, its words about itself
 * and where they lead. So that is what is compared, and only what chance can't explain counts.
 * Whom they follow, when, and when their accounts were made says nothing beside: newcomers of an
 * exodus and the followers of somebody who moved do all of it at once, and are no wave.
 *
 * Misfires on: local groups of one movement that have one text and one link.
 */
export const alikeStrangers = defineSignal({
  symbol: "ALIKE_STRANGERS",
  group: "repetition",
  decibans: 24,
  weightBecause:
    "by hand: follow waves had one picture or one bio (T07, T26); six strangers here with one " +
    "text or picture about themselves are rarer than one in two hundred among followers who come " +
    "here first: +23, and one more so that it holds with being new",
  summary: "Follows, likes or boosts as other strangers do whose profiles are plainly alike.",
  misfiresOn: "groups of one movement or one company with one text, one picture, one link",
  needs: ["campaign", "actorHistory"],
  settings: {
    from: count(1, "other strangers with such a profile that say nothing"),
    full: drawn(count(5, "other strangers at which the signal speaks at full strength")),
  },
  judge({ activity, reading, facts }, { from, full }) {
    if (!isSilent(activity, reading) || !facts.campaign.known) return nothing;
    if (!facts.actorHistory.known || !isStranger(facts.actorHistory.value)) return nothing;
    const { value: others } = facts.campaign;
    if (others.ruled === "ham") return nothing;
    const strangers = lately(others.plainStrangers);
    const strength = ramp(strangers, from, full) * unlessRegular(others);
    const who = amount(others.plainStrangers.thirtyDays, "other stranger");
    return found(strength, `its profile is alike to that of ${who} (${others.views.join(", ")})`);
  },
});
