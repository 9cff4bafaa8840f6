// Which case a kept delivery is part of is known better as more of its kind arrive: those that
// stood alone get one, and two that turn out to be one become one.

import { after, epochMs, second } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Receipt } from "../model/ids.ts";
import type { Ports } from "../ports/ports.ts";

export interface CaseFiling {
  /** These belong together, as an arrival showed. */
  belong(campaign: CampaignId, receipts: readonly Receipt[]): void;
  /** Writes down what was noted since. Throws LedgerDown and MemoryDown. */
  round(): Promise<void>;
  /** Cases whose campaigns have met since anybody looked become one. As above. */
  join(): Promise<void>;
}

/** Of one campaign between two rounds; the rest joins when it is judged again. Chosen by us. */
const notedMax = 4096;

/** Moderators see two halves of a wave for so long at most. */
const joinEveryMs = 10 * second;

export function makeCaseFiling({
  ledger,
  memory,
  clock,
}: Pick<Ports, "ledger" | "memory" | "clock">): CaseFiling {
  const noted = new Map<CampaignId, Set<Receipt>>();
  let joinAt = epochMs(0);

  async function join(): Promise<void> {
    joinAt = after(clock.now(), joinEveryMs);
    for (const id of await ledger.caseIds()) {
      const named = await memory.campaignNamed(id);
      if (named !== id) await ledger.mergeCases(id, named, clock.now());
    }
  }

  return {
    join,
    belong(campaign, receipts) {
      const all = noted.get(campaign) ?? new Set();
      noted.set(campaign, all);
      for (const receipt of receipts) if (all.size < notedMax) all.add(receipt);
    },
    async round() {
      if (noted.size === 0) return;
      for (const [campaign, receipts] of noted) {
        await ledger.file(await memory.campaignNamed(campaign), [...receipts]);
        noted.delete(campaign);
      }
      if (clock.now() >= joinAt) await join();
    },
  };
}
