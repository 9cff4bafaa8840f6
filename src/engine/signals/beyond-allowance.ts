import { amount } from "../../base/amount.ts";
import { count } from "../../base/settings.ts";
import { isAnswer } from "../../model/reading.ts";
import { excess, grownAllowance, writtenTo } from "../standing.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/** Follows alone settle and never hold: a list that was imported may be long. Chosen by us. */
const followsWeigh = 0.4;

/**
 * An actor that writes to more strangers here than its own record allows.
 *
 * A reply bot that words each post anew shares nothing with the others of its campaign; how
 * many people it must write to is what it can't hide. The allowance grows with the logarithm of
 * its own good days, so a year of them buys a few more contacts, not a flood. The excess is
 * measured in doublings: a little over is little evidence. Follows have an allowance of their own,
 * wide enough for whoever brings a list of friends along.
 *
 * Misfires on: greeters, crisis lines and organisers in their first days here.
 */
export const beyondAllowance = defineSignal({
  symbol: "BEYOND_ALLOWANCE",
  group: "reach",
  decibans: 24,
  weightBecause:
    "a bot of 2019 made 20 unasked contacts an hour (T05), a newcomer makes a handful a day; far " +
    "beyond the allowance must hold with being new, as there may be nothing else to go by",
  summary: "Writes to more people here who did not ask for it than its record allows.",
  misfiresOn: "greeters, crisis lines and organisers who are new here (H10, H18, H20)",
  needs: ["actorHistory", "unsolicitedRecipients"],
  settings: {
    sixHours: count(4, "people whom an actor without record may write to in six hours"),
    week: count(15, "the same in seven days"),
    follows: count(40, "people whom it may follow in a quarter of a day"),
  },
  judge({ activity, reading, facts }, { sixHours, week, follows }) {
    if (!facts.actorHistory.known || !facts.unsolicitedRecipients.known) return nothing;
    if (activity.kind === "follow") {
      const { unasked, goodDays } = facts.actorHistory.value;
      const strength = followsWeigh * excess(unasked + 1, grownAllowance(follows, goodDays));
      return found(strength, `contacted ${unasked} people here in a quarter of a day, unasked`);
    }
    if (activity.kind !== "create" && activity.kind !== "quote-request") return nothing;
    const { contacts, goodDays } = facts.actorHistory.value;
    const now = writtenTo(facts.unsolicitedRecipients.value, isAnswer(reading));
    if (now === 0) return nothing;
    const strength = Math.max(
      excess(contacts.sixHours + now, grownAllowance(sixHours, goodDays)),
      excess(contacts.sevenDays + now, grownAllowance(week, goodDays)),
    );
    const people = amount(contacts.sevenDays + now, "person", "people");
    return found(strength, `wrote to ${people} here within a week who did not ask for it`);
  },
});
