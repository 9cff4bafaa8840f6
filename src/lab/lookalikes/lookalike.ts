// A class of wanted mail that looks like an attack.

import type { Stage } from "./stage.ts";

export interface LookAlike {
  /** Of the list of wanted mail that looks like spam: H01 to H40. */
  readonly code: string;
  readonly name: string;
  /** None of it may be held; of the others one in fifty first contacts. */
  readonly starred: boolean;
  /** Writes its scenes, a few dozen to a few hundred deliveries. */
  play(stage: Stage): void;
}
