// What a moderator ruled reaches memory, whichever program it was ruled in: the next mail of that
// sender, of its host and of the campaign is judged by it.

import { second } from "../base/units.ts";
import type { Ledger, Ruling } from "../ports/ledger.ts";
import type { Memory } from "../ports/memory.ts";

/** A moderator in the middle of a wave rules on several; the next copy comes in seconds. */
export const rulingsEveryMs = second;

const leaving = ", draining";

/** Whose word it is when everything is let out to leave: it says nothing of any sender. */
export function byDraining(name: string): string {
  return name + leaving;
}

/** Taken from the ledger at once. */
const rulingsMax = 100;

/**
 * Answers a function that learns what was ruled since it was called last, also before a restart:
 * at least once, again only after a crash in between. Throws LedgerDown and MemoryDown.
 */
export function makeRulingLessons(
  { ledger, memory }: { readonly ledger: Ledger; readonly memory: Memory },
  heard: (ruling: Ruling) => void = () => undefined,
): () => Promise<void> {
  let under: Promise<void> | undefined;
  const learn = async (): Promise<void> => {
    const rulings = await ledger.unlearned(rulingsMax);
    for (const one of rulings) {
      if (one.by.endsWith(leaving)) continue;
      if (one.sender !== undefined) {
        await memory.ruled(one.sender, one.ruling, one.at);
        await memory.ruledOn(one.receipt, one.ruling, one.at);
      }
      heard(one);
    }
    const last = rulings.at(-1);
    if (last !== undefined) await ledger.learned(last.number);
  };
  // Two at once would learn the same twice: who comes second waits, and looks again.
  return async () => {
    while (under !== undefined) await under.catch(() => undefined);
    under = learn().finally(() => {
      under = undefined;
    });
    await under;
  };
}
