// Does what a preview says: in steps of which each is whole, so that mail goes on between them.

import type { EpochMs } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import { ruledAtOnceMax } from "../../model/case.ts";
import type { Receipt } from "../../model/ids.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { Preview, RulingPart } from "./preview.ts";

export interface Word {
  readonly ruling: "ham" | "spam";
  readonly by: string;
  readonly at: EpochMs;
}

/** Single ones that are ruled on side by side. */
const besideMax = 32;

/**
 * Answers how many each part moved. Done again with the same word it moves the rest, and is one
 * lesson still. Throws LedgerDown.
 */
export async function applyRuling(
  { asked, parts }: Preview,
  { by, at }: Pick<Word, "by" | "at">,
  ledger: Pick<Ledger, "ruleCase" | "rule">,
): Promise<readonly number[]> {
  const word = { ruling: asked.word === "release" ? "ham" : "spam", by, at } as const;
  const moved: number[] = [];
  const wholes = parts.filter(({ campaign }) => campaign !== undefined);
  for (const part of wholes) moved.push(await ruleWhole(part, word, ledger));
  const single = parts.filter(({ campaign }) => campaign === undefined);
  for (let from = 0; from < single.length; from += besideMax) {
    const some = single.slice(from, from + besideMax);
    moved.push(...(await Promise.all(some.map((part) => ruleSingle(part, word, ledger)))));
  }
  return moved;
}

/** Of a case of which nothing waits it is a lesson all the same. */
async function ruleWhole(
  { campaign, found, isPending, meant }: RulingPart,
  word: Word,
  ledger: Pick<Ledger, "ruleCase">,
): Promise<number> {
  if (!found || isPending || campaign === undefined) return 0;
  const receipts = meant.map(({ kept }) => kept.receipt);
  let moved = 0;
  do {
    const some = receipts.splice(0, ruledAtOnceMax);
    moved += await ledger.ruleCase({ campaign, ...word, receipts: some });
  } while (receipts.length > 0);
  return moved;
}

async function ruleSingle(
  { meant: [one] }: RulingPart,
  word: Word,
  ledger: Pick<Ledger, "rule">,
): Promise<number> {
  if (one === undefined) return 0;
  return Number(await ledger.rule({ receipt: one.kept.receipt, ...word }));
}

/** Every name that the parts go by, which audit lines and pending rulings are found by. */
export function subjectsOf({ parts }: Preview): readonly (CampaignId | Receipt)[] {
  return parts.flatMap(({ campaign, named, found, isPending, meant }) => {
    if (campaign !== undefined) return found && !isPending ? [campaign] : [];
    return meant.length > 0 ? [named] : [];
  });
}
