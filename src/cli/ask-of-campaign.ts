// What only the gate that runs knows of a campaign: who belongs to it, and whom people here know.

import { second } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Ledger } from "../ports/ledger.ts";
import { type CampaignTold, campaignTold } from "../services/campaign-told.ts";
import { awaitAnswer } from "./await-answer.ts";

const answerTimeMs = 5 * second;

/** Undefined where no gate answers in time. */
export async function askOfCampaign(
  about: CampaignId,
  ledger: Pick<Ledger, "ask" | "takeAnswer" | "answerErrand">,
  wait: (ms: number) => Promise<unknown>,
): Promise<CampaignTold | undefined> {
  const errand = { kind: "campaign", about } as const;
  await ledger.ask(errand);
  const answer = await awaitAnswer(answerTimeMs, () => ledger.takeAnswer(errand), wait);
  if (answer !== undefined) return campaignTold(answer);
  await ledger.answerErrand(errand, undefined);
  return undefined;
}
