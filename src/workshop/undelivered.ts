// A post that came to no inbox, as an arrival has it: for measuring what reads and compares posts.

import { epochMs } from "../base/units.ts";
import type { Arrival } from "../model/arrival.ts";
import type { Receipt } from "../model/ids.ts";

export const undelivered: Pick<Arrival, "delivery" | "authenticity" | "authorProof"> = {
  delivery: {
    receipt: "undelivered" as Receipt,
    at: epochMs(0),
    path: "/inbox",
    headers: [],
    body: new Uint8Array(),
    client: "",
    scheme: "https",
  },
  authenticity: { kind: "refuted", signature: "none", why: "absent", because: "not delivered" },
  authorProof: { kind: "none" },
};
