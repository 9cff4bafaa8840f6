// Delivery to arrival: what it says, who signed it, whom it reaches here.

import { err, ok, type Result } from "../base/result.ts";
import { arrive } from "../engine/arrive.ts";
import type { Activity, Unreadable } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import type { Authenticity } from "../model/authenticity.ts";
import { type Delivery, headerOf } from "../model/delivery.ts";
import { parseActivity } from "../model/parse.ts";
import type { Ports } from "../ports/ports.ts";

/** Parses before it authenticates: an unreadable body is not worth anybody's key fetch. */
export async function receive(
  delivery: Delivery,
  ports: Ports,
): Promise<Result<Arrival, Unreadable>> {
  const parsed = parseActivity(delivery.body);
  if (!parsed.ok) return err(parsed.error);
  const authenticity = await ports.authenticator.authenticate(delivery, parsed.value);
  return ok(arrivalOf(delivery, parsed.value, authenticity, ports));
}

/** The same without asking anybody: for what was authenticated before, when it was kept. */
export function arrivalOf(
  delivery: Delivery,
  activity: Activity,
  authenticity: Authenticity,
  ports: Pick<Ports, "homeServer">,
): Arrival {
  const home = ports.homeServer.home(headerOf(delivery, "host"));
  return arrive(delivery, activity, authenticity, home);
}
