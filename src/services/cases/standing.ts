// "Refuse and keep refusing", "not spam and never again": the order that comes with a ruling on a
// whole case. It is given before the ruling, for what is let in loses its bytes.

import type { EpochMs } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Hand } from "../../model/hand.ts";
import type { Receipt } from "../../model/ids.ts";
import type { Documents } from "../../ports/documents.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { readCopies } from "./order-copies.ts";
import { giveOrder, type OrderGiven, type OrderRefused } from "./orders.ts";
import type { Preview, RulingPart } from "./preview.ts";

export interface StandingStores {
  readonly ledger: Pick<Ledger, "caseRecord" | "ofCase" | "find">;
  readonly records: OwnRecords;
  readonly documents: Pick<Documents, "get">;
}

export interface Ordered {
  readonly campaign: CampaignId;
  readonly came: OrderGiven | OrderRefused;
}

/** What was refused before is looked at for so many. Chosen by us. */
const refusedMax = 1000;

/** One for each whole case of it. Given again it is the same. Throws LedgerDown. */
export async function giveStandingOrders(
  { asked, parts }: Preview,
  until: EpochMs | undefined,
  hand: Hand,
  { ledger, records, documents }: StandingStores,
): Promise<readonly Ordered[]> {
  const decision = asked.word === "refuse" ? "refuse" : "allow";
  const ordered: Ordered[] = [];
  for (const part of parts) {
    const { campaign, found, isPending } = part;
    if (campaign === undefined || !found || isPending) continue;
    const copies = await readCopies(await receiptsFor(part, decision, ledger), {
      ...{ ledger, documents },
    });
    const given = { campaign, decision, copies, until } as const;
    ordered.push({ campaign, came: await giveOrder(given, hand, records, ledger) });
  }
  return ordered;
}

/** Where nothing waits any more: what was refused of it. */
async function receiptsFor(
  { campaign, meant }: RulingPart,
  decision: "refuse" | "allow",
  ledger: Pick<Ledger, "ofCase">,
): Promise<readonly Receipt[]> {
  if (meant.length > 0 || decision === "allow" || campaign === undefined)
    return meant.map(({ kept }) => kept.receipt);
  const refused = await ledger.ofCase(campaign, ["rejected"], refusedMax);
  return refused.filter(({ bytes }) => bytes > 0).map(({ receipt }) => receipt);
}
