import { count } from "../../base/settings.ts";
import { isStranger } from "../standing.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * A stranger's message that nobody but its recipients sees.
 *
 * The investment wave of May 2023 came as private mentions: no bystander sees and warns. So
 * does much of what is nobody's business, which is why it weighs little.
 *
 * Misfires on: people who write to somebody in confidence for the first time.
 */
export const strangerDirect = defineSignal({
  symbol: "STRANGER_DIRECT",
  group: "reach",
  decibans: 3,
  weightBecause:
    "7 % of posts are direct, of the 2023 wave all (S17), of the 2024 wave none " +
    "(S38): a ratio of about 2",
  summary: "Writes to somebody here in private without being known to anybody.",
  misfiresOn: "first letters in confidence, journalists, organisers (H20)",
  needs: ["actorHistory", "unsolicitedRecipients"],
  settings: {
    from: count(0, "recipients who did not ask for it that still pass as ordinary"),
  },
  judge({ activity, reading, facts }, { from }) {
    if (activity.kind !== "create" || reading.visibility !== "direct") return nothing;
    if (!facts.actorHistory.known || !facts.unsolicitedRecipients.known) return nothing;
    if (facts.unsolicitedRecipients.value <= from) return nothing;
    if (!isStranger(facts.actorHistory.value)) return nothing;
    return found(1, "writes in private to somebody who does not know it");
  },
});
