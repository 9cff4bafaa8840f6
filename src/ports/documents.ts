// Copies of other servers' documents (actors, keys, NodeInfo): a durable cache.

import type { EpochMs } from "../base/units.ts";
import type { ActorId } from "../model/ids.ts";

export interface CachedDocument {
  readonly url: string;
  readonly fetchedAt: EpochMs;
  /** The body of a 2xx answer, or why there is none. */
  readonly outcome:
    | { readonly kind: "found"; readonly body: string }
    | { readonly kind: "gone" }
    | { readonly kind: "failed"; readonly because: string };
}

/** As much of them as who only looks up and puts away needs. */
export type Shelf = Pick<Documents, "get" | "put">;

/** Bounded: what was put longest ago goes first. Throws LedgerDown and nothing else. */
export interface Documents {
  get(url: string): Promise<CachedDocument | undefined>;
  /** Replaces the copy that was there. */
  put(document: CachedDocument): Promise<void>;

  /** Those whose address begins so, by address; at most `limit`. */
  below(prefix: string, limit: number): Promise<readonly CachedDocument[]>;

  /** An actor's own, those below its URL, and those of others that name it, by address. */
  about(actor: ActorId): Promise<readonly CachedDocument[]>;

  /** Removes what is `about` an actor. Answers how many. */
  forget(actor: ActorId): Promise<number>;
}
