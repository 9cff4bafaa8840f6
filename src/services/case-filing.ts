// Which case a kept delivery is part of is known better as more of its kind arrive: those that
// stood alone get one, and two that turn out to be one become one.

import { after, type EpochMs, second } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Receipt } from "../model/ids.ts";
import type { Ports } from "../ports/ports.ts";

export interface CaseFiling {
  /** These belong together, as an arrival showed. */
  belong(campaign: CampaignId, receipts: Iterable<Receipt>): void;
  /** Writes down what was noted since. Throws LedgerDown and MemoryDown. */
  round(): Promise<void>;
  /** Cases whose campaigns have met since anybody looked become one. As above. */
  join(): Promise<void>;
}

/** Of one campaign between two rounds; the rest joins when it is judged again. Chosen by us. */
const notedMax = 4096;

/** Moderators see two halves of a wave for so long at most. */
const joinEveryMs = 10 * second;

/** `moves` hears of two that become one before they do, and again where that was cut off. */
export function makeCaseFiling(
  { ledger, memory, clock }: Pick<Ports, "ledger" | "memory" | "clock">,
  moves: (was: CampaignId, is: CampaignId) => Promise<void> = async () => undefined,
): CaseFiling {
  const noted = new Map<CampaignId, Set<Receipt>>();
  /** Undefined: nothing came that could have made two campaigns one. */
  let joinAt: EpochMs | undefined;

  function belong(campaign: CampaignId, receipts: Iterable<Receipt>): void {
    joinAt ??= after(clock.now(), joinEveryMs);
    const all = noted.get(campaign) ?? new Set();
    noted.set(campaign, all);
    for (const receipt of receipts) if (all.size < notedMax) all.add(receipt);
  }

  /** What is noted while the ledger writes is for the next round. */
  async function file(campaign: CampaignId, receipts: ReadonlySet<Receipt>): Promise<void> {
    noted.delete(campaign);
    try {
      await ledger.file(await memory.campaignNamed(campaign), [...receipts]);
    } catch (error) {
      belong(campaign, receipts);
      throw error;
    }
  }

  async function join(): Promise<void> {
    const wasDueAt = joinAt;
    joinAt = undefined;
    try {
      for (const id of await ledger.caseIds()) {
        const named = await memory.campaignNamed(id);
        if (named === id) continue;
        await moves(id, named);
        await ledger.mergeCases(id, named, clock.now());
      }
    } catch (error) {
      joinAt = wasDueAt ?? joinAt;
      throw error;
    }
  }

  return {
    join,
    belong,
    async round() {
      for (const [campaign, receipts] of [...noted]) await file(campaign, receipts);
      if (joinAt !== undefined && clock.now() >= joinAt) await join();
    },
  };
}
