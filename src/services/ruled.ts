// What moderators ruled of kept deliveries, as the ledger remembers it.

import type { Receipt } from "../model/ids.ts";
import type { KeptState } from "../model/kept.ts";
import type { Ledger } from "../ports/ledger.ts";
import { teachesNothing } from "./rulings.ts";

export type Rulings = ReadonlyMap<Receipt, "ham" | "spam">;

/**
 * Who was let in, or is to be, by somebody's word is ham, who was rejected by it spam; what was let
 * out to leave is neither. Throws LedgerDown.
 */
export async function rulingsIn(ledger: Pick<Ledger, "ruled">): Promise<Rulings> {
  const found = new Map<Receipt, "ham" | "spam">();
  for (const { receipt, state, ruledBy } of await ledger.ruled(ruledMax)) {
    if (counted.has(state) && !teachesNothing(ruledBy))
      found.set(receipt, state === "rejected" ? "spam" : "ham");
  }
  return found;
}

const counted: ReadonlySet<KeptState> = new Set([
  ...(["rejected", "held", "releasing", "delivered", "refused"] as const),
]);

/** Read at once, a tenth of a second's work. Chosen by us: some hundred rulings a day. */
export const ruledMax = 20_000;
