// Other servers' documents, as their hosts tell them: from the cache or, guarded, from the host.

import type { ActorProfile, Document } from "../model/activity.ts";
import type { ActorId, Host, ObjectId } from "../model/ids.ts";
import type { Fact } from "../model/observation.ts";

export interface Directory {
  /** `late` if it did not come within our own time for a check, `absent` if it can't be had. */
  profile(actor: ActorId): Promise<Fact<ActorProfile>>;

  /**
   * The same of a post or an activity. `because` is the host whose delivery names it: how much
   * each can make us fetch is bounded, and beyond that it can't be had.
   */
  document(id: ObjectId, because: Host): Promise<Fact<Document>>;
}
