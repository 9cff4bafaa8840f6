// The chronicle's port over the ledger's queue.

import type { EpochMs } from "../../base/units.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type {
  Chronicle,
  Decision,
  Happening,
  Place,
  Stretch,
  Totals,
} from "../../ports/chronicle.ts";
import type { CommitQueue } from "./commit-queue.ts";

export class SqliteChronicle implements Chronicle {
  readonly #queue: CommitQueue;

  constructor(queue: CommitQueue) {
    this.#queue = queue;
  }

  write(happenings: readonly Happening[]): Promise<void> {
    return this.#queue.call("chronicle", happenings);
  }

  find(receipt: Receipt): Promise<Decision | undefined> {
    return this.#queue.call("findDecision", receipt);
  }

  findAll(receipts: readonly Receipt[]): Promise<readonly Decision[]> {
    return this.#queue.call("findDecisions", receipts);
  }

  doubted(stretch: Stretch, limit: number, after?: Place) {
    return this.#queue.call("doubted", stretch, limit, after);
  }

  judged(stretch: Stretch, limit: number, after?: Place) {
    return this.#queue.call("judged", stretch, limit, after);
  }

  totals(stretch: Stretch): Promise<Totals> {
    return this.#queue.call("chronicleTotals", stretch);
  }

  about(actor: ActorId) {
    return this.#queue.call("chronicleAbout", actor);
  }

  parties(by: "sender" | "host", stretch: Stretch, limit: number, find?: string) {
    return this.#queue.call("parties", by, stretch, limit, find);
  }

  ofHost(host: string, limit: number) {
    return this.#queue.call("decisionsOfHost", host, limit);
  }

  doubtedSenders(limit: number): Promise<readonly ActorId[]> {
    return this.#queue.call("doubtedSenders", limit);
  }

  toLookUp(at: EpochMs, limit: number) {
    return this.#queue.call("toLookUp", at, limit);
  }

  forget(actor: ActorId): Promise<number> {
    return this.#queue.call("forgetChronicled", actor);
  }

  expire(before: EpochMs): Promise<number> {
    return this.#queue.call("expireChronicled", before);
  }
}
