import { ramp } from "../../base/ramp.ts";
import { count, drawn } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * A stranger who addresses many of us at once.
 *
 * Mention waves come from accounts that nobody they address knows: one new
 * actor, one text, as many local names as it could collect. Talking to one or
 * two strangers is how people meet, so `from` leaves room for that. A tie is
 * counted per recipient: one bought follower excuses one mention, not all.
 *
 * Misfires on: event accounts and bots replying to a thread of local people.
 */
export const strangerMentions = defineSignal({
  symbol: "STRANGER_MENTIONS",
  group: "reach",
  decibans: 8,
  weightBecause:
    "2 to 12 mentions a post in the waves (T11, T16); among legitimate unasked mentions perhaps " +
    "one in a hundred names more than five people of one server, mostly long threads (H16)",
  summary: "Addresses many people here at once who did not ask for it.",
  misfiresOn: "long threads of local people, event accounts, victims who answer a wave (H16, H17)",
  needs: ["unsolicitedRecipients"],
  settings: {
    from: count(2, "recipients that still pass as ordinary conversation"),
    full: drawn(count(8, "recipients at which the signal speaks at full strength")),
  },
  judge({ activity, facts }, { from, full }) {
    if (activity.kind !== "create" && activity.kind !== "update") return nothing;
    if (!facts.unsolicitedRecipients.known) return nothing;
    const strangers = facts.unsolicitedRecipients.value;
    const because = `addresses ${strangers} people here who did not ask for it`;
    return found(ramp(strangers, from, full), because);
  },
});
