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

/** Throws LedgerDown and nothing else: it lives beside the ledger. */
export interface Documents {
  get(url: string): Promise<CachedDocument | undefined>;
  put(document: CachedDocument): Promise<void>;
}
