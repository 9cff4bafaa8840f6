import { ramp } from "../../base/ramp.ts";
import { count, share } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * Much of what this host's actors sent us was ruled spam lately.
 *
 * It is the share that counts: one spammer among two hundred people is no reproach to the
 * others. `doubt` stands for actors that we have not met, so that one ruling against the only
 * actor of a tiny host is not yet a whole host's.
 *
 * Misfires on: the innocent actors of an abandoned or overrun host.
 */
export const hostCondemned = defineSignal({
  symbol: "HOST_CONDEMNED",
  group: "record",
  decibans: 8,
  weightBecause:
    "of an abandoned host that is used for a wave 95 % of the mail is spam, but innocents live " +
    "there too (H37): less than settles an actor we know",
  summary: "Many actors of its host were condemned in the last thirty days.",
  misfiresOn: "innocent people on an overrun host (H37)",
  needs: ["hostHistory"],
  settings: {
    from: share(0.02, "of its actors condemned, which a well kept host may have"),
    full: share(0.3, "of its actors condemned at which the signal speaks at full strength"),
    doubt: count(5, "innocent actors that every host is assumed to have"),
  },
  judge({ facts }, { from, full, doubt }) {
    if (!facts.hostHistory.known) return nothing;
    const { actors, condemned } = facts.hostHistory.value;
    if (condemned === 0) return nothing;
    const part = condemned / (Math.max(actors, condemned) + doubt);
    return found(ramp(part, from, full), `${condemned} of ${actors} actors of its host condemned`);
  },
});
