import { ramp } from "../../base/ramp.ts";
import { count } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * The sender's host has brought good mail for long.
 *
 * A stranger inherits a little of it: hosts that people here have talked with for weeks are
 * mostly looked after. Only a little, since every wave also came from such hosts; and only as far
 * as several of its actors showed it: one alone speaks for itself (engine/host-record.ts).
 */
export const wellKnownHost = defineSignal({
  symbol: "WELL_KNOWN_HOST",
  group: "appearance",
  decibans: -3,
  weightBecause:
    "most first contacts come from the few large hosts that every server knows (S85: half of all " +
    "people on 28 hosts), of the 2024 wave a quarter came from live ones (T11): a ratio of 2",
  summary: "Its host has brought good mail for long, and little that was condemned.",
  misfiresOn: "nobody; spammers on good hosts gain by it (T09)",
  needs: ["hostHistory"],
  settings: {
    from: count(3, "good days that say nothing yet"),
    full: count(20, "good days at which the signal speaks at full strength"),
    sound: count(3, "decibans better than usual that take several actors to show"),
  },
  judge({ facts }, { from, full, sound }) {
    if (!facts.hostHistory.known) return nothing;
    const { goodDays, expected } = facts.hostHistory.value;
    const because = `its host brought good mail on ${goodDays} days`;
    return found(ramp(goodDays, from, full) * ramp(-expected.decibans, 0, sound), because);
  },
});
