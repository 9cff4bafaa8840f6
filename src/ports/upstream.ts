// The home server behind us.

import type { Delivery } from "../model/delivery.ts";
import type { UpstreamAnswer } from "../model/kept.ts";

export interface Upstream {
  /**
   * Passes a delivery on, byte for byte with all its end-to-end header fields. One retry on a
   * fresh socket if a kept-alive one was reset before an answer began. Never throws.
   */
  deliver(delivery: Delivery): Promise<UpstreamAnswer>;
}
