// Switched off, the gate reads nothing any more: a Delete would pass a post that still settles,
// and the post would come after it. So what settles goes at once.

import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";

/** Makes all that settles due. What was tried already waits for the home server to come back. */
export async function letSettlingGo(
  ledger: Pick<Ledger, "settling" | "rejudge">,
  clock: Pick<Clock, "now">,
): Promise<void> {
  const at = clock.now();
  for (const { receipt, verdict, authenticity, dueAt, attempts } of await ledger.settling()) {
    const waits = attempts === 0 && dueAt !== undefined && dueAt > at;
    if (waits)
      await ledger.rejudge(receipt, verdict, { state: "settling", dueAt: at, authenticity }, at);
  }
}
