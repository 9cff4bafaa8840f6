// The guarded way out, signed by the gate's own actor where it has a name to sign with.

import { makeHttpNetwork } from "../adapters/http-network.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Config } from "../services/config.ts";
import { makeGateActor } from "../services/gate-actor.ts";
import type { Surroundings } from "./house.ts";

export async function openNetwork(
  config: Config,
  ledger: Ledger,
  clock: Clock,
  { network = {} }: Surroundings,
) {
  const { publicUrl } = config;
  const actor = publicUrl === undefined ? undefined : await makeGateActor({ publicUrl, ledger });
  const about = publicUrl ?? "inbound filter";
  const signed = actor && { sign: (url: string) => actor.signGet(url, clock.now()) };
  const options = { userAgent: `Breakwater (${about})`, allow: config.network.allow };
  return { actor, network: makeHttpNetwork({ ...options, ...signed, ...network }) };
}
