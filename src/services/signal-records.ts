// How often each signal was right and wrong here: in judged deliveries of the last days, by what
// became of their senders since.

import type { Receipt } from "../model/ids.ts";
import type { Chronicle, Remembered, Stretch } from "../ports/chronicle.ts";
import type { Ledger } from "../ports/ledger.ts";
import { judgedIn } from "./first-contacts.ts";
import { rulingsIn } from "./ruled.ts";
import { type Known, knownOf } from "./score-picture.ts";

export interface SignalRecord {
  /** Judged deliveries in which it spoke, by what is known of them by now. */
  readonly spoke: Readonly<Record<Known, number>>;
  /** The last of them, the newest first. */
  readonly last: readonly Receipt[];
}

export interface SignalRecords {
  /** Judged deliveries in all, by what is known of them. */
  readonly judged: Readonly<Record<Known, number>>;
  /** By symbol; a signal that never spoke is not in it. */
  readonly bySymbol: ReadonlyMap<string, SignalRecord>;
}

/** Named of each signal: what somebody looks at to see whether it is right. */
const lastMax = 20;

/** Throws LedgerDown. */
export async function signalRecords(
  stretch: Stretch,
  { chronicle, ledger }: { chronicle: Pick<Chronicle, "judged">; ledger: Pick<Ledger, "ruled"> },
): Promise<SignalRecords> {
  const rulings = await rulingsIn(ledger);
  const judged = { ham: 0, spam: 0, unknown: 0 };
  const bySymbol = new Map<string, { spoke: Record<Known, number>; last: Receipt[] }>();
  for await (const page of judgedIn(stretch, chronicle)) {
    for (const one of page) {
      const known = knownOf(one, rulings);
      judged[known]++;
      for (const symbol of symbolsOf(one)) {
        const record = bySymbol.get(symbol) ?? { spoke: { ham: 0, spam: 0, unknown: 0 }, last: [] };
        record.spoke[known]++;
        record.last = [one.decision.receipt, ...record.last].slice(0, lastMax);
        bySymbol.set(symbol, record);
      }
    }
  }
  return { judged, bySymbol };
}

/** What was found last counts: it knew most. */
function symbolsOf({ decision }: Remembered): ReadonlySet<string> {
  const { evidence, last } = decision;
  return new Set((last ?? { evidence }).evidence.map(({ symbol }) => symbol));
}
