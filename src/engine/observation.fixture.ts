// Observations put together by hand, from what a story tells.

import type { ReadArrival } from "../model/arrival.ts";
import type { Receipt } from "../model/ids.ts";
import type { Observation } from "../model/observation.ts";
import { type Contact, factsOf, type Told } from "./signals/stories.ts";

export function observation(
  { at, activity, reading, sender, audience }: Contact,
  told: Told,
): Observation {
  const arrival: ReadArrival = {
    delivery: {
      receipt: "r1" as Receipt,
      at,
      path: "/inbox",
      headers: [],
      body: new Uint8Array(),
      client: "192.0.2.1",
      scheme: "https",
    },
    activity,
    authenticity: { kind: "unknown", signature: "none", keyId: "", why: "late", because: "" },
    authorProof: { kind: "none" },
    sender,
    audience,
    reading,
  };
  return { arrival, facts: factsOf(told) };
}
