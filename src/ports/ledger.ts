// What must never be lost: kept bytes, rulings, rules.

import type { EpochMs } from "../base/units.ts";
import type { ActorId, ObjectId, Receipt } from "../model/ids.ts";
import type { Kept, KeptState, KeptSummary, UpstreamAnswer } from "../model/kept.ts";
import type { Rule } from "../model/rule.ts";
import type { Verdict } from "../model/verdict.ts";

export class LedgerDown extends Error {
  override readonly name = "LedgerDown";
}

/** A moderator's word on one kept delivery. */
export interface Ruling {
  readonly receipt: Receipt;
  readonly ruling: "ham" | "spam";
  readonly by: string;
  readonly at: EpochMs;
}

/**
 * Durable: what a method promised is on disk (fsync) once it returns; concurrent
 * calls may share one commit. Every adapter must pass ledger.contract.ts. Methods
 * throw LedgerDown and nothing else.
 */
export interface Ledger {
  /**
   * Keeps the exact bytes, settling or held. A repeat of the same (sender, activity id, body
   * digest, path) is not kept twice: it answers the receipt that already stands for it.
   */
  keep(kept: Kept): Promise<Receipt>;

  /** What settles is judged again: a new verdict, and a new state or moment. False if it moved on. */
  rejudge(
    receipt: Receipt,
    verdict: Verdict,
    next: { readonly state: "settling" | "held"; readonly dueAt: EpochMs | undefined },
    at: EpochMs,
  ): Promise<boolean>;

  /**
   * Leases a settling, held or releasing-but-lapsed delivery to one deliverer until
   * `at + leaseMs`; undefined if it was ruled spam, withdrawn, ended or leased.
   */
  claim(receipt: Receipt, leaseMs: number, at: EpochMs): Promise<Kept | undefined>;

  /**
   * Ends a claim with the home server's answer: delivered, or refused. `unreachable` and 5xx put
   * it back where it was, to be tried again at `retryAt`. Unfinished claims come back when their
   * lease ends: at least once.
   */
  finish(receipt: Receipt, answer: UpstreamAnswer, at: EpochMs, retryAt: EpochMs): Promise<void>;

  /** Everything that waits for `at`: settling and due, released by a ruling, or with a lapsed lease. */
  due(at: EpochMs, limit: number): Promise<readonly Receipt[]>;

  /** The next moment at which `due` will have something, if nothing else happens. */
  nextDueAt(): Promise<EpochMs | undefined>;

  /** All that settles now, for the index that rejudging goes by. */
  settling(): Promise<readonly KeptSummary[]>;

  find(receipt: Receipt): Promise<Kept | undefined>;

  /** Newest first. */
  list(states: readonly KeptState[], limit: number): Promise<readonly KeptSummary[]>;

  /** Rules on what is held or settles: ham makes it due at once, spam ends it. False if it ended. */
  rule(ruling: Ruling): Promise<boolean>;

  /** Ends what this sender has kept under an object id, because its author deleted it; the bytes go. */
  withdraw(sender: ActorId, object: ObjectId, at: EpochMs): Promise<readonly Receipt[]>;

  /** Ends held deliveries that came to their state before `before`; the bytes go. */
  expire(before: EpochMs, at: EpochMs): Promise<readonly Receipt[]>;

  /** Sets or replaces the rule on its subject. */
  addRule(rule: Rule): Promise<void>;

  /** False if there was none. */
  dropRule(subject: Rule["subject"]): Promise<boolean>;

  rules(): Promise<readonly Rule[]>;

  /** A small value of our own that must survive, such as the gate's key. */
  setting(name: string): Promise<string | undefined>;
  putSetting(name: string, value: string): Promise<void>;

  /** Ends all work and closes; no call may follow. */
  close(): Promise<void>;
}
