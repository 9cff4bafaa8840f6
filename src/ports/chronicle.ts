// What is written down of decisions, and of what became of senders since. No word of anybody's.

import type { Decibans, EpochMs } from "../base/units.ts";
import type { ActivityKind } from "../model/activity.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { ActorId, Host, ObjectId, Receipt } from "../model/ids.ts";
import type { KeptState } from "../model/kept.ts";
import type { Action, Evidence, PolicyDigest } from "../model/verdict.ts";
import type { Done } from "./journal.ts";

/** What was found, without its sentences. */
export type Found = Omit<Evidence, "because">;

/** One judged delivery. `because` is left out: it may name what the post links to. */
export interface Decision {
  readonly receipt: Receipt;
  /** When it arrived. */
  readonly at: EpochMs;
  readonly sender: ActorId;
  readonly host: Host;
  readonly proven: boolean;
  readonly activity: ActivityKind;
  /** By these a home server finds it again. */
  readonly activityId: ObjectId | undefined;
  readonly objectId: ObjectId | undefined;
  /** Local people it reaches. */
  readonly recipients: number;
  readonly action: Action;
  readonly score: Decibans;
  readonly probability: number;
  readonly path: "fast" | "judged";
  readonly evidence: readonly Found[];
  /** What it belonged to when it was first judged. */
  readonly campaign: CampaignId | undefined;
  readonly policy: PolicyDigest;
  /** What was really done: in watch mode it passes whatever the action says. */
  readonly done: Done;
  /** Why that is not what the action says. */
  readonly why: string | undefined;
  /** Where it stands, if it was kept back, and since when. */
  readonly state: KeptState | undefined;
  readonly stateAt: EpochMs | undefined;
  /** By what it was kept, or moved last; undefined where it was not kept. */
  readonly last: Judged | undefined;
  /** The status of the home server's answer to it. */
  readonly answer: number | undefined;
}

/** A verdict on something kept, without its sentences. */
export interface Judged {
  readonly score: Decibans;
  readonly evidence: readonly Found[];
}

/** Why a delivery passed unread. A closed list: nothing that a stranger writes is a reason. */
export const passReasons = [
  "refused at home",
  "ends or answers something",
  "contacts nobody here",
  "asked for",
  "well known",
  "allowed by a rule",
] as const;
export type PassReason = (typeof passReasons)[number];

/** How an actor ended: it said so itself, or its own host says so. */
export const senderEnds = ["deleted", "suspended", "gone"] as const;
export type SenderEnd = (typeof senderEnds)[number];

/** What became of a sender after it contacted us. */
export interface SenderSince {
  readonly sender: ActorId;
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
  readonly end: { readonly how: SenderEnd; readonly at: EpochMs } | undefined;
  /** Later days on which mail of it passed, judged or not. */
  readonly goodDays: number;
  /** What local people did: blocked, muted or reported it; followed, answered, liked, boosted. */
  readonly complaints: number;
  readonly welcomes: number;
  /** When its document was last asked for because of this, and when it is to be next. */
  readonly lookedAt: EpochMs | undefined;
  readonly lookAt: EpochMs | undefined;
}

/** A decision, and what became of its sender. */
export interface Remembered {
  readonly decision: Decision;
  readonly since: SenderSince;
}

/** How a sender, or a host by all its senders, fared in a stretch. */
export interface Party {
  /** An actor's id, or a host. */
  readonly name: string;
  readonly deliveries: number;
  /** Of them, those that were to be kept back, and those that were. */
  readonly doubted: number;
  readonly kept: number;
  readonly lastAt: EpochMs;
  /** Distinct. */
  readonly senders: number;
  /** Of its proven senders, whenever it was: how many ended, and what local people did. */
  readonly ended: number;
  readonly complaints: number;
  readonly welcomes: number;
}

