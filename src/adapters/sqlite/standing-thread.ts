// A worker that falls is started again: the file is all that it knew, and that is whole.

import { type EpochMs, second } from "../../base/units.ts";
import { LedgerDown } from "../../ports/ledger.ts";
import type { Answer, Call } from "./batch.ts";
import { LedgerThread } from "./ledger-thread.ts";
import type { WorkerInput } from "./worker.ts";

/** One that falls at once each time must not keep the machine busy with starting it. */
const startEveryMs = second;

/**
 * What was asked of a worker that fell has failed, because nobody knows how far it came; who asks
 * next gets a new one. A gate without a ledger lets mail in, so it must not stay without one
 * until somebody looks. Methods throw LedgerDown and nothing else.
 */
export class StandingThread {
  readonly #start: () => Promise<LedgerThread>;
  readonly #now: () => EpochMs;
  #thread: LedgerThread;
  #startedAt: EpochMs;

  private constructor(start: () => Promise<LedgerThread>, now: () => EpochMs, first: LedgerThread) {
    this.#start = start;
    this.#now = now;
    this.#thread = first;
    this.#startedAt = now();
  }

  static async open(
    input: WorkerInput,
    now: () => EpochMs,
    othersWrote: () => void = () => undefined,
  ): Promise<StandingThread> {
    const start = (): Promise<LedgerThread> => LedgerThread.open(input, othersWrote);
    return new StandingThread(start, now, await start());
  }

  async run(calls: readonly Call[]): Promise<readonly Answer[]> {
    if (this.#thread.hasFallen) await this.#startAgain();
    return this.#thread.run(calls);
  }

  close(): Promise<void> {
    return this.#thread.close();
  }

  async #startAgain(): Promise<void> {
    const now = this.#now();
    if (now - this.#startedAt < startEveryMs)
      throw new LedgerDown("The ledger's worker stopped a moment ago and is started again.");
    this.#startedAt = now;
    this.#thread = await this.#start();
  }
}
