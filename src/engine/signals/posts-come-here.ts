import { ramp } from "../../base/ramp.ts";
import { count } from "../../base/settings.ts";
import { isMinded } from "../complaints.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * Posts of the sender's that ask for nobody's attention have come here for days.
 *
 * A server sends its people's posts where somebody follows them, so most likely somebody here
 * does. It is a hint and no tie: who owns a host sends what it likes, and one account here can
 * follow many. The day itself does not count, because that is how long a forger would take.
 *
 * Misfires on: nobody; accounts on a host of the attacker's own gain by it.
 */
export const postsComeHere = defineSignal({
  symbol: "POSTS_COME_HERE",
  group: "trust",
  decibans: -5,
  weightBecause:
    "as a hinted tie: somebody here seems to follow it, and a host of one's own (30 accounts' " +
    "worth) or an account here can fake that; about what being new costs",
  summary: "Its posts have come here for days, as they do where somebody follows it.",
  misfiresOn: "nobody; accounts on an attacker's own host gain by it (CM1, CM3)",
  needs: ["actorHistory"],
  settings: {
    full: count(3, "earlier days at which the signal speaks at full strength"),
  },
  judge({ facts }, { full }) {
    if (!facts.actorHistory.known) return nothing;
    const { streamedDays, condemned } = facts.actorHistory.value;
    if (condemned > 0 || isMinded(facts.actorHistory.value)) return nothing;
    return found(ramp(streamedDays, 0, full), `its posts came here on ${streamedDays} days before`);
  },
});
