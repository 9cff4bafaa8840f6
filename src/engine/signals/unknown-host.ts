import { ramp } from "../../base/ramp.ts";
import { count, duration } from "../../base/settings.ts";
import { day } from "../../base/units.ts";
import { silentDays } from "../silence.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * A domain that this server has heard from only lately, or never.
 *
 * A host of one's own costs an attacker money, and abandoned hosts that nobody here had heard
 * of were lent to every wave so far. New servers of good people are opened every day, too.
 *
 * Misfires on: people on their own new server, everybody while Breakwater itself is new.
 */
export const unknownHost = defineSignal({
  symbol: "UNKNOWN_HOST",
  group: "acquaintance",
  decibans: 5,
  weightBecause:
    "5 to 60 new domains a day bring 600 to 30,000 new actors in all, so few first " +
    "contacts come from them, of a wave's about half (T11: D3 and D4 beside D2): a ratio of 3",
  summary: "Comes from a host that was not known here a few days ago.",
  misfiresOn: "people on a server of their own that is new (H38), bridges' new domains (H25)",
  needs: ["hostHistory"],
  settings: {
    fresh: duration(day, "since its first delivery, within which a host is entirely unknown"),
    familiar: duration(7 * day, "since its first delivery, after which a host is known"),
    goodDays: count(3, "good days after which a host is known, however young"),
  },
  judge({ at, facts }, { fresh, familiar, goodDays }) {
    if (!facts.hostHistory.known) return nothing;
    const { firstSeenAt, lastHeardAt, goodDays: good } = facts.hostHistory.value;
    const unproved = 1 - ramp(good, 0, goodDays);
    if (firstSeenAt === undefined) {
      const silent = silentDays(lastHeardAt, at);
      if (silent === undefined) return found(1, "its host was never seen here before");
      return found(unproved, `its host was silent here for ${silent} days`);
    }
    const age = at - firstSeenAt;
    const strength = (1 - ramp(age, fresh, familiar)) * unproved;
    return found(strength, "its host is known here only since a few days");
  },
});
