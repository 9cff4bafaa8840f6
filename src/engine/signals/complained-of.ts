import { amount } from "../../base/amount.ts";
import { ramp } from "../../base/ramp.ts";
import { count } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * People here blocked, muted or reported the sender.
 *
 * Complaints are weighed against welcomes, because blocks are also how a quarrel ends and how a
 * crowd silences somebody: who has friends here is not condemned by enemies alone.
 *
 * Misfires on: people in an argument, and victims of a brigade (CM14).
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
    full: count(3, "people whose complaint is full strength where nobody speaks for it"),
  },
  judge({ facts }, { full }) {
    if (!facts.actorHistory.known) return nothing;
    const { complaints, welcomedBy } = facts.actorHistory.value;
    if (complaints === 0) return nothing;
    const share = complaints / (complaints + welcomedBy);
    const people = amount(complaints, "person", "people");
    return found(ramp(complaints, 0, full) * share, `${people} here blocked, muted or reported it`);
  },
});
