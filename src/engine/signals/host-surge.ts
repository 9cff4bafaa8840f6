import { ramp } from "../../base/ramp.ts";
import { count, share } from "../../base/settings.ts";
import type { HostHistory } from "../../model/observation.ts";
import { surpriseBits, withFloor } from "../baseline.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * Far more actors of this host than usual write to people here for the first time.
 *
 * How surprising that is, in bits, by the host's own days before at this time of the day
 * (engine/baseline.ts): a large host's usual evening is none, and of a host that is hardly known
 * each further newcomer is one bit. Newcomers whom our people answer are no surge: of those who
 * flee to another host every third or so is welcomed, of a wave one in 200 (CM1), and one of our
 * people speaks for two of them at most. What was written hours before
 * it came is not counted, where its host is known: it was down, or had an accident.
 *
 * Misfires on: an exodus to a host that nobody here knew, while nobody has answered yet; classes.
 */
export const hostSurge = defineSignal({
  symbol: "HOST_SURGE",
  group: "acquaintance",
  decibans: 5,
  weightBecause:
    "hosts that were used for a wave went from a few actors to dozens within the hour (T12); " +
    "so do hosts in an exodus (H02): a ratio of about 3, and never enough without content",
  summary: "Unusually many of its host's actors write here for the first time.",
  misfiresOn: "an exodus to a host that nobody here knew, classes, conferences (H02, H39)",
  needs: ["hostHistory"],
  settings: {
    floor: count(1, "first contacts in six hours that any host may have beside its usual"),
    from: count(14, "bits of surprise that are none: a thousand hosts have such an hour in a week"),
    full: count(28, "bits at which the signal speaks at full strength"),
    answered: share(0.1, "of them welcomed by people here, from which on it is no surge"),
  },
  judge({ facts }, { floor, from, full, answered }) {
    if (!facts.hostHistory.known) return nothing;
    const { newContacts, usual } = facts.hostHistory.value;
    const now = newContacts.sixHours;
    const bits = surpriseBits(now, withFloor(usual, floor));
    const unanswered = 1 - ramp(answeredShare(facts.hostHistory.value), 0, answered);
    const mean = usual.mean < 0.5 ? "next to none" : `about ${Math.round(usual.mean)}`;
    const because =
      `${now} others of its host wrote here for the first time within six hours; ` +
      `usual are ${mean}`;
    return found(ramp(bits, from, full) * unanswered, because);
  },
});

function answeredShare({ newContacts, answered }: HostHistory): number {
  return answered.sixHours / Math.max(1, newContacts.sixHours);
}
