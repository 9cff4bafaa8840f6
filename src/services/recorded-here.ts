// The recording that this gate made last, for who wants to try something on it.

import type { Ledger } from "../ports/ledger.ts";
import { recordingOrdered, recordingState } from "./recording-orders.ts";

/** Where it lies; undefined where nothing was recorded. Throws LedgerDown. */
export async function recordedHere(
  ledger: Pick<Ledger, "setting" | "putSetting">,
): Promise<string | undefined> {
  const order = await recordingOrdered(ledger);
  const state = await recordingState(ledger);
  if (order === undefined || state?.id !== order.id) return undefined;
  return state.deliveries > 0 ? order.path : undefined;
}

/** As far as it can be read: one that is being written ends in the middle of a line. */
export async function* asFarAsReadable(lines: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* lines;
  } catch {
    return; // What was read before stands; how much that was is said beside what came out.
  }
}
