// Mastodon's notification policy "from new accounts": what comes from an account that says it
// is younger than 30 days goes into a folder of its own, and nobody is notified.

import { day } from "../../base/units.ts";
import { deafTo, type Rival } from "./rival.ts";

/**
 * An account is as old as its host says. Whoever follows it or wrote to it is told all the same:
 * kinder than the server is, which asks its people to accept such a sender once.
 */
export function thirtyDays(): Rival {
  return {
    name: "Mastodon, none under 30 days",
    keepsBack: ({ at, accountSince, recipients }) =>
      at - accountSince < youngMs &&
      recipients.every((one) => !one.followsSender && !one.addressedSender),
    hears: deafTo,
  };
}

const youngMs = 30 * day;
