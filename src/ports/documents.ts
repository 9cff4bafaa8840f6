// Copies of other servers' documents (actors, keys, NodeInfo): a durable cache.

import type { EpochMs } from "../base/units.ts";

export interface CachedDocument {
  readonly url: string;
  readonly fetchedAt: EpochMs;
  /** The body of a 2xx answer, or why there is none. */
  readonly outcome:
    | { readonly kind: "found"; readonly body: string }
    | { readonly kind: "gone" }
    | { readonly kind: "failed"; readonly because: string };
}

/** Bounded: what was put longest ago goes first. Throws LedgerDown and nothing else. */
export interface Documents {
  get(url: string): Promise<CachedDocument | undefined>;
  /** Replaces the copy that was there. */
  put(document: CachedDocument): Promise<void>;
}
