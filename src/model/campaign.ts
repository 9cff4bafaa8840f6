// Contacts that one hand seems to be behind, whoever sent them and whatever varies in them.

import type { Brand, EpochMs } from "../base/units.ts";
import type { ActorId, Receipt } from "./ids.ts";

/**
 * Names a campaign in verdicts, cases and replays. When two turn out to be one the smaller id
 * stays, by number: an id that was told earlier still leads there.
 */
export type CampaignId = Brand<string, "CampaignId">;

/** One contact of a campaign, as memory still knows it. No words. */
export interface CampaignMember {
  readonly receipt: Receipt;
  readonly actor: ActorId;
  /** The actor's registrable domain. */
  readonly domain: string;
  /** Local people who had not asked for it. */
  readonly recipients: readonly ActorId[];
  readonly at: EpochMs;
  /** Its sender has standing here, by now. */
  readonly known: boolean;
}
