// What only the gate that runs knows of a campaign: who belongs to it, and whom people here know.

import { setTimeout as sleep } from "node:timers/promises";
import { second } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Ledger } from "../ports/ledger.ts";
import { type CampaignTold, campaignTold } from "../services/campaign-told.ts";
import type { Silence, TellsOfCampaigns } from "../services/cases/knowing.ts";
import { gateRuns } from "./ask-gate.ts";
import { awaitAnswer } from "./await-answer.ts";
import type { Output } from "./output.ts";

/** The gate on the same stores, as far as somebody who waits for it sees it. */
export interface AskedGate {
  wait(ms: number): Promise<unknown>;
  /** Asked once it has been silent for a while. */
  isUp(): Promise<boolean>;
}

/** A gate that runs looks every second. Who waits longer is told why. Chosen by us. */
const answerTimeMs = 5 * second;
export const busyTimeMs = 30 * second;

export function gateOn(ledger: Pick<Ledger, "setting">): AskedGate {
  return { wait: sleep, isUp: () => gateRuns(ledger) };
}

/** By an errand. */
export function askingGate(
  ledger: Parameters<typeof askOfCampaign>[1],
  gate: AskedGate,
  output: Pick<Output, "aside">,
): TellsOfCampaigns {
  return { tellOf: (campaign) => askOfCampaign(campaign, ledger, gate, output) };
}

export async function askOfCampaign(
  about: CampaignId,
  ledger: Pick<Ledger, "ask" | "takeAnswer" | "answerErrand">,
  gate: AskedGate,
  { aside }: Pick<Output, "aside">,
): Promise<CampaignTold | Silence> {
  const errand = { kind: "campaign", about } as const;
  const answerWithin = (ms: number): Promise<string | undefined> =>
    awaitAnswer(ms, () => ledger.takeAnswer(errand), gate.wait);
  await ledger.ask(errand);
  let answer = await answerWithin(answerTimeMs);
  const isBusy = answer === undefined && (await gate.isUp());
  if (isBusy) {
    aside(`The gate runs, but is busy: waiting up to ${busyTimeMs / second} s for its answer …`);
    answer = await answerWithin(busyTimeMs);
  }
  if (answer !== undefined) return campaignTold(answer);
  await ledger.answerErrand(errand, undefined);
  return isBusy ? "busy" : "down";
}
