// What the door is told to do with a delivery at an inbox.

import type { Delivery, HeaderField } from "../model/delivery.ts";
import type { UpstreamAnswer } from "../model/kept.ts";

/**
 * `pass`: hand it to the home server, answer what it answers, then call `passedOn`.
 * `answer`: say this and forget it; what had to be kept is on disk.
 */
export type Admission =
  | { readonly do: "pass" }
  | {
      readonly do: "answer";
      readonly status: number;
      readonly headers: readonly HeaderField[];
      readonly body: Uint8Array;
    };

export interface Gatekeeper {
  /** Never throws: whatever fails inside becomes what the operator's `on_failure` says. */
  admit(delivery: Delivery): Promise<Admission>;
  /** What the home server answered to a delivery that `admit` let pass. Never throws. */
  passedOn(delivery: Delivery, answer: UpstreamAnswer): Promise<void>;
}
