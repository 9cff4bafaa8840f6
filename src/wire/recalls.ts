// Recall in a gate: what its decision log tells was passed on, by hand while nothing is connected.

import type { Chronicle } from "../ports/chronicle.ts";
import type { Journal } from "../ports/journal.ts";
import type { Ports } from "../ports/ports.ts";
import { byHandOnly } from "../ports/recall.ts";
import type { InForce } from "../services/in-force.ts";
import { makePassedOn } from "../services/passed-on.ts";
import { makeRecalls, type Recalls, recallWaitMs } from "../services/recall.ts";

interface GateParts extends Pick<Ports, "ledger" | "memory" | "clock"> {
  readonly chronicle: Chronicle;
  readonly inForce: InForce;
  /** Who hears of what was withdrawn. */
  teller(): Journal;
}

export function openRecalls(parts: GateParts): Recalls {
  const { chronicle, inForce, ledger, memory, clock, teller } = parts;
  return makeRecalls({
    ...{ ledger, memory, clock, recall: byHandOnly, waitMs: recallWaitMs },
    setting: () => inForce.config().recall,
    passedOn: makePassedOn(chronicle),
    withdrawn: (receipt, at) => teller().recalled(receipt, at),
  });
}
