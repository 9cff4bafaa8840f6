import { amount } from "../../base/amount.ts";
import { ramp } from "../../base/ramp.ts";
import { count } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * People here follow the sender, answered it, liked or boosted it.
 *
 * What our own people did is the best credit there is: no host can say it for its actors. One
 * person alone may be the attacker's own account here, so one counts for a third.
 */
export const welcomed = defineSignal({
  symbol: "WELCOMED",
  group: "trust",
  decibans: -10,
  weightBecause:
    "72 % of legitimate unknown authors have no follower here, of spammers nearly all " +
    "(CM1: 0.5 % of victims follow back); three who welcome it are more than sock puppets cost",
  summary: "People here follow it, answered it, liked or boosted it.",
  misfiresOn: "nobody; bought and hijacked accounts gain by it (CM1, CM20)",
  needs: ["actorHistory"],
  settings: {
    full: count(3, "people here at whose welcome the signal speaks at full strength"),
  },
  judge({ facts }, { full }) {
    if (!facts.actorHistory.known) return nothing;
    const { welcomedBy, complaintWeight } = facts.actorHistory.value;
    if (welcomedBy === 0) return nothing;
    const share = welcomedBy / (welcomedBy + 2 * complaintWeight);
    const people = amount(welcomedBy, "person", "people");
    return found(ramp(welcomedBy, 0, full) * share, `${people} here welcomed it`);
  },
});
