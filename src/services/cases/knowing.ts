// Whom of a campaign people here know: memory alone can say, in the gate's own process at once,
// for a command by an errand.

import type { CampaignId } from "../../model/campaign.ts";
import type { KeptSummary } from "../../model/kept.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Memory } from "../../ports/memory.ts";
import { type CampaignTold, knownAmong, toldOf } from "../campaign-told.ts";

/** Why nothing is told: no gate runs, or one does and has no time. */
export type Silence = "down" | "busy";

export interface TellsOfCampaigns {
  tellOf(campaign: CampaignId): Promise<CampaignTold | Silence>;
}

/** In the process that has the memory. Throws MemoryDown. */
export function inMind(
  memory: Pick<Memory, "members" | "campaignNamed">,
  clock: Pick<Clock, "now">,
): TellsOfCampaigns {
  return { tellOf: (campaign) => toldOf(campaign, memory, clock.now()) };
}

/** False of what is no campaign's, and while nobody tells. Throws what `tellOf` throws. */
export async function knowsSender(
  { sender, verdict }: Pick<KeptSummary, "sender" | "verdict">,
  campaigns: TellsOfCampaigns,
): Promise<boolean> {
  if (verdict.campaign === undefined) return false;
  const told = await campaigns.tellOf(verdict.campaign);
  return typeof told !== "string" && knownAmong(told.members).has(sender);
}
