// Where we were wrong, and with which deliveries: one's bad luck, or a key that somebody found.

import { AssertionFailed } from "../base/assert.ts";
import { Recent } from "../base/recent.ts";
import type { Receipt } from "../model/ids.ts";

/** Places remembered, the oldest forgotten first; two deliveries at one place say enough. */
const placesMax = 256;
const deliveriesMax = 2;

export interface Failures {
  /** Writes down that this delivery failed here. */
  note(error: unknown, receipt: Receipt): void;
  /** Whether no other delivery has failed at the same place, whoever sent it. */
  isAlone(error: unknown, receipt: Receipt): boolean;
}

export function makeFailures(): Failures {
  const places = new Recent<string, Set<Receipt>>(placesMax);
  const failures: Failures = {
    note(error, receipt) {
      const place = placeOf(error);
      const receipts = places.get(place) ?? new Set();
      if (receipts.size < deliveriesMax) receipts.add(receipt);
      places.set(place, receipts);
    },
    isAlone(error, receipt) {
      failures.note(error, receipt);
      const receipts = places.get(placeOf(error)) ?? new Set();
      return receipts.size === 1 && receipts.has(receipt);
    },
  };
  return failures;
}

/** The assertion's name, else the innermost line of ours on the stack. */
function placeOf(error: unknown): string {
  if (error instanceof AssertionFailed) return error.place;
  if (!(error instanceof Error)) return "unknown";
  const line = error.stack?.split("\n").find((one) => one.startsWith("    at "));
  return line?.trim() ?? error.name;
}
