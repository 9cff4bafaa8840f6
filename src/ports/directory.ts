// The sender's own document, as its host tells it: from the cache or, guarded, from the host.

import type { ActorProfile } from "../model/activity.ts";
import type { ActorId } from "../model/ids.ts";
import type { Fact } from "../model/observation.ts";

export interface Directory {
  /** `late` if it did not come within our own time for a check, `absent` if it can't be had. */
  profile(actor: ActorId): Promise<Fact<ActorProfile>>;
}
