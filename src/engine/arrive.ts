// A delivery, understood and authenticated, becomes an arrival: whose contact it is, and whom
// here it reaches.

import type { Activity } from "../model/activity.ts";
import type { Arrival, Sender } from "../model/arrival.ts";
import type { Authenticity } from "../model/authenticity.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Home } from "../model/home.ts";
import { type Host, hostOf } from "../model/ids.ts";
import { audienceOf } from "./audience.ts";
import { authorOf } from "./identity/author.ts";
import { domainOf } from "./text/domain.ts";

export function arrive(
  delivery: Delivery,
  activity: Activity,
  authenticity: Authenticity,
  home: Home,
): Arrival {
  return {
    delivery,
    activity,
    authenticity,
    authorProof: authorOf(activity, authenticity),
    sender: senderOf(activity, authenticity),
    audience: audienceOf(activity, delivery.path, home),
  };
}

function senderOf(activity: Activity, authenticity: Authenticity): Sender {
  const proven = authenticity.kind === "proven";
  const actor = proven ? authenticity.signer : activity.actor;
  const host = proven ? authenticity.signerHost : (hostOf(actor) ?? ("" as Host));
  return { actor, host, domain: domainOf(host), proven };
}
