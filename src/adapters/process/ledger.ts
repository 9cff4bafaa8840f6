// A ledger that lives as long as its process: for replays, tests and a first look.

import { type EpochMs, epochMs } from "../../base/units.ts";
import type { ActorId, ObjectId, Receipt } from "../../model/ids.ts";
import {
  authenticatedAs,
  boundedAnswer,
  type Kept,
  type KeptState,
  type KeptSummary,
  type NextPosition,
  provenSenderOf,
  summaryOf,
  type UpstreamAnswer,
  withoutBytes,
} from "../../model/kept.ts";
import {
  begun,
  claimed,
  expired,
  finished,
  hasEnded,
  keepsBytes,
  type Position,
  rejudged,
  ruledOn,
  wholeMoment,
  withdrawn,
} from "../../model/kept-moves.ts";
import type { Rule } from "../../model/rule.ts";
import type { Rung } from "../../model/rung.ts";
import type { Verdict } from "../../model/verdict.ts";
import { type Ledger, LedgerDown, type Ruling } from "../../ports/ledger.ts";
import { repeatKeyOf } from "../repeat-key.ts";

interface Entry {
  kept: Kept;
  claimedFrom: Position["claimedFrom"];
  repeatKey: string;
  /** In the order of keeping. */
  readonly number: number;
}

/** Deterministic; nothing is lost while the process lives, everything when it ends. */
export class ProcessLedger implements Ledger {
  readonly #entries = new Map<Receipt, Entry>();
  /** Those with a `dueAt`: clocks ask for them before every step. */
  readonly #waiting = new Set<Entry>();
  readonly #repeats = new Map<string, Receipt>();
  readonly #rules = new Map<string, Rule>();
  readonly #settings = new Map<string, string>();
  #count = 0;

