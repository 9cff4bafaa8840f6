// A case that is two: what does not belong leaves it, and is a case of its own.

import { z } from "zod";
import type { EpochMs } from "../../base/units.ts";
import { domainOf } from "../../engine/text/domain.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { SplitWords } from "../../model/case.ts";
import type { Hand } from "../../model/hand.ts";
import { hostOf, type Receipt } from "../../model/ids.ts";
import { type KeptSummary, provenSenderOf, standingStates } from "../../model/kept.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { Memory } from "../../ports/memory.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { noteAudit } from "../audit.ts";

export interface SplitAsked {
  readonly from: CampaignId;
  readonly receipts: readonly Receipt[];
  /** All of it that came from there. */
  readonly domain?: string | undefined;
}

export interface SplitDone {
  readonly from: CampaignId;
  /** Those that left are this case. */
  readonly into: CampaignId;
  readonly moved: readonly Receipt[];
}

/** `forgotten`: memory, which says what belongs together, knows none of them any more. */
export type NotSplit = "no such case" | "none of it" | "all of it" | "forgotten";

/** Named singly in one command. Chosen by us. */
export const namedMax = 200;

/** Looked at, and moved at once. Chosen by us. */
const [caseMax, movedMax] = [20_000, 5000];

export interface SplitParts {
  readonly ledger: Pick<Ledger, "caseRecord" | "ofCase" | "refile">;
  readonly memory: Pick<Memory, "setApart">;
  readonly records: OwnRecords;
}

/** Only where memory is: in the gate that runs. Throws LedgerDown and MemoryDown. */
export async function splitCase(
  { from: named, receipts, domain }: SplitAsked,
  hand: Hand,
  { ledger, memory, records }: SplitParts,
): Promise<SplitDone | NotSplit> {
  const from = (await ledger.caseRecord(named))?.campaign;
  if (from === undefined) return "no such case";
  const all = await ledger.ofCase(from, standingStates, caseMax);
  const meant = new Set(receipts);
  const leave = all.filter((one) => meant.has(one.receipt) || isFrom(one, domain));
  const moved = leave.slice(0, movedMax).map(({ receipt }) => receipt);
  if (moved.length === 0) return "none of it";
  if (moved.length === all.length) return "all of it";
  const into = await memory.setApart(moved);
  if (into === undefined) return "forgotten";
  await ledger.refile(into, moved);
  const line = { ...hand, did: "split a case" } as const;
  const details = `${moved.length} of ${from} are ${into} now`;
  for (const about of [from, into]) await noteAudit(records, { ...line, about, details });
  return { from, into, moved };
}

function isFrom(kept: KeptSummary, domain: string | undefined): boolean {
  const sender = provenSenderOf(kept);
  const host = sender && hostOf(sender);
  if (domain === undefined || host === undefined) return false;
  return host === domain || domainOf(host) === domain;
}

const receipt = z.string().transform((text) => text as Receipt);
const campaign = z.string().transform((text) => text as CampaignId);

const asked = z.object({
  from: campaign,
  receipts: z.array(receipt).max(namedMax),
  domain: z.string().max(253).optional(),
  by: z.string().max(100),
});

const answered = z.union([
  z.object({ from: campaign, into: campaign, moved: z.array(receipt) }),
  z.enum(["no such case", "none of it", "all of it", "forgotten"]),
]);

/** As a command asks it of the gate that runs: an errand's words. */
export function splitInWords({ from, receipts, domain }: SplitAsked, by: string): SplitWords {
  return JSON.stringify({ from, receipts, domain, by }) as SplitWords;
}

/** Does what the words say; answers JSON for `splitAnswerIn`. */
export async function splitByWords(
  words: SplitWords,
  at: EpochMs,
  parts: SplitParts,
): Promise<string> {
  const { by, ...split } = asked.parse(JSON.parse(words));
  return JSON.stringify(await splitCase(split, { by, at, through: "command" }, parts));
}

export function splitAnswerIn(json: string): SplitDone | NotSplit {
  return answered.parse(JSON.parse(json));
}
