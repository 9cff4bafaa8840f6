// What must never be lost: kept bytes, rulings, rules.

import type { EpochMs } from "../base/units.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { SplitWords } from "../model/case.ts";
import type { ActorId, ObjectId, Receipt } from "../model/ids.ts";
import type {
  Census,
  Kept,
  KeptState,
  KeptSummary,
  NextPosition,
  RuledSummary,
  UpstreamAnswer,
} from "../model/kept.ts";
import type { Kinship } from "../model/kept-kin.ts";
import type { Report, ReportCase } from "../model/report-case.ts";
import type { RecipientRule, Rule } from "../model/rule.ts";
import type { Rung } from "../model/rung.ts";
import type { Usage } from "../model/usage.ts";
import type { Verdict } from "../model/verdict.ts";
import type { CaseBook } from "./case-book.ts";
import type { CaseList } from "./case-list.ts";
import type { RecallBook } from "./recall-book.ts";

export class LedgerDown extends Error {
  override readonly name: string = "LedgerDown";
}

/**
 * The ledger stands and works, but more was asked than it can do in the time that a caller can
 * wait. Overload is not failure: what can't be kept for now must not pass for that reason.
 */
export class LedgerBusy extends LedgerDown {
  override readonly name = "LedgerBusy";
}

/** As much of a delivery as tells whether it is the same as another. */
export type Posted = Pick<Kept, "delivery" | "authenticity" | "sender" | "activityId">;

/** A moderator's word on one kept delivery. */
export interface Ruling {
  readonly receipt: Receipt;
  readonly ruling: "ham" | "spam";
  readonly by: string;
  readonly at: EpochMs;
}

/** As who learns from it needs it. */
export interface LearnableRuling extends Omit<Ruling, "receipt"> {
  /** In the order of ruling. */
  readonly number: number;
  /** Undefined: it is on a campaign as a whole. */
  readonly receipt: Receipt | undefined;
  /** Whose key signed what was ruled on, if that was proven. */
  readonly sender: ActorId | undefined;
  /** What was ruled on as a whole, with this as a part of it or by itself. */
  readonly campaign: CampaignId | undefined;
}

/** What only a running gate can do: it has in mind what lies in no file, or in its own. */
export interface Errand {
  /** `campaign`: tell who belongs to one; `split`: say of some that they don't. */
  readonly kind: "forget" | "tell" | "campaign" | "split";
  readonly about: ActorId | CampaignId | SplitWords;
}

/**
 * Durable: what a method promised is on disk (fsync) once it returns; concurrent calls may share
 * one commit, and one that fails leaves its neighbours alone. Reads go in order with writes.
 * Another process may have the same ledger open: what it did shows at the next call. Moments are
 * kept as whole milliseconds, rounded down. Every adapter must pass ledger.contract.ts;
 * kept-moves.ts says which move leads where. In a flood calls wait; who waits too long hears
 * LedgerBusy, or LedgerDown where nothing moves any more. Methods throw these and nothing else.
 */
export interface Ledger extends CaseBook, CaseList, RecallBook {
  /**
   * Keeps the exact bytes, settling, held or rejected. A repeat of the same (proven sender,
   * activity id, body digest, path) is not kept twice: it answers the receipt that already stands
   * for it, also when that one has ended. What is not proven repeats only what came under the
   * same signature and is as little proven, so that no forged copy stands for the real post. What
   * settles without `dueAt` is due at once; what is held has its deadline there, or none;
   * rejected has none.
   *
   * The same at another inbox (equal but for the path) begins where the first of them stands. What
   * must not overtake something that stands here (kept-kin.ts) waits behind the newest such, and
   * is not due before that has ended; if that was rejected, so is it.
   */
  keep(kept: Kept): Promise<Receipt>;

  /**
   * The newest delivery that stands here and that this one belongs with: the same at another
   * inbox, or what it must not overtake.
   */
  kin(kinship: Kinship): Promise<Receipt | undefined>;

  /** How many other bodies of this proven sender's are, or were lately, kept under the same id. */
  otherBodies(posted: Posted): Promise<number>;

  /** Everybody, proven or named, of whom something stands here, so that others need no look. */
  standingSenders(): Promise<readonly ActorId[]>;

  /**
   * What settles or is held is judged again: a new verdict, a new state or moment, and what is
   * known of its signature by now. Its siblings get verdict and state with it. Answers what it
   * moved, itself first, with what waited behind and ended too; nothing if it had moved on:
   * claimed, ended, held where it was to settle on, or ruled on by a moderator.
   */
  rejudge(
    receipt: Receipt,
    verdict: Verdict,
    next: NextPosition,
    at: EpochMs,
  ): Promise<readonly Receipt[]>;

  /**
   * Leases what is due to one deliverer until `at + leaseMs`: settling, held with a ruling of
   * ham or at its deadline, or releasing with a lapsed lease. Undefined if it is not due, ended,
   * or leased. With `ruledBy` set, a moderator wants it delivered: no need to judge again.
   */
  claim(receipt: Receipt, leaseMs: number, at: EpochMs): Promise<Kept | undefined>;

