// A delivery that we kept back: its bytes, why, and where it stands.

import type { EpochMs } from "../base/units.ts";
import type { Authenticity } from "./authenticity.ts";
import type { Delivery, HeaderField } from "./delivery.ts";
import type { ActorId, ObjectId, Receipt, ViewKey } from "./ids.ts";
import type { Verdict } from "./verdict.ts";

/** The home server's answer, or why there is none. Bodies are cut at `answerBytesMax`. */
export type UpstreamAnswer =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly headers: readonly HeaderField[];
      readonly body: Uint8Array;
    }
  | { readonly kind: "unreachable"; readonly because: string };

/** The home server took it. */
export function wasAccepted(answer: UpstreamAnswer): boolean {
  return answer.kind === "answered" && answer.status >= 200 && answer.status < 300;
}

/** It looked at it and said no; trying again is pointless. */
export function wasRefused(answer: UpstreamAnswer): boolean {
  return answer.kind === "answered" && answer.status >= 400 && answer.status < 500;
}

/**
 * Where a kept delivery stands.
 *
 *   settling ─▶ releasing ─▶ delivered
 *      │  ▲         │  └───▶ refused      the home server said no; its answer is kept
 *      ▼  └─────────┘ (home server down: back, tried again)
 *     held ─▶ releasing | rejected | expired
 *   settling, held ─▶ withdrawn           its author deleted it
 */
export type KeptState =
  | "settling"
  | "held"
  | "releasing"
  | "delivered"
  | "refused"
  | "rejected"
  | "withdrawn"
  | "expired";

export interface Kept {
  readonly delivery: Delivery;
  readonly authenticity: Authenticity;
  readonly verdict: Verdict;
  readonly state: KeptState;
  /** Who signed it, and the activity's and its object's id: what Delete and order go by. */
  readonly sender: ActorId;
  readonly activityId: ObjectId | undefined;
  readonly objectId: ObjectId | undefined;
  readonly keys: readonly ViewKey[];
  /** When settling ends; while held, undefined. */
  readonly dueAt: EpochMs | undefined;
  /** Until when the home server would still take the original request. */
  readonly replayUntil: EpochMs;
  readonly attempts: number;
  readonly answer: UpstreamAnswer | undefined;
  /** When it came to this state. */
  readonly since: EpochMs;
  /** Who ruled on it and why, where somebody did. */
  readonly ruledBy: string | undefined;
}

/** What a list of cases shows: no bytes. */
export type KeptSummary = Omit<Kept, "delivery"> & {
  readonly receipt: Receipt;
  readonly arrivedAt: EpochMs;
};
