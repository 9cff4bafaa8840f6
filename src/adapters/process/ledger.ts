// A ledger that lives as long as its process: for replays, tests and a first look.

import { type EpochMs, epochMs } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { ActorId, ObjectId, Receipt } from "../../model/ids.ts";
import {
  authenticatedAs,
  boundedAnswer,
  type Census,
  type Kept,
  type KeptState,
  type KeptSummary,
  type NextPosition,
  provenSenderOf,
  type RuledSummary,
  ruledSummaryOf,
  summaryOf,
  type UpstreamAnswer,
  withoutBytes,
} from "../../model/kept.ts";
import { type Kinship, kinshipOf, sharesHam } from "../../model/kept-kin.ts";
import {
  backBehind,
  begun,
  begunBeside,
  claimed,
  expired,
  finished,
  hasEnded,
  keepsBytes,
  leaderEnded,
  nextForSibling,
  type Position,
  rejudged,
  ruledOn,
  withdrawn,
} from "../../model/kept-moves.ts";
import type { Rung } from "../../model/rung.ts";
import type { Usage } from "../../model/usage.ts";
import type { Verdict } from "../../model/verdict.ts";
import {
  type Errand,
  type Ledger,
  LedgerDown,
  type Posted,
  type Ruling,
} from "../../ports/ledger.ts";
import { repeatKeyOf, siblingKeyOf } from "../repeat-key.ts";
import { ProcessCaseBook } from "./case-book.ts";
import { censusOf } from "./census.ts";
import {
  dueOf,
  type Entry,
  judgedAgain,
  type Move,
  ownCopy,
  positionOf,
  receiptOf,
  type Step,
} from "./entry.ts";
import { ProcessErrands } from "./errands.ts";
import { Kin } from "./kin.ts";
import { usageOf } from "./usage.ts";

/** Deterministic; nothing is lost while the process lives, everything when it ends. */
export class ProcessLedger extends ProcessCaseBook implements Ledger {
  readonly #entries = new Map<Receipt, Entry>();
  /** Those with a `dueAt`: clocks ask for them before every step. */
  readonly #waiting = new Set<Entry>();
  readonly #repeats = new Map<string, Receipt>();
  readonly #kin = new Kin<Entry>();
  readonly #errands = new ProcessErrands();
  #count = 0;

