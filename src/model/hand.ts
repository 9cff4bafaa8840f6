// Who decided something, and by which way that person came.

import type { EpochMs } from "../base/units.ts";

/** The desk's pages, the command line, or the gate itself, as it was set to. */
export type Through = "desk" | "command" | "gate";

export interface Hand {
  /** As the home server or the machine knows them; "gate" where nobody did it. */
  readonly by: string;
  readonly at: EpochMs;
  readonly through: Through;
}
