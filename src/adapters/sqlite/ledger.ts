// The ledger's port over a queue of queries.

import type { EpochMs } from "../../base/units.ts";
import type { ActorId, ObjectId, Receipt } from "../../model/ids.ts";
import {
  boundedAnswer,
  type Census,
  type Kept,
  type KeptState,
  type KeptSummary,
  type NextPosition,
  type RuledSummary,
  type UpstreamAnswer,
} from "../../model/kept.ts";
import type { Kinship } from "../../model/kept-kin.ts";
import type { Report, ReportCase } from "../../model/report-case.ts";
import type { RecipientRule, Rule } from "../../model/rule.ts";
import type { Rung } from "../../model/rung.ts";
import type { Usage } from "../../model/usage.ts";
import type { Verdict } from "../../model/verdict.ts";
import type { Errand, LearnableRuling, Ledger, Posted, Ruling } from "../../ports/ledger.ts";
import { siblingKeyOf } from "../repeat-key.ts";
import { SqliteCaseBook } from "./case-book.ts";
import type { CommitQueue } from "./commit-queue.ts";
import type { KeptSigners } from "./kept-signers.ts";

export class SqliteLedger extends SqliteCaseBook implements Ledger {
  readonly #signers: KeptSigners;
  readonly #close: () => Promise<void>;

  constructor(queue: CommitQueue, signers: KeptSigners, close: () => Promise<void>) {
    super(queue);
    this.#signers = signers;
    this.#close = close;
  }

  keep(kept: Kept): Promise<Receipt> {
    // A copy: the body may be a window into a pool, which would travel as a whole.
    const delivery = { ...kept.delivery, body: Uint8Array.from(kept.delivery.body) };
    this.#noteSigner(kept);
    if (kept.author !== undefined) this.#signers.add(kept.author);
    return this.queue.call("keep", { ...kept, delivery });
  }

  rejudge(
    receipt: Receipt,
    verdict: Verdict,
    next: NextPosition,
    at: EpochMs,
  ): Promise<readonly Receipt[]> {
    this.#noteSigner(next);
    return this.queue.call("rejudge", receipt, verdict, next, at);
  }

  claim(receipt: Receipt, leaseMs: number, at: EpochMs): Promise<Kept | undefined> {
    return this.queue.call("claim", receipt, leaseMs, at);
  }

  finish(
    receipt: Receipt,
    answer: UpstreamAnswer,
    at: EpochMs,
    retryAt: EpochMs,
    by: Rung = "replay",
  ): Promise<void> {
    return this.queue.call("finish", receipt, boundedAnswer(answer), at, retryAt, by);
  }

  due(at: EpochMs, limit: number): Promise<readonly Receipt[]> {
    return this.queue.call("due", at, limit);
  }

  nextDueAt(): Promise<EpochMs | undefined> {
    return this.queue.call("nextDueAt");
  }

  settling(): Promise<readonly KeptSummary[]> {
    return this.queue.call("settling");
  }

  kin(kinship: Kinship): Promise<Receipt | undefined> {
    return this.queue.call("kin", kinship);
  }

  async otherBodies(posted: Posted): Promise<number> {
    const { sender, activityId } = posted;
    if (activityId === undefined || !this.#signers.mayHold(sender)) return 0;
    return this.queue.call("otherBodies", sender, activityId, siblingKeyOf(posted));
  }

  async standingSenders(): Promise<readonly ActorId[]> {
    return (await this.queue.call("standingSenders")) as readonly ActorId[];
  }

  usage(): Promise<Usage> {
    return this.queue.call("usage");
  }

  room(): Promise<number> {
    return this.queue.call("room");
  }

  find(receipt: Receipt): Promise<Kept | undefined> {
    return this.queue.call("find", receipt);
  }

  list(states: readonly KeptState[], limit: number): Promise<readonly KeptSummary[]> {
    return this.queue.call("list", states, limit);
  }

  ruled(limit: number): Promise<readonly RuledSummary[]> {
    return this.queue.call("ruled", limit);
  }

  census(at: EpochMs): Promise<readonly Census[]> {
    return this.queue.call("census", at);
  }

  rule(ruling: Ruling): Promise<boolean> {
    return this.queue.call("rule", ruling);
  }

  async withdraw(sender: ActorId, object: ObjectId, at: EpochMs): Promise<readonly Receipt[]> {
    if (!this.#signers.mayHold(sender)) return [];
    const ended = this.queue.call("withdraw", sender, object, at);
    await Promise.all([ended, this.#signers.wantsAll(at) ? this.#readSigners(at) : undefined]);
    return ended;
  }

  expire(before: EpochMs, at: EpochMs): Promise<readonly Receipt[]> {
    return this.queue.call("expire", before, at);
  }

  forget(before: EpochMs): Promise<number> {
    return this.queue.call("forget", before);
  }

  unlearned(limit: number): Promise<readonly LearnableRuling[]> {
    return this.queue.call("unlearned", limit);
  }

  learned(upTo: number): Promise<void> {
    return this.queue.call("learned", upTo);
  }

  of(sender: ActorId): Promise<readonly KeptSummary[]> {
    return this.queue.call("keptOf", sender);
  }

  forgetSender(sender: ActorId): Promise<number> {
    return this.queue.call("forgetSender", sender);
  }

  ask(errand: Errand): Promise<void> {
    return this.queue.call("ask", errand);
  }

  errands(): Promise<readonly Errand[]> {
    return this.queue.call("errands");
  }

  answerErrand(errand: Errand, answer: string | undefined): Promise<void> {
    return this.queue.call("answerErrand", errand, answer);
  }

  takeAnswer(errand: Errand): Promise<string | undefined> {
    return this.queue.call("takeAnswer", errand);
  }

  noteReport(report: Report): Promise<ReportCase> {
    return this.queue.call("noteReport", report);
  }

  reports(since: EpochMs, limit: number): Promise<readonly ReportCase[]> {
    return this.queue.call("reports", since, limit);
  }

  addRule(rule: Rule): Promise<void> {
    return this.queue.call("addRule", rule);
  }

  dropRule(subject: Rule["subject"]): Promise<boolean> {
    return this.queue.call("dropRule", subject);
  }

  rules(): Promise<readonly Rule[]> {
    return this.queue.call("rules");
  }

  setRecipient(rule: RecipientRule): Promise<void> {
    return this.queue.call("setRecipient", rule);
  }

  dropRecipient(recipient: ActorId): Promise<boolean> {
    return this.queue.call("dropRecipient", recipient);
  }

  recipients(): Promise<readonly RecipientRule[]> {
    return this.queue.call("recipients");
  }

  setting(name: string): Promise<string | undefined> {
    return this.queue.call("setting", name);
  }

  putSetting(name: string, value: string): Promise<void> {
    return this.queue.call("putSetting", name, value);
  }

  close(): Promise<void> {
    return this.#close();
  }

  async #readSigners(at: EpochMs): Promise<void> {
    this.#signers.complete(await this.queue.call("signers"), at);
  }

  #noteSigner({ authenticity }: Pick<Kept, "authenticity">): void {
    if (authenticity.kind === "proven") this.#signers.add(authenticity.signer);
  }
}