  async keep(kept: Kept): Promise<Receipt> {
    const repeatKey = repeatKeyOf(kept);
    const stands = this.#repeats.get(repeatKey);
    if (stands !== undefined) return stands;
    const { receipt } = kept.delivery;
    if (this.#entries.has(receipt)) throw new LedgerDown(`receipt ${receipt} was given out twice`);
    const entry = { kept: ownCopy(kept), claimedFrom: undefined, repeatKey, number: this.#count++ };
    this.#entries.set(receipt, entry);
    this.#repeats.set(repeatKey, receipt);
    this.#move(entry, begun(kept));
    return receipt;
  }

  async rejudge(
    receipt: Receipt,
    verdict: Verdict,
    next: NextPosition,
    at: EpochMs,
  ): Promise<boolean> {
    const moved = this.#step(receipt, (position) => rejudged(position, next, at));
    if (moved === undefined) return false;
    const before = provenSenderOf(moved.kept);
    moved.kept = authenticatedAs({ ...moved.kept, verdict }, next.authenticity);
    if (provenSenderOf(moved.kept) !== before) this.#standForRepeats(moved);
    return true;
  }

  async claim(receipt: Receipt, leaseMs: number, at: EpochMs): Promise<Kept | undefined> {
    return this.#step(receipt, (position) => claimed(position, leaseMs, at))?.kept;
  }

  async finish(
    receipt: Receipt,
    answer: UpstreamAnswer,
    at: EpochMs,
    retryAt: EpochMs,
    by: Rung = "replay",
  ): Promise<void> {
    const moved = this.#step(receipt, (position) => finished(position, answer, at, retryAt));
    if (moved === undefined) return;
    moved.kept = { ...moved.kept, answer: boundedAnswer(answer), triedBy: by };
    if (!keepsBytes(moved.kept.state)) moved.kept = withoutBytes(moved.kept);
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
    return [...this.#waiting]
      .filter((entry) => entry.kept.state === "settling")
      .sort((a, b) => a.number - b.number)
      .map((entry) => summaryOf(entry.kept));
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

  async rule({ receipt, ruling, by, at }: Ruling): Promise<boolean> {
    return this.#step(receipt, (position) => ruledOn(position, ruling, by, at)) !== undefined;
  }

  async withdraw(sender: ActorId, object: ObjectId, at: EpochMs): Promise<readonly Receipt[]> {
    const all = String(object) === String(sender);
    const meant = ({ kept }: Entry): boolean =>
      provenSenderOf(kept) === sender &&
      (all || kept.objectId === object || kept.activityId === object);
    return this.#end(meant, (position) => withdrawn(position, at));
  }

  async expire(before: EpochMs, at: EpochMs): Promise<readonly Receipt[]> {
    const old = ({ kept }: Entry): boolean => kept.since < before;
    return this.#end(old, (position) => expired(position, before, at));
  }

  async forget(before: EpochMs): Promise<number> {
    const gone = [...this.#entries.values()].filter(
      ({ kept }) => hasEnded(kept.state) && kept.since < before,
    );
    for (const entry of gone) {
      this.#entries.delete(receiptOf(entry));
      this.#repeats.delete(entry.repeatKey);
    }
    return gone.length;
  }

  async addRule(rule: Rule): Promise<void> {
    const expiresAt = rule.expiresAt === undefined ? undefined : wholeMoment(rule.expiresAt);
    const madeAt = wholeMoment(rule.madeAt);
    this.#rules.set(nameOf(rule.subject), { ...rule, madeAt, expiresAt });
  }

  async dropRule(subject: Rule["subject"]): Promise<boolean> {
    return this.#rules.delete(nameOf(subject));
  }

  async rules(): Promise<readonly Rule[]> {
    return [...this.#rules.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rule]) => rule);
  }

  async setting(name: string): Promise<string | undefined> {
    return this.#settings.get(name);
  }

  async putSetting(name: string, value: string): Promise<void> {
    this.#settings.set(name, value);
  }

  async close(): Promise<void> {
    this.#entries.clear();
    this.#waiting.clear();
    this.#repeats.clear();
  }

  /** Under what is proven by now, unless another stands for that already. */
  #standForRepeats(entry: Entry): void {
    const repeatKey = repeatKeyOf(entry.kept);
    if (this.#repeats.has(repeatKey)) return;
    this.#repeats.delete(entry.repeatKey);
    this.#repeats.set(repeatKey, receiptOf(entry));
    entry.repeatKey = repeatKey;
  }

  /** Makes a move, if there is such a delivery and it may be made; answers what moved. */
  #step(receipt: Receipt, move: (position: Position) => Position | undefined): Entry | undefined {
    const entry = this.#entries.get(receipt);
    const next = entry && move(positionOf(entry));
    if (entry === undefined || next === undefined) return undefined;
    this.#move(entry, next);
    return entry;
  }

  /** Moves all that are meant and may move; those already refused or rejected lose their bytes. */
  #end(
    meant: (entry: Entry) => boolean,
    move: (position: Position) => Position | undefined,
  ): readonly Receipt[] {
    const ended: Receipt[] = [];
    for (const entry of this.#entries.values()) {
      if (!meant(entry)) continue;
      const next = move(positionOf(entry));
      if (next !== undefined) {
        this.#move(entry, next);
        ended.push(receiptOf(entry));
      } else if (hasEnded(entry.kept.state)) {
        entry.kept = withoutBytes(entry.kept);
      }
    }
    return ended;
  }

  #move(entry: Entry, { claimedFrom, ...position }: Position): void {
    const kept = { ...entry.kept, ...position };
    entry.claimedFrom = claimedFrom;
    entry.kept = keepsBytes(kept.state) ? kept : withoutBytes(kept);
    if (kept.dueAt === undefined) this.#waiting.delete(entry);
    else this.#waiting.add(entry);
  }
}

function positionOf({ kept, claimedFrom }: Entry): Position {
  const { state, dueAt, since, attempts, ruledBy } = kept;
  return { state, claimedFrom, dueAt, since, attempts, ruledBy };
}

function receiptOf(entry: Entry): Receipt {
  return entry.kept.delivery.receipt;
}

function dueOf(entry: Entry): number {
  return entry.kept.dueAt ?? Number.POSITIVE_INFINITY;
}

/** The caller may use its buffer again. */
function ownCopy(kept: Kept): Kept {
  const at = wholeMoment(kept.delivery.at);
  const delivery = { ...kept.delivery, at, body: Uint8Array.from(kept.delivery.body) };
  const answer = kept.answer && boundedAnswer(kept.answer);
  const own = { ...kept, delivery, answer, replayUntil: wholeMoment(kept.replayUntil) };
  return authenticatedAs(own, kept.authenticity);
}

function nameOf(subject: Rule["subject"]): string {
  return subject.kind === "host" ? `host ${subject.host}` : `actor ${subject.actor}`;
}