/** Something to write down. What names an actor or receipt that stands nowhere changes nothing. */
export type Happening =
  | {
      readonly kind: "judged";
      readonly decision: Decision;
      /** When its sender is to be looked up first. Only a proven one is remembered. */
      readonly lookAt: EpochMs | undefined;
    }
  | {
      readonly kind: "moved";
      readonly receipt: Receipt;
      readonly state: KeptState;
      readonly at: EpochMs;
      /** Undefined: no verdict moved it. */
      readonly last: Judged | undefined;
    }
  | { readonly kind: "answered"; readonly receipt: Receipt; readonly status: number }
  /** So many more passed unread in the hour that begins at `hour`. */
  | {
      readonly kind: "passed";
      readonly hour: EpochMs;
      readonly reason: PassReason;
      readonly count: number;
    }
  | {
      readonly kind: "ended";
      readonly actor: ActorId;
      readonly how: SenderEnd;
      readonly at: EpochMs;
    }
  /** Mail of it passed on a day on which none had since it was first kept back. */
  | { readonly kind: "returned"; readonly actor: ActorId }
  | { readonly kind: "complained" | "welcomed"; readonly actor: ActorId }
  | {
      readonly kind: "looked";
      readonly actor: ActorId;
      /** Undefined: the question was put off. */
      readonly at: EpochMs | undefined;
      readonly lookAt: EpochMs | undefined;
    };

/** Judged deliveries by what was thought and done, and deliveries that passed unread. */
export interface Totals {
  readonly judged: readonly {
    readonly action: Action;
    readonly done: Done;
    readonly count: number;
    /** Of them, those whose sender ended since. */
    readonly ended: number;
  }[];
  readonly passed: Readonly<Partial<Record<PassReason, number>>>;
  /** The first moment of all that stands written, whenever that was. */
  readonly firstAt: EpochMs | undefined;
}

/** A stretch of time: `since` belongs to it, `until` does not. */
export interface Stretch {
  readonly since: EpochMs;
  readonly until: EpochMs;
}

/** Where a decision stands in the order of time. */
export type Place = Pick<Decision, "at" | "receipt">;

/**
 * A log, not the truth: mail goes its way without it. Who writes does so in batches beside the
 * mail, and may lose the last seconds. Every adapter must pass chronicle.contract.ts. Methods
 * throw LedgerDown and nothing else.
 */
export interface Chronicle {
  /** On disk once it returns. In order; a receipt is judged once, its first time stands. */
  write(happenings: readonly Happening[]): Promise<void>;

  find(receipt: Receipt): Promise<Decision | undefined>;

  /** Those of these that stand written, in any order. */
  findAll(receipts: readonly Receipt[]): Promise<readonly Decision[]>;

  /**
   * Those of a stretch that were to be kept back, oldest first, each with its sender; at most
   * `limit` after the one named.
   */
  doubted(stretch: Stretch, limit: number, after?: Place): Promise<readonly Remembered[]>;

  /** The same of all that was judged, whatever was thought of it. */
  judged(stretch: Stretch, limit: number, after?: Place): Promise<readonly Remembered[]>;

  totals(stretch: Stretch): Promise<Totals>;

  /** All decisions on an actor, oldest first, and what became of it; nobody judged: undefined. */
  about(
    actor: ActorId,
  ): Promise<{ readonly decisions: readonly Decision[]; readonly since: SenderSince } | undefined>;

  /**
   * Senders or hosts of a stretch, first those of whom most was to be kept back, then those who
   * wrote most; with `find` those whose name holds that text.
   */
  parties(
    by: "sender" | "host",
    stretch: Stretch,
    limit: number,
    find?: string,
  ): Promise<readonly Party[]>;

  /** The last decisions on a host's senders, the newest first. */
  ofHost(host: string, limit: number): Promise<readonly Remembered[]>;

  /** Senders whose mail was to be kept back: who is watched for coming back. */
  doubtedSenders(limit: number): Promise<readonly ActorId[]>;

  /** Who is to be looked up by `at`, first who was to be kept back, then longest due first. */
  toLookUp(at: EpochMs, limit: number): Promise<readonly SenderSince[]>;

  /** Removes all about an actor but what was only counted. Answers how many decisions. */
  forget(actor: ActorId): Promise<number>;

  /** Removes what is older. Answers how many decisions. */
  expire(before: EpochMs): Promise<number>;
}
