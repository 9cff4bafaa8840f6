// How a campaign's number is spelled: `c41`.

import type { CampaignId } from "../../model/campaign.ts";

export function campaignId(number: number): CampaignId {
  return `c${number}` as CampaignId;
}

/** Undefined for what is no campaign's id. */
export function campaignNumber(text: string): number | undefined {
  return /^c[1-9]\d{0,14}$/.test(text) ? Number(text.slice(1)) : undefined;
}
