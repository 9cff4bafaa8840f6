import { ramp } from "../../base/ramp.ts";
import { count } from "../../base/settings.ts";
import { day, hour } from "../../base/units.ts";
import type { HostHistory } from "../../model/observation.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * Far more actors of this host than usual write to people here for the first time.
 *
 * Measured against the host's own past month, so that a large host's usual day is no surprise;
 * `floor` keeps a tiny host's dinner party from being one.
 *
 * Misfires on: a host that many people move to at once, classes, conferences.
 */
export const hostSurge = defineSignal({
  symbol: "HOST_SURGE",
  group: "acquaintance",
  decibans: 5,
  weightBecause:
    "hosts that were used for a wave went from a few actors to dozens within the hour (T12); " +
    "so do hosts in an exodus (H02): a ratio of about 3, and never enough without content",
  summary: "Unusually many of its host's actors write here for the first time.",
  misfiresOn: "an exodus to that host, classes, conferences (H02, H39)",
  needs: ["hostHistory"],
  settings: {
    floor: count(5, "first contacts in six hours that are no surge for any host"),
    times: count(5, "times its usual that a busy hour of a host may reach"),
  },
  judge({ at, facts }, { floor, times }) {
    if (!facts.hostHistory.known) return nothing;
    const now = facts.hostHistory.value.newContacts.sixHours;
    const expected = Math.max(floor, times * usual(facts.hostHistory.value, at));
    const because = `${now} others of its host wrote here for the first time within six hours`;
    return found(ramp(now, expected, 4 * expected), because);
  },
});

/** First contacts in six hours, over what we have seen of the last thirty days. */
function usual({ newContacts, firstSeenAt }: HostHistory, at: number): number {
  const seenFor = Math.min(30 * day, firstSeenAt === undefined ? 0 : at - firstSeenAt);
  const spans = Math.max(1, seenFor / (6 * hour) - 1);
  return (newContacts.thirtyDays - newContacts.sixHours) / spans;
}
