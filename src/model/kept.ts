// A delivery that we kept back: its bytes, why, and where it stands.

import { answerBytesMax } from "../base/limits.ts";
import type { EpochMs } from "../base/units.ts";
import type { Authenticity } from "./authenticity.ts";
import type { CampaignId } from "./campaign.ts";
import type { Delivery, HeaderField } from "./delivery.ts";
import type { ActorId, ObjectId, Receipt, ViewKey } from "./ids.ts";
import type { LaterWay, Rung } from "./rung.ts";
import { bytesOf } from "./usage.ts";
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

/**
 * It looked at it and said no; trying again is pointless. Not so where it only had no time for
 * us: 408 Request Timeout, 425 Too Early, 429 Too Many Requests (RFC 9110, 8470, 6585).
 */
export function wasRefused(answer: UpstreamAnswer): boolean {
  if (answer.kind === "unreachable" || busy.has(answer.status)) return false;
  return answer.status >= 400 && answer.status < 500;
}

const busy: ReadonlySet<number> = new Set([408, 425, 429]);

/** The answer with its body cut at `answerBytesMax`, in bytes of its own. */
export function boundedAnswer(answer: UpstreamAnswer): UpstreamAnswer {
  if (answer.kind === "unreachable") return answer;
  return { ...answer, body: Uint8Array.from(answer.body.subarray(0, answerBytesMax)) };
}

/** Nothing leads on from these by itself. */
export const endedStates = ["delivered", "refused", "rejected", "withdrawn", "expired"] as const;

/** What it is done to: still here, or never to be passed on. */
export const standingStates = ["settling", "held", "releasing", "rejected"] as const;

export const keptStates = ["settling", "held", "releasing", ...endedStates] as const;

/**
 * Where a kept delivery stands. kept-moves.ts says what leads from one state to the next.
 *
 *   settling ─▶ releasing ─▶ delivered
 *      │  ▲         │  └───▶ refused      the home server said no; its answer is kept
 *      ▼  └─────────┘ (home server down: back where it was, tried again)
 *     held ─▶ releasing | expired
 *   settling, held ─▶ rejected             a moderator ruled that it is spam; or, while it
 *                                          settled, an admin's rule refused its sender
 *   rejected ─▶ held, and due              a moderator had second thoughts
 *   settling, held, releasing ─▶ withdrawn its author deleted it
 */
export type KeptState = (typeof keptStates)[number];

/** When the bytes go, `delivery` and `answer` lose header fields and bodies; the rest stays. */
export interface Kept {
  readonly delivery: Delivery;
  readonly authenticity: Authenticity;
  readonly verdict: Verdict;
  readonly state: KeptState;
  /** Whose key signed it; while that is not proven, who the body names: anybody may do that. */
  readonly sender: ActorId;
  /** Who is said to have written it, where another is proven to have signed it. */
  readonly author: ActorId | undefined;
  /** With who signed it, what Delete and order go by. */
  readonly activityId: ObjectId | undefined;
  readonly objectId: ObjectId | undefined;
  readonly keys: readonly ViewKey[];
  /** Local people whom it notifies, as far as they are named. They go with the bytes. */
  readonly recipients: readonly ActorId[];
  /**
   * When it next wants somebody: settling ends, a way in is about to close while it is held, a
   * release is tried (again), a lease lapses. Undefined where nothing comes by itself.
   */
  readonly dueAt: EpochMs | undefined;
  /** Until when the home server would still take the original request. */
  readonly replayUntil: EpochMs;
  /** What may let it in after that, in the order in which it is tried. */
  readonly laterWays: readonly LaterWay[];
  /** Releases that failed so far: no answer, a 5xx, or a deliverer that never came back. */
  readonly attempts: number;
  /** Of the last try. */
  readonly answer: UpstreamAnswer | undefined;
  /** The way of the last try. */
  readonly triedBy: Rung | undefined;
  /** When it came to this state. */
  readonly since: EpochMs;
  /** Who ruled on it. On what is not yet rejected it means: ham. */
  readonly ruledBy: string | undefined;
  /** What it must not overtake: it has no `dueAt` while that has not ended. A ledger's to set. */
  readonly behind: Receipt | undefined;
  /** The first of the same at several inboxes, whose fate it shares. A ledger's to set. */
  readonly eldest: Receipt | undefined;
}

/** Where a new judgement puts what settles. */
export interface NextPosition {
  readonly state: "settling" | "held" | "rejected";
  /** When settling ends, or what is held comes to a deadline; rejected has none. */
  readonly dueAt: EpochMs | undefined;
  /** As it is known by now: a key may have come late. */
  readonly authenticity: Authenticity;
}

/** What a list of cases shows: no bytes, neither the sender's nor the home server's. */
export type KeptSummary = Omit<Kept, "delivery"> & {
  readonly receipt: Receipt;
  readonly arrivedAt: EpochMs;
  /** How much of what was sent is still here. */
  readonly bytes: number;
};

/** As much of what somebody ruled on as is counted: without words, and without why it was kept. */
export type RuledSummary = Pick<
  KeptSummary,
  "receipt" | "state" | "sender" | "arrivedAt" | "since"
> & {
  readonly ruledBy: string;
  readonly isProven: boolean;
  readonly campaign: CampaignId | undefined;
};

/** How many stand in one state, and what about them is next. */
export interface Census {
  readonly state: KeptState;
  readonly count: number;
  readonly oldestArrivedAt: EpochMs;
  readonly nextDueAt: EpochMs | undefined;
  /** Of those that the home server would still take: when it first takes one less. */
  readonly nextReplayUntil: EpochMs | undefined;
}

/** Whose key signed it, if that is proven. */
export function provenSenderOf({ authenticity }: Pick<Kept, "authenticity">): ActorId | undefined {
  return authenticity.kind === "proven" ? authenticity.signer : undefined;
}

/** What is known of its signature by now; a proven signer is the sender, whoever the body names. */
export function authenticatedAs(kept: Kept, authenticity: Authenticity): Kept {
  return { ...kept, authenticity, sender: provenSenderOf({ authenticity }) ?? kept.sender };
}

/** The same without anybody's words: what remains when the bytes have to go. */
export function withoutBytes(kept: Kept): Kept {
  const delivery = { ...kept.delivery, headers: [], body: new Uint8Array() };
  return { ...kept, delivery, recipients: [], answer: kept.answer && withoutWords(kept.answer) };
}

export function summaryOf(kept: Kept): KeptSummary {
  const { delivery, ...rest } = kept;
  const answer = kept.answer && withoutWords(kept.answer);
  const { receipt, at: arrivedAt } = delivery;
  return { ...rest, answer, receipt, arrivedAt, bytes: bytesOf(delivery) };
}

function withoutWords(answer: UpstreamAnswer): UpstreamAnswer {
  if (answer.kind === "unreachable") return answer;
  return { ...answer, headers: [], body: new Uint8Array() };
}

/** Undefined where nobody ruled on it. */
export function ruledSummaryOf(kept: Kept): RuledSummary | undefined {
  const { delivery, state, sender, since, ruledBy, authenticity, verdict } = kept;
  if (ruledBy === undefined) return undefined;
  const { receipt, at: arrivedAt } = delivery;
  const isProven = authenticity.kind === "proven";
  return {
    receipt,
    state,
    sender,
    arrivedAt,
    since,
    ruledBy,
    isProven,
    campaign: verdict.campaign,
  };
}
