// Passing on what was kept: claimed, led up the ladder, ended with the home server's answer.

import { minute, second } from "../base/units.ts";
import { nextTryAt } from "../engine/next-try.ts";
import type { Receipt } from "../model/ids.ts";
import { type Kept, type UpstreamAnswer, wasAccepted, wasRefused } from "../model/kept.ts";
import type { Journal } from "../ports/journal.ts";
import type { Ports } from "../ports/ports.ts";
import { isBeyondReach } from "./ladder/deadline.ts";
import type { Ladder } from "./ladder/ladder.ts";
import { rememberWords } from "./learn.ts";

/** Nobody else may deliver a claimed one meanwhile: longer than any answer of a home server. */
const leaseMs = 2 * minute;

/** Between looks while our memory is down. */
export const retryAfterMs = 30 * second;

/** Unproven deliveries on their way to the home server at once, beside the round. */
const asideMax = 32;

/**
 * Passes on what is due under a receipt; does nothing where it is not, or somebody else has it.
 * `ended` hears of what will not come back. Throws LedgerDown.
 */
export function makeRelease(
  ports: Ports,
  ladder: Ladder,
  journal: Journal,
  ended: (receipt: Receipt) => void,
): (receipt: Receipt) => Promise<void> {
  const aside = new Set<Promise<void>>();

  async function passOn(kept: Kept): Promise<void> {
    const { receipt } = kept.delivery;
    const { by, answer } = await ladder.climb(kept);
    const at = ports.clock.now();
    const retryAt = nextTryAt(at, kept.attempts, kept.replayUntil);
    await ports.ledger.finish(receipt, answer, at, retryAt, by);
    journal.answered(receipt, answer, at);
    const end = endOf(answer);
    if (end === undefined) return;
    ended(receipt);
    journal.moved(receipt, end, undefined, at);
    if (end === "refused" && isBeyondReach(kept, at)) journal.unreached(receipt, at);
    await ports.memory.answered(receipt, answer, at);
  }

  /** The home server may wait for the same dead key host as we did: others don't wait for it. */
  async function passOnAside(kept: Kept): Promise<void> {
    while (aside.size >= asideMax) await Promise.race(aside);
    const passing = passOn(kept)
      .catch((error: unknown) => journal.failed("passing on what nobody proved", error, undefined))
      .finally(() => aside.delete(passing));
    aside.add(passing);
  }

  return async (receipt) => {
    const kept = await ports.ledger.claim(receipt, leaseMs, ports.clock.now());
    if (kept === undefined) return;
    if (kept.ruledBy !== undefined) rememberWords(kept, ports);
    const hurries = kept.authenticity.kind === "proven" || kept.ruledBy !== undefined;
    await (hurries ? passOn(kept) : passOnAside(kept));
  };
}

function endOf(answer: UpstreamAnswer): "delivered" | "refused" | undefined {
  if (wasAccepted(answer)) return "delivered";
  return wasRefused(answer) ? "refused" : undefined;
}
