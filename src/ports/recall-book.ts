// What a ledger keeps of posts that are to be recalled.

import type { EpochMs } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Receipt } from "../model/ids.ts";
import type { Recalled } from "../model/recall.ts";

export interface RecallBook {
  /** What stands here already stays as it is. Answers which were new. */
  listRecalls(posts: readonly Recalled[]): Promise<readonly Receipt[]>;

  /** The home server withdrew it. */
  recalled(receipt: Receipt, at: EpochMs): Promise<void>;

  /** What of a campaign was not withdrawn yet is not to be: it was ruled ham. */
  dropRecalls(campaign: CampaignId): Promise<void>;

  /** Of one campaign or of all, the newest arrival first. `forget` removes what is older. */
  recalls(campaign: CampaignId | undefined, limit: number): Promise<readonly Recalled[]>;
}
