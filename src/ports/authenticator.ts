// Who signed this? The gate verifies; a replay asks its log.

import type { Activity } from "../model/activity.ts";
import type { Authenticity } from "../model/authenticity.ts";
import type { Delivery } from "../model/delivery.ts";

export interface Authenticator {
  /** `activity` only tells which keys are worth fetching. Waits at most `keyWaitMs` for a key. */
  authenticate(delivery: Delivery, activity: Activity): Promise<Authenticity>;
}
