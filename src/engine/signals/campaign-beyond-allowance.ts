import { amount } from "../../base/amount.ts";
import { ramp } from "../../base/ramp.ts";
import { count } from "../../base/settings.ts";
import type { Campaign } from "../../model/observation.ts";
import { isAnswer } from "../../model/reading.ts";
import { isSilent } from "../silent.ts";
import { excess, writtenTo } from "../standing.ts";
import { defineSignal, found, nothing } from "./signal.ts";
import { likenessSettings, surely, timesAsMany } from "./spread.ts";

/**
 * A sender goes on with what others send too, and together they write to more people here than
 * one newcomer may.
 *
 * The members of a campaign share one allowance, so that splitting it over accounts gains nothing,
 * and it grows only with the logarithm of how many regulars are among them: accounts that were
 * warmed up, or that a few people here answered, make CAMPAIGN and WAVE doubt, and buy themselves
 * welcome (CM20), but the people that they must reach they can't hide. What is copied of people's
 * own accord (a warning, a meme, a class's homework) each says once or twice; so it speaks of
 * nobody's first copies, which leaves an account two notifications for its days.
 * And it does not speak of whoever wrote here for two weeks: by sending a greeter's or a crisis
 * line's words to many, an attacker would silence them.
 *
 * Misfires on: who passes a copied warning on to one friend after the other; a new greeter whose
 * words somebody spreads.
 */
export const campaignBeyondAllowance = defineSignal({
  symbol: "CAMPAIGN_BEYOND_ALLOWANCE",
  group: "reach",
  decibans: 24,
  weightBecause:
    "as for an actor beyond its own, which it shares the group and its cap with: far beyond it " +
    "must outweigh what good days and welcome are worth (8 and 10)",
  summary: "Goes on with what others send too; together they write to more people than one may.",
  misfiresOn:
    "who passes a copied warning on to one friend after the other (H09); a new greeter or crisis " +
    "line whose words somebody spreads (H10, H18)",
  needs: ["actorHistory", "campaign", "opaqueRecipients", "unsolicitedRecipients"],
  settings: {
    sixHours: count(4, "people whom a campaign may write to in six hours, as one newcomer may"),
    week: count(15, "the same in seven days"),
    again: count(
      2,
      "people to whom the sender wrote alike before, from which on it plainly goes on",
    ),
    young: count(7, "good days of the sender up to which it may have been warmed up for this"),
    settled: count(14, "good days from which on nobody can make a wave of its words"),
    opaque: count(2, "times as many where nothing is known of what our people do"),
    ...likenessSettings,
  },
  judge({ activity, reading, facts }, settings) {
    if (isSilent(activity, reading) || !facts.campaign.known) return nothing;
    if (!facts.unsolicitedRecipients.known || !facts.actorHistory.known) return nothing;
    const others = facts.campaign.value;
    const { recipients, regulars, ownRecipients, strangers } = others;
    const own = facts.unsolicitedRecipients.value;
    const now = writtenTo(own, isAnswer(reading));
    if (now === 0 || strangers.sevenDays + regulars.sevenDays === 0) return nothing;
    const times = recordTimes(others) * timesAsMany(facts, settings.opaque);
    const beyond = Math.max(
      excess(recipients.sixHours + now, settings.sixHours * times),
      excess(recipients.sevenDays + now, settings.week * times),
    );
    // What was kept finds its own recipients among them when it is judged again, all of them.
    const goesOn = ramp(ownRecipients.sevenDays, own, own + settings.again);
    const young = 1 - ramp(facts.actorHistory.value.goodDays, settings.young, settings.settled);
    const people = amount(recipients.sevenDays + now, "person", "people");
    return found(
      beyond * goesOn * young * surely(others, settings),
      `goes on with what others send too, to ${people} here within a week`,
    );
  },
});

/** With the logarithm of how many regulars say it too, as far as they are not the fewer. */
function recordTimes({ regulars, strangers }: Campaign): number {
  const share = regulars.thirtyDays / Math.max(1, strangers.thirtyDays);
  return 1 + Math.log2(1 + regulars.thirtyDays) * Math.min(1, share);
}
