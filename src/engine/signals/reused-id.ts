import { amount } from "../../base/amount.ts";
import { ramp } from "../../base/ramp.ts";
import { count } from "../../base/settings.ts";
import { defineSignal, found, nothing } from "./signal.ts";

/**
 * Another body under an id that the sender used before.
 *
 * An id stands for one activity. A second body under it is a new post that hopes to be taken for
 * a repeat, or a tool that makes up its ids badly. An edit has an id of its own.
 *
 * Misfires on: servers that write the JSON of a retried delivery anew, in another order.
 */
export const reusedId = defineSignal({
  symbol: "REUSED_ID",
  group: "content",
  decibans: 2,
  weightBecause:
    "by hand: hardly any server does it, and those that do harm nobody; small, as the order of " +
    "fields in a retry is nobody's fault",
  summary: "Another body under an activity id that the sender used before.",
  misfiresOn: "servers that write a retried delivery anew",
  needs: ["otherBodies"],
  settings: {
    full: count(2, "other bodies under one id that are full strength"),
  },
  judge({ facts }, { full }) {
    if (!facts.otherBodies.known || facts.otherBodies.value === 0) return nothing;
    const others = facts.otherBodies.value;
    const bodies = amount(others, "other body", "other bodies");
    return found(ramp(others, 0, full), `its id was used before, for ${bodies}`);
  },
});
