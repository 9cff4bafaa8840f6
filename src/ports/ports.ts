// All that a check needs from outside, in one hand.

import type { CampaignId } from "../model/campaign.ts";
import type { CaseOrder } from "../model/case-order.ts";
import type { Home } from "../model/home.ts";
import type { ActorId } from "../model/ids.ts";
import type { Neglect } from "../model/neglect.ts";
import type { HostHistory } from "../model/observation.ts";
import type { RuledContact, RuleHit } from "../model/ruled-contact.ts";
import type { ServerProfile } from "../model/server-profile.ts";
import type { Authenticator } from "./authenticator.ts";
import type { Clock } from "./clock.ts";
import type { Directory } from "./directory.ts";
import type { Ledger } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import type { Upstream } from "./upstream.ts";
import type { Words } from "./words.ts";

export interface Ports {
  readonly memory: Memory;
  readonly ledger: Ledger;
  readonly upstream: Upstream;
  readonly clock: Clock;
  readonly authenticator: Authenticator;
  readonly directory: Directory;
  readonly words: Words;
  readonly homeServer: HomeServer;
  readonly ruleBook: RuleBook;
}

/** What is known of the home server; its answers change as it is learned. */
export interface HomeServer {
  /** `host`: as the delivery named it; what it names is ours as well. */
  home(host: string | undefined): Home;
  profile(): ServerProfile;
}

/** What admins decided, fresh within a second or two, without a trip for each delivery. */
export interface RuleBook {
  find(actor: string, domain: string, host: string): "allow" | "refuse" | undefined;

  /** How mail to one of our own people is treated. */
  modeOf(recipient: ActorId): "off" | "normal" | "consent";

  /** Moderators' standing orders on what by now is this campaign, the latest first. */
  ordersOn(campaign: CampaignId): readonly CaseOrder[];

  /** Rules of an admin's own that it falls under, in force or in the shadow; counts them. */
  ruled(contact: RuledContact): readonly RuleHit[];

  /** Whether any of them is about what passes unread. */
  readsAll(): boolean;

  /** Where a registrable domain stands by what moderators ruled on its people. */
  neglectOf(domain: string, host: HostHistory): Neglect | undefined;
}
