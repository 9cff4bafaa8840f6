// Where we were wrong, and with whose deliveries: one stranger's bad luck, or a key that many found.

import { AssertionFailed } from "../base/assert.ts";

/** Places and senders remembered; the oldest place is forgotten first. */
const placesMax = 256;
const sendersMax = 16;

export interface Failures {
  /** Writes down that this sender's delivery failed here. */
  note(error: unknown, sender: string): void;
  /** Whether nobody else's delivery has failed at the same place. */
  isAlone(error: unknown, sender: string): boolean;
}

export function makeFailures(): Failures {
  const places = new Map<string, Set<string>>();
  const failures: Failures = {
    note(error, sender) {
      const place = placeOf(error);
      const senders = places.get(place) ?? new Set();
      if (senders.size < sendersMax) senders.add(sender);
      places.delete(place);
      places.set(place, senders);
      const [oldest] = places.keys();
      if (places.size > placesMax && oldest !== undefined) places.delete(oldest);
    },
    isAlone(error, sender) {
      failures.note(error, sender);
      const senders = places.get(placeOf(error)) ?? new Set();
      return senders.size === 1 && senders.has(sender);
    },
  };
  return failures;
}

/** The assertion's name, else the innermost line of ours on the stack. */
function placeOf(error: unknown): string {
  if (error instanceof AssertionFailed) return error.place;
  if (!(error instanceof Error)) return "unknown";
  return error.stack?.split("\n", 2)[1]?.trim() ?? error.name;
}
