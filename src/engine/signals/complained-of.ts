import { amount } from "../../base/amount.ts";
import { ramp } from "../../base/ramp.ts";
import { count } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * People here blocked, muted or reported the sender.
 *
 * Complaints are weighed against welcomes, because blocks are also how a quarrel ends and how a
 * crowd silences somebody: who has friends here is not condemned by enemies alone. What was made
 * together, on one day, about one thing or among friends, is one complaint, and who was wrong
 * before counts for less (engine/complaints.ts).
 *
 * Misfires on: people in an argument, and victims of a brigade that takes its time (CM14).
 */
export const complainedOf = defineSignal({
  symbol: "COMPLAINED_OF",
  group: "record",
  decibans: 6,
  weightBecause:
    "by hand: complaints follow spam, and quarrels too; not enough to settle anybody alone, as " +
    "shared block lists taught",
  summary: "People here blocked, muted or reported it, and few welcomed it.",
  misfiresOn: "parties to an argument, victims of a brigade",
  needs: ["actorHistory"],
  settings: {
    full: count(3, "independent complaints that are full strength where nobody speaks for it"),
  },
  judge({ facts }, { full }) {
    if (!facts.actorHistory.known) return nothing;
    const { complaints, complaintWeight: weight, welcomedBy } = facts.actorHistory.value;
    if (weight <= 0) return nothing;
    const share = weight / (weight + welcomedBy);
    return found(ramp(weight, 0, full) * share, because(complaints, weight));
  },
});

function because(complaints: number, weight: number): string {
  const people = amount(complaints, "person", "people");
  const told = `${people} here blocked, muted or reported it`;
  return weight < 0.75 * complaints ? `${told}, worth ${weight.toFixed(1)} of their own` : told;
}
