// What an operator, a test or a replay may watch: each thing as it happens. Tells, never decides.

import type { EpochMs } from "../base/units.ts";
import type { Unreadable } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import type { SignatureKind } from "../model/authenticity.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/ids.ts";
import type { KeptState, UpstreamAnswer } from "../model/kept.ts";
import type { Quota } from "../model/usage.ts";
import type { Verdict } from "../model/verdict.ts";

/** What was really done with a delivery: in watch mode it passes whatever the verdict says. */
export type Done =
  | "passed"
  | "settling"
  | "held"
  | "rejected"
  | "unreadable"
  | "unjudged"
  | "turned-away";

/** The `why` of what passed because the mode is watch. */
export const watchingOnly = "watching only";

/** Called in the order of events. Must not throw and must not wait. */
export interface Journal {
  /** A verdict was reached on arrival. `why` tells where what was done is not what it says. */
  judged(arrival: Arrival, verdict: Verdict, done: Done, why: string | undefined): void;
  /**
   * A second configuration judged the same contact beside it and was not acted on. Told after
   * `judged`, also where both agree.
   */
  shadowed(arrival: Arrival, verdict: Verdict, shadow: Verdict): void;
  unreadable(delivery: Delivery, error: Unreadable, done: Done): void;
  /** It was told to knock again with another kind of signature; nothing was judged. */
  knocked(delivery: Delivery, signature: SignatureKind): void;
  /** No room to keep it: its sender is to ask again, or it was written down without its text. */
  overQuota(delivery: Delivery, quota: Quota, did: "turned-away" | "recorded" | "counted"): void;
  /** Something that was kept moved to another state. */
  moved(receipt: Receipt, state: KeptState, verdict: Verdict | undefined, at: EpochMs): void;
  /** The same as `first`, which is kept here in this state: it shares that one's fate. */
  repeated(receipt: Receipt, first: Receipt, state: KeptState, at: EpochMs): void;
  /** The last way in has closed on something held: whom it was for was not notified of it. */
  unreached(receipt: Receipt, at: EpochMs): void;
  /** What had been passed on was withdrawn at the home server. */
  recalled(receipt: Receipt, at: EpochMs): void;
  /** The home server answered, at arrival or to a release. */
  answered(receipt: Receipt, answer: UpstreamAnswer, at: EpochMs): void;
  /** A port is down, or we are wrong: what was being done, and what became of the delivery. */
  failed(what: string, error: unknown, done: Done | undefined): void;
}

const nothing = (): void => undefined;

/** For who wants to hear little or nothing. */
export const deaf: Journal = {
  judged: nothing,
  shadowed: nothing,
  unreadable: nothing,
  knocked: nothing,
  moved: nothing,
  repeated: nothing,
  overQuota: nothing,
  unreached: nothing,
  recalled: nothing,
  answered: nothing,
  failed: nothing,
};