  /**
   * Ends a claim with the home server's answer: 2xx delivered (the bytes go), 4xx refused
   * (bytes and answer stay). Anything else puts it back where it was, to be tried again at
   * `retryAt`. Unfinished claims come back when their lease ends: at least once. Without effect
   * on what is not releasing, such as a delivery that was withdrawn in flight. `by` is the way
   * that was tried; the replay where it is not said.
   */
  finish(
    receipt: Receipt,
    answer: UpstreamAnswer,
    at: EpochMs,
    retryAt: EpochMs,
    by?: Rung,
  ): Promise<void>;

  /**
   * Everything that waits for `at`: settling and due, released by a ruling, held and at a
   * deadline, or with a lapsed lease. Longest due first; what was kept first comes first among
   * equals.
   */
  due(at: EpochMs, limit: number): Promise<readonly Receipt[]>;

  /** The next moment at which `due` will have something, if nothing else happens. */
  nextDueAt(): Promise<EpochMs | undefined>;

  /** All that settles now, oldest first, for the index that rejudging goes by. */
  settling(): Promise<readonly KeptSummary[]>;

  /** How much is kept, and whose: what ended and lost its bytes takes no room. */
  usage(): Promise<Usage>;

  /** Bytes still free where it writes; infinite where nothing is written. */
  room(): Promise<number>;

  find(receipt: Receipt): Promise<Kept | undefined>;

  /** Newest arrival first. */
  list(states: readonly KeptState[], limit: number): Promise<readonly KeptSummary[]>;

  /** What somebody ruled on, newest arrival first; short, as there may be thousands. */
  ruled(limit: number): Promise<readonly RuledSummary[]>;

  /** What stands where, as of `at`; states that nothing is in are left out. By state's name. */
  census(at: EpochMs): Promise<readonly Census[]>;

  /**
   * Rules on what is held or settles, and on its siblings: ham makes it due at once, spam ends it.
   * The latest ruling counts. What waits behind it ends with spam; with ham it is released after
   * it, unless it says something of its own. False if it ended or is on its way.
   */
  rule(ruling: Ruling): Promise<boolean>;

  /** Rulings that nobody has learned from yet, in their order. */
  unlearned(limit: number): Promise<readonly LearnableRuling[]>;

  /** Somebody has learned from all up to this number. */
  learned(upTo: number): Promise<void>;

  /**
   * Ends what this sender is proven to have sent, or another to have brought as the sender's, in
   * flight or not, under an activity's or object's id, because its author deleted or undid it;
   * everything of the sender's if `object` is the sender itself. Answers what it ended, oldest
   * first. The bytes go, also those of what had been refused or rejected.
   */
  withdraw(sender: ActorId, object: ObjectId, at: EpochMs): Promise<readonly Receipt[]>;

  /**
   * Ends held deliveries without a ruling that came to their state before `before`, and answers
   * them, oldest first. Their bytes go, and those of what was refused or rejected before then.
   */
  expire(before: EpochMs, at: EpochMs): Promise<readonly Receipt[]>;

  /** Removes all trace of what ended before `before`; its repeat is new again. Answers how many. */
  forget(before: EpochMs): Promise<number>;

  /** Whatever is kept of who sent or wrote it, proven or named, oldest first. */
  of(sender: ActorId): Promise<readonly KeptSummary[]>;

  /**
   * Removes all trace of what somebody sent or wrote, proven or named, whatever waits for what,
   * and of reports on them; its repeat is new again. Answers how many.
   */
  forgetSender(sender: ActorId): Promise<number>;

  /** Asks the gate that runs with this ledger, or is started next. Asked twice is asked once. */
  ask(errand: Errand): Promise<void>;

  /** What is asked and not done, by kind and subject. */
  errands(): Promise<readonly Errand[]>;

  /** It is done. An answer lies here until it is taken. */
  answerErrand(errand: Errand, answer: string | undefined): Promise<void>;

  /** Takes an answer away; undefined if there is none. */
  takeAnswer(errand: Errand): Promise<string | undefined>;

  /** Adds a report to its day's case on the same people; answers how that stands. */
  noteReport(report: Report): Promise<ReportCase>;

  /** Cases of reports that grew since then, the last first. `forget` removes what is older. */
  reports(since: EpochMs, limit: number): Promise<readonly ReportCase[]>;

  /** Sets or replaces the rule on its subject. */
  addRule(rule: Rule): Promise<void>;

  /** False if there was none. */
  dropRule(subject: Rule["subject"]): Promise<boolean>;

  /** All of them, hosts after actors, by name. Also those past `expiresAt`: the reader looks. */
  rules(): Promise<readonly Rule[]>;

  /** Sets or replaces how mail to one of our own people is treated. */
  setRecipient(rule: RecipientRule): Promise<void>;

  /** From now on as for everybody. False if it was so before. */
  dropRecipient(recipient: ActorId): Promise<boolean>;

  /** By recipient. */
  recipients(): Promise<readonly RecipientRule[]>;

  /** A small value of our own that must survive, such as the gate's key. */
  setting(name: string): Promise<string | undefined>;
  putSetting(name: string, value: string): Promise<void>;

  /** Ends all work and closes; no call may follow. */
  close(): Promise<void>;
}
