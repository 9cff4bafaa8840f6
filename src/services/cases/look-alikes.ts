// Cases that were ruled on before and show what this one shows: the same text, link or picture.

import type { CampaignId } from "../../model/campaign.ts";
import type { CaseRuling } from "../../model/case.ts";
import type { ViewKey } from "../../model/ids.ts";
import { type KeptSummary, keptStates } from "../../model/kept.ts";
import type { Ledger } from "../../ports/ledger.ts";

export interface LookAlike {
  readonly campaign: CampaignId;
  readonly ruled: CaseRuling;
  /** By view: how many different ones both show. */
  readonly shares: Readonly<Record<string, number>>;
}

/** The last that somebody ruled on, and of each so many deliveries. Chosen by us. */
const [ruledMax, lookedAtMax, shownMax] = [40, 25, 5];

/** Those that share most kinds of things first. Throws LedgerDown. */
export async function lookAlikesOf(
  campaign: CampaignId,
  kept: readonly KeptSummary[],
  ledger: Pick<Ledger, "ruledCases" | "ofCase">,
): Promise<readonly LookAlike[]> {
  const own = new Set(kept.flatMap(({ keys }) => keys));
  if (own.size === 0) return [];
  const ruled = (await ledger.ruledCases(ruledMax)).filter((one) => one.campaign !== campaign);
  const found = await Promise.all(
    ruled.map(async (one): Promise<LookAlike> => {
      const theirs = await ledger.ofCase(one.campaign, keptStates, lookedAtMax);
      const keys = new Set(theirs.flatMap((each) => each.keys).filter((key) => own.has(key)));
      return { campaign: one.campaign, ruled: one, shares: byView([...keys]) };
    }),
  );
  return found
    .filter(({ shares }) => kinds(shares) > 0)
    .sort((a, b) => kinds(b.shares) - kinds(a.shares))
    .slice(0, shownMax);
}

function kinds(shares: LookAlike["shares"]): number {
  return Object.keys(shares).length;
}

/** A key is spelled `view:hash`. */
function byView(keys: readonly ViewKey[]): LookAlike["shares"] {
  const counts: Record<string, number> = {};
  for (const key of keys) {
    const view = key.slice(0, key.indexOf(":"));
    counts[view] = (counts[view] ?? 0) + 1;
  }
  return counts;
}
