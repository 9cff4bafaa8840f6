// "Is it you?", asked by `doctor` through the public name: proof that the web server's path leads
// here, and what of a request is left by then. Whoever does not know this run's password is let
// through like anybody, and can't tell that there is a gate.

import { timingSafeEqual } from "node:crypto";
import { valuesOf } from "../../model/header-fields.ts";
import type { OwnAnswer } from "./answers.ts";
import type { Client } from "./forwarded.ts";
import { methodOf, type Visit } from "./visit.ts";

export const probeField = "breakwater-doctor";

/** What the gate saw of the request. */
export interface ProbeAnswer {
  readonly breakwater: true;
  /** The sender's address, as far as trusted proxies told it. */
  readonly client: string;
  readonly scheme: "https" | "http";
  readonly host: string;
}

/** Undefined for everything but a GET that shows the password. */
export function probeAnswer(
  visit: Visit,
  { address, scheme }: Client,
  password: string | undefined,
): OwnAnswer | undefined {
  if (methodOf(visit) !== "GET" || password === undefined) return undefined;
  const [shown] = valuesOf(visit.fields, probeField);
  if (shown === undefined || !isSame(shown, password)) return undefined;
  const [host = ""] = valuesOf(visit.fields, "host");
  const seen: ProbeAnswer = { breakwater: true, client: address, scheme, host };
  const body = new TextEncoder().encode(`${JSON.stringify(seen)}\n`);
  const headers = [
    ["Content-Type", "application/json"],
    ["Cache-Control", "no-store"],
  ] as const;
  return { status: 200, headers, body };
}

function isSame(shown: string, password: string): boolean {
  const [one, other] = [Buffer.from(shown), Buffer.from(password)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}
