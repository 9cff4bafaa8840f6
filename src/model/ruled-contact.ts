// A contact as an admin's rules are asked about it, and what they say.

import type { ActorProfile } from "./activity.ts";
import type { AdminRule } from "./admin-rule.ts";
import type { Arrival } from "./arrival.ts";
import type { Acquaintance } from "./observation.ts";
import type { Reading } from "./reading.ts";

/** What of a contact is looked at: a post, and whose. */
export interface Sighted {
  readonly sender: Arrival["sender"];
  readonly reading: Pick<Reading, "text" | "comparable" | "links" | "mentions">;
  /** Undefined: its host did not tell in time. */
  readonly profile: Pick<ActorProfile, "username" | "name"> | undefined;
}

export interface RuledContact {
  readonly arrival: Pick<Arrival, "activity" | "audience" | "delivery">;
  /** Undefined: it passes unread, so that only rules on everything are about it. */
  readonly met: Acquaintance | undefined;
  /** What it shows, and what it brings in. */
  readonly seen: readonly Sighted[];
}

/** A rule that a contact falls under, and what of it the rule met. */
export interface RuleHit {
  readonly rule: AdminRule;
  readonly met: string;
}
