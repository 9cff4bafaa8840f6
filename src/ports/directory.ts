// Other servers' documents, as their hosts tell them: from the cache or, guarded, from the host.

import type { EpochMs } from "../base/units.ts";
import type { ActorProfile, Document } from "../model/activity.ts";
import type { ActorId, Host, ObjectId } from "../model/ids.ts";
import type { Fact } from "../model/observation.ts";

export interface Directory {
  /** `late` if it did not come within our own time for a check, `absent` if it can't be had. */
  profile(actor: ActorId): Promise<Fact<ActorProfile>>;

  /**
   * An actor itself, proven, says at `at` how it presents itself from now on: the home server shows
   * that at once, whatever we had of it.
   */
  heard(profile: ActorProfile, at: EpochMs): void;

  /**
   * The same of a post or an activity. `because` is the host whose delivery names it: how much
   * each can make us fetch is bounded, and beyond that it can't be had.
   */
  document(id: ObjectId, because: Host): Promise<Fact<Document>>;
}
