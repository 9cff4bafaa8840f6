// What the gate tells of itself: numbers and log lines are made of this, elsewhere.

import type { Receipt } from "../../model/ids.ts";

/** How a request went through: judged, streamed past, tunnelled, or answered by us. */
export type Way = "judged" | "passed" | "tunnelled" | "own" | "refused";

export interface Ended {
  readonly way: Way;
  /** What the client was told; undefined if it left before. */
  readonly status: number | undefined;
  /** From the end of its header fields to the end of our answer. */
  readonly ms: number;
  /** Of a judged delivery. */
  readonly receipt: Receipt | undefined;
}

export type Trouble =
  /** The home server gave no answer. `because` names the address that refused, timed out … */
  | { readonly kind: "upstream"; readonly because: string; readonly receipt: Receipt | undefined }
  /** A mistake of ours: one request was answered 500. */
  | { readonly kind: "ours"; readonly error: unknown; readonly receipt: Receipt | undefined }
  /** Not HTTP as we read it; `code` is the parser's. */
  | { readonly kind: "malformed"; readonly code: string };

/** Methods must not throw. No path and no query comes here: they may hold tokens. */
export interface GateObserver {
  ended(request: Ended): void;
  trouble(trouble: Trouble): void;
}