  async keep(kept: Kept): Promise<Receipt> {
    const repeatKey = repeatKeyOf(kept);
    const stands = this.#repeats.get(repeatKey);
    if (stands !== undefined) return stands;
    const { receipt } = kept.delivery;
    if (this.#entries.has(receipt)) throw new LedgerDown(`receipt ${receipt} was given out twice`);
    const siblingKey = siblingKeyOf(kept);
    const own = this.#ownBeginning(kept, siblingKey);
    const eldest = this.#kin.eldest(siblingKey);
    const begins = eldest === undefined ? own : begunBeside(own, positionOf(eldest));
    const { verdict } = begins === own ? kept : (eldest?.kept ?? kept);
    const copy = { ...ownCopy(kept), verdict, eldest: eldest && receiptOf(eldest) };
    const keys = { repeatKey, siblingKey };
    const entry = { kept: copy, claimedFrom: undefined, ...keys, number: this.#count++ };
    this.#entries.set(receipt, entry);
    this.#repeats.set(repeatKey, receipt);
    this.#move(entry, begins);
    return receipt;
  }

  async kin(kinship: Kinship): Promise<Receipt | undefined> {
    const newest = this.#kin.newest(kinship, undefined);
    return newest && receiptOf(newest);
  }

  async otherBodies(posted: Posted): Promise<number> {
    const { sender, activityId } = posted;
    const own = siblingKeyOf(posted);
    const others = this.#kin
      .ofSender(sender)
      .filter(
        ({ kept, siblingKey }) =>
          kept.activityId === activityId && provenSenderOf(kept) === sender && siblingKey !== own,
      );
    return new Set(others.map(({ siblingKey }) => siblingKey)).size;
  }

  async standingSenders(): Promise<readonly ActorId[]> {
    return this.#kin.standingSenders();
  }

  async rejudge(
    receipt: Receipt,
    verdict: Verdict,
    next: NextPosition,
    at: EpochMs,
  ): Promise<readonly Receipt[]> {
    const stepped = this.#step(receipt, (position) => rejudged(position, next, at), at);
    if (stepped === undefined) return [];
    const { entry } = stepped;
    const moved = [receipt, ...stepped.followed];
    const before = provenSenderOf(entry.kept);
    const judged = judgedAgain(entry.kept, verdict);
    this.#restate(entry, authenticatedAs(judged, next.authenticity));
    for (const sibling of this.#kin.siblingsOf(entry)) {
      const its = nextForSibling(next, sibling.kept, entry.kept);
      const also = this.#step(receiptOf(sibling), (one) => rejudged(one, its, at), at);
      if (also === undefined) continue;
      this.#restate(sibling, judgedAgain(sibling.kept, verdict));
      moved.push(receiptOf(sibling), ...also.followed);
    }
    if (provenSenderOf(entry.kept) !== before) this.#standForRepeats(entry);
    return moved;
  }

  async claim(receipt: Receipt, leaseMs: number, at: EpochMs): Promise<Kept | undefined> {
    return this.#step(receipt, (position) => claimed(position, leaseMs, at), at)?.entry.kept;
  }

  async finish(
    receipt: Receipt,
    answer: UpstreamAnswer,
    at: EpochMs,
    retryAt: EpochMs,
    by: Rung = "replay",
  ): Promise<void> {
    const stepped = this.#step(receipt, (position) => finished(position, answer, at, retryAt), at);
    if (stepped === undefined) return;
    const { entry } = stepped;
    const kept = { ...entry.kept, answer: boundedAnswer(answer), triedBy: by };
    this.#restate(entry, keepsBytes(kept.state) ? kept : withoutBytes(kept));
  }

  async due(at: EpochMs, limit: number): Promise<readonly Receipt[]> {
    return [...this.#waiting]
      .filter((entry) => dueOf(entry) <= at)
      .sort((a, b) => dueOf(a) - dueOf(b) || a.number - b.number)
      .slice(0, limit)
      .map(receiptOf);
  }

  async nextDueAt(): Promise<EpochMs | undefined> {
    let next = Number.POSITIVE_INFINITY;
    for (const entry of this.#waiting) next = Math.min(next, dueOf(entry));
    return next === Number.POSITIVE_INFINITY ? undefined : epochMs(next);
  }

  async settling(): Promise<readonly KeptSummary[]> {
    return [...this.#entries.values()]
      .filter((entry) => entry.kept.state === "settling")
      .map((entry) => summaryOf(entry.kept));
  }

  async usage(): Promise<Usage> {
    return usageOf([...this.#entries.values()].map(({ kept }) => kept));
  }

  async room(): Promise<number> {
    return Number.POSITIVE_INFINITY;
  }

  async find(receipt: Receipt): Promise<Kept | undefined> {
    return this.#entries.get(receipt)?.kept;
  }

  async list(states: readonly KeptState[], limit: number): Promise<readonly KeptSummary[]> {
    return [...this.#entries.values()]
      .filter((entry) => states.includes(entry.kept.state))
      .sort((a, b) => b.kept.delivery.at - a.kept.delivery.at || b.number - a.number)
      .slice(0, limit)
      .map((entry) => summaryOf(entry.kept));
  }

  async ruled(limit: number): Promise<readonly RuledSummary[]> {
    const all = [...this.#entries.values()]
      .sort((a, b) => b.kept.delivery.at - a.kept.delivery.at || b.number - a.number)
      .flatMap(({ kept }) => ruledSummaryOf(kept) ?? []);
    return all.slice(0, limit);
  }

  async census(at: EpochMs): Promise<readonly Census[]> {
    return censusOf(
      [...this.#entries.values()].map((entry) => entry.kept),
      at,
    );
  }

  async rule(ruling: Ruling): Promise<boolean> {
    return this.ruleOne({ ...ruling, campaign: undefined }) > 0;
  }

  async withdraw(sender: ActorId, object: ObjectId, at: EpochMs): Promise<readonly Receipt[]> {
    const all = String(object) === String(sender);
    const meant = ({ kept }: Entry): boolean =>
      (provenSenderOf(kept) === sender || kept.author === sender) &&
      (all || kept.objectId === object || kept.activityId === object);
    return this.#end(meant, (position) => withdrawn(position, at), at);
  }

  async expire(before: EpochMs, at: EpochMs): Promise<readonly Receipt[]> {
    const old = ({ kept }: Entry): boolean => kept.since < before;
    return this.#end(old, (position) => expired(position, before, at), at);
  }

  async forget(before: EpochMs): Promise<number> {
    const gone = [...this.#entries.values()].filter(
      ({ kept }) => hasEnded(kept.state) && kept.since < before,
    );
    for (const entry of gone) this.#remove(entry);
    this.forgetReports(before);
    this.forgetCampaigns(before);
    return gone.length;
  }

  async of(sender: ActorId): Promise<readonly KeptSummary[]> {
    return this.#allOf(sender).map(({ kept }) => summaryOf(kept));
  }

  async forgetSender(sender: ActorId): Promise<number> {
    const gone = this.#allOf(sender);
    for (const entry of gone) this.#remove(entry);
    this.forgetSayings(sender);
    return gone.length;
  }

  ask = (errand: Errand): Promise<void> => this.#errands.ask(errand);
  errands = (): Promise<readonly Errand[]> => this.#errands.errands();
  takeAnswer = (errand: Errand): Promise<string | undefined> => this.#errands.take(errand);
  answerErrand = (errand: Errand, answer: string | undefined): Promise<void> =>
    this.#errands.answer(errand, answer);

  protected *everyKept(): Generator<Kept> {
    for (const { kept } of this.#entries.values()) yield kept;
  }

  protected keptUnder(receipt: Receipt): Kept | undefined {
    return this.#entries.get(receipt)?.kept;
  }

  protected putInto(campaign: CampaignId, receipt: Receipt): void {
    const entry = this.#entries.get(receipt);
    if (entry === undefined) return;
    this.#restate(entry, { ...entry.kept, verdict: { ...entry.kept.verdict, campaign } });
  }

  protected ruleOne(given: Parameters<ProcessCaseBook["ruleOne"]>[0]): number {
    const { receipt, ruling, by, at } = given;
    const move: Move = (position) => ruledOn(position, ruling, by, at);
    const stood = this.#entries.get(receipt);
    const also = stood?.kept.state === "rejected" ? (["rejected"] as const) : [];
    const moved: { readonly entry: Entry; readonly were: readonly Entry[] }[] = [];
    for (const one of stood === undefined ? [] : [stood, ...this.#kin.siblingsOf(stood, also)]) {
      const were = one.kept.state === "rejected" ? this.#kin.rejectedFor(one) : [];
      const ruled = this.#step(receiptOf(one), move, at);
      if (ruled !== undefined) moved.push({ entry: ruled.entry, were });
      else if (one === stood) return 0;
    }
    if (stood === undefined) return 0;
    this.noteRuling(given, provenSenderOf(stood.kept));
    if (ruling === "ham") for (const { entry, were } of moved) this.#letIn(entry, were, by, at);
    return moved.length;
  }

  /** `were` rejected with it, or for its sake. */
  #letIn(leader: Entry, were: readonly Entry[], by: string, at: EpochMs): void {
    let behind = leader;
    for (const entry of were) {
      const next = backBehind(positionOf(entry), receiptOf(behind), at);
      if (next === undefined) continue;
      this.#move(entry, next);
      behind = entry;
    }
    this.#shareHam(leader, by, at);
  }

  #allOf(sender: ActorId): readonly Entry[] {
    return [...this.#entries.values()].filter(
      ({ kept }) => kept.sender === sender || kept.author === sender,
    );
  }

  #remove(entry: Entry): void {
    this.#entries.delete(receiptOf(entry));
    this.#waiting.delete(entry);
    this.#kin.drop(entry);
    this.#repeats.delete(entry.repeatKey);
  }

  async close(): Promise<void> {
    this.#entries.clear();
    this.#waiting.clear();
    this.#repeats.clear();
    this.#kin.clear();
  }

  #ownBeginning(kept: Kept, siblingKey: string): Position {
    const leader = this.#kin.newest(kinshipOf(kept), siblingKey);
    if (leader === undefined) return begun({ ...kept, behind: undefined });
    const own = begun({ ...kept, behind: receiptOf(leader) });
    if (leader.kept.state !== "rejected" || own.behind === undefined) return own;
    return leaderEnded(own, positionOf(leader), undefined, own.since);
  }

  /** Under what is proven by now, unless another stands for that already. */
  #standForRepeats(entry: Entry): void {
    const repeatKey = repeatKeyOf(entry.kept);
    if (this.#repeats.has(repeatKey)) return;
    this.#repeats.delete(entry.repeatKey);
    this.#repeats.set(repeatKey, receiptOf(entry));
    this.#kin.drop(entry);
    entry.repeatKey = repeatKey;
    entry.siblingKey = siblingKeyOf(entry.kept);
    this.#kin.add(entry);
  }

  /** Makes a move, if there is such a delivery and it may be made. */
  #step(receipt: Receipt, move: Move, at: EpochMs): Step | undefined {
    const entry = this.#entries.get(receipt);
    const next = entry && move(positionOf(entry));
    if (entry === undefined || next === undefined) return undefined;
    const wasBehind = entry.kept.behind;
    this.#move(entry, next);
    return { entry, followed: hasEnded(next.state) ? this.#followUp(entry, wasBehind, at) : [] };
  }

  /** Answers who ended with it. */
  #followUp(leader: Entry, wasBehind: Receipt | undefined, at: EpochMs): readonly Receipt[] {
    const ended: Receipt[] = [];
    for (const entry of this.#kin.followersOf(leader)) {
      const next = leaderEnded(positionOf(entry), positionOf(leader), wasBehind, at);
      this.#move(entry, next);
      if (!hasEnded(next.state)) continue;
      ended.push(receiptOf(entry), ...this.#followUp(entry, wasBehind, at));
    }
    return ended;
  }

  #shareHam(leader: Entry, by: string, at: EpochMs): void {
    for (const entry of this.#kin.followersOf(leader)) {
      if (!sharesHam(entry.kept.keys, leader.kept.keys)) continue;
      const next = ruledOn(positionOf(entry), "ham", by, at);
      if (next === undefined) continue;
      this.#move(entry, next);
      this.#shareHam(entry, by, at);
    }
  }

  /** Moves all that are meant and may move; those already refused or rejected lose their bytes. */
  #end(meant: (entry: Entry) => boolean, move: Move, at: EpochMs): readonly Receipt[] {
    const ended: Receipt[] = [];
    for (const entry of [...this.#entries.values()].filter(meant)) {
      const had = hasEnded(entry.kept.state);
      const stepped = this.#step(receiptOf(entry), move, at);
      if (stepped !== undefined) ended.push(receiptOf(entry), ...stepped.followed);
      else if (had) this.#restate(entry, withoutBytes(entry.kept));
    }
    return ended;
  }

  #move(entry: Entry, next: Position): void {
    const { claimedFrom, hasBytes: _, ...position } = next;
    const kept = { ...entry.kept, ...position };
    entry.claimedFrom = claimedFrom;
    this.#restate(entry, keepsBytes(kept.state) ? kept : withoutBytes(kept));
    if (dueOf(entry) === Number.POSITIVE_INFINITY) this.#waiting.delete(entry);
    else this.#waiting.add(entry);
  }

  #restate(entry: Entry, kept: Kept): void {
    this.#kin.drop(entry);
    entry.kept = kept;
    this.#kin.add(entry);
  }
}
