// What the home server took before anybody knew what it was, and is to give back.

import type { EpochMs } from "../base/units.ts";
import type { CampaignId } from "./campaign.ts";
import type { ActorId, ObjectId, Receipt } from "./ids.ts";

/** By what a home server finds it again. No words. */
export interface PassedOn {
  readonly receipt: Receipt;
  readonly sender: ActorId;
  readonly activityId: ObjectId | undefined;
  /** The post: of an edit the one that was edited. */
  readonly objectId: ObjectId | undefined;
  /** When it arrived. */
  readonly at: EpochMs;
}

export interface Recalled extends PassedOn {
  readonly campaign: CampaignId;
  /** Local people who got it unasked. */
  readonly recipients: readonly ActorId[];
  readonly listedAt: EpochMs;
  /** When the home server withdrew it; undefined while it has not. */
  readonly recalledAt: EpochMs | undefined;
}

export const recallSettings = ["ruled", "automatic", "off"] as const;

/** What is listed for recall: what a moderator ruled spam; also what is beyond doubt; nothing. */
export type RecallSetting = (typeof recallSettings)[number];
