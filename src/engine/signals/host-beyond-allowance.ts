import { amount } from "../../base/amount.ts";
import { count } from "../../base/settings.ts";
import type { HostHistory } from "../../model/observation.ts";
import { excess, grownAllowance, isStranger } from "../standing.ts";
import { defineSignal, found, nothing } from "./signal.ts";
import { timesAsMany } from "./spread.ts";

/**
 * A stranger's follow, like or boost, where other strangers of its host clicked more people here
 * than that host's record allows.
 *
 * A follow says nothing, and a hundred accounts with a profile each of their own share nothing:
 * how many people they must reach is what they can't hide. The allowance is one for all strangers
 * of a host, so that another account gains nothing. It grows with the logarithm of the host's good
 * days here and of how many of its people are welcome here; so an exodus whose people write, and
 * are followed back, has room that a host which does nothing but click has not.
 *
 * Distinct people here count: a post that goes round, or somebody popular who moves, brings many
 * strangers to one. A stranger counts for two dozen at most, and not for itself, so that no relay
 * uses up its host's room. Nothing here speaks of words: they are read, and compared.
 *
 * Misfires on: an exodus to a host that nobody here knew, whose people only follow; other strangers
 * of a host without record that is abused meanwhile.
 */
export const hostBeyondAllowance = defineSignal({
  symbol: "HOST_BEYOND_ALLOWANCE",
  group: "reach",
  decibans: 24,
  weightBecause:
    "as for an actor beyond its own: far beyond it must hold with being new, as there may be " +
    "nothing else to go by (T07: 500 follows a minute from two hosts)",
  summary: "Strangers of its host follow, like or boost more people here than its record allows.",
  misfiresOn:
    "an exodus to a host that nobody here knew, whose people only follow (H02); strangers of a " +
    "host without record that is abused meanwhile (H37)",
  needs: ["actorHistory", "hostHistory", "opaqueRecipients", "unsolicitedRecipients"],
  settings: {
    tenMinutes: count(8, "people whom strangers of a host without record may click in ten minutes"),
    sixHours: count(30, "the same in six hours"),
    week: count(80, "the same in seven days"),
    opaque: count(2, "times as many where nothing is known of what our people do"),
  },
  judge({ activity, facts }, settings) {
    const { kind } = activity;
    if (kind !== "follow" && kind !== "like" && kind !== "announce") return nothing;
    const { actorHistory, hostHistory, unsolicitedRecipients } = facts;
    if (!actorHistory.known || !hostHistory.known || !unsolicitedRecipients.known) return nothing;
    if (!isStranger(actorHistory.value) || unsolicitedRecipients.value === 0) return nothing;
    const { clicked } = hostHistory.value;
    const times = hostTimes(hostHistory.value) * timesAsMany(facts, settings.opaque);
    const strength = Math.max(
      excess(clicked.tenMinutes + 1, settings.tenMinutes * times),
      excess(clicked.sixHours + 1, settings.sixHours * times),
      excess(clicked.sevenDays + 1, settings.week * times),
    );
    const people = amount(clicked.sevenDays, "person", "people");
    return found(strength, `other strangers of its host clicked ${people} here within a week`);
  },
});

/** Bought welcomes buy their logarithm: three of them twice as much again, a thousand ten times. */
function hostTimes({ goodDays, welcomed }: HostHistory): number {
  return grownAllowance(1, goodDays) * (1 + Math.log2(1 + welcomed));
}
