import { ramp } from "../../base/ramp.ts";
import { count } from "../../base/settings.ts";
import { inherited, surelyWorse } from "../host-record.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * Much of what this host's actors sent us was ruled spam lately.
 *
 * It is the share that counts, as far as it is sure: one spammer among two hundred people is no
 * reproach to the others, one ruling against the only actor of a tiny host is not yet a whole
 * host's (engine/host-record.ts). Accounts that the host closed itself count half. Who has good
 * days of its own inherits less of it.
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
  summary: "Many actors of its host were condemned of late.",
  misfiresOn: "innocent people on an overrun host (H37)",
  needs: ["hostHistory", "actorHistory"],
  settings: {
    full: count(8, "decibans surely worse than usual at which the signal speaks at full strength"),
  },
  judge({ facts }, { full }) {
    if (!facts.hostHistory.known || !facts.actorHistory.known) return nothing;
    const { met, bad } = facts.hostHistory.value;
    if (bad === 0) return nothing;
    const strength = ramp(surelyWorse(facts.hostHistory.value), 0, full);
    const condemned = `about ${whole(bad)} of ${whole(Math.max(met, bad))} actors of its host`;
    return found(strength * inherited(facts.actorHistory.value), `${condemned} condemned`);
  },
});

function whole(faded: number): number {
  return Math.max(1, Math.round(faded));
}
