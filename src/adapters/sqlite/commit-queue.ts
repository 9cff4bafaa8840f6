// Where calls wait for the disk. While one batch is being committed all that arrive gather,
// and go over together as the next: the busier it is, the more calls share an fsync.
//
// A flood makes callers wait; it is no failure, or it would open the door that a lost ledger
// leaves open. Who waited in vain hears whether the disk stands still or was only too slow.

import { second } from "../../base/units.ts";
import { LedgerBusy, LedgerDown } from "../../ports/ledger.ts";
import type { Answer, Call, Queries } from "./batch.ts";

export interface QueueLimits {
  /** Calls in one commit. */
  readonly batchCallsMax: number;
  /** Bytes in one commit; a larger call goes alone. */
  readonly batchBytesMax: number;
  /** Calls that may wait for a later commit. */
  readonly waitingMax: number;
  /** How long a call waits until its commit begins. */
  readonly waitMs: number;
}

interface Waiting {
  readonly call: Call;
  readonly bytes: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: LedgerDown) => void;
  readonly timer: NodeJS.Timeout;
}

type ArgsOf<N extends keyof Queries> =
  Parameters<Queries[N]> extends [unknown, ...infer Rest] ? Rest : never;

export class CommitQueue {
  readonly #run: (calls: readonly Call[]) => Promise<readonly Answer[]>;
  readonly #limits: QueueLimits;
  /** Longest waiting first. */
  readonly #waiting = new Set<Waiting>();
  #draining: Promise<void> | undefined;
  #committing = false;
  #commits = 0;
  /** After how many commits the disk was seen to stand still. */
  #stuckAfter: number | undefined;

  /** `run` answers each call, in order; if it rejects, all of them failed. */
  constructor(run: (calls: readonly Call[]) => Promise<readonly Answer[]>, limits: QueueLimits) {
    this.#run = run;
    this.#limits = limits;
  }

  /** Resolves once what it wrote is committed; rejects with LedgerDown (Busy) and nothing else. */
  call<N extends keyof Queries>(
    name: N,
    ...args: ArgsOf<N>
  ): Promise<Awaited<ReturnType<Queries[N]>>> {
    type Value = Awaited<ReturnType<Queries[N]>>;
    const refusal = this.#refusal();
    if (refusal !== undefined) return Promise.reject(refusal);
    return new Promise((resolve, reject) => {
      const seen = this.#commits;
      const waiting: Waiting = {
        call: { name, args },
        bytes: bytesIn(args),
        resolve: (value) => resolve(value as Value),
        reject,
        timer: setTimeout(() => this.#giveUp(waiting, seen), this.#limits.waitMs).unref(),
      };
      this.#waiting.add(waiting);
      this.#draining ??= this.#drain();
    });
  }

  /** Resolves when nothing waits any more. */
  async drained(): Promise<void> {
    while (this.#draining !== undefined) await this.#draining;
  }

  #refusal(): LedgerDown | undefined {
    if (this.#commits === this.#stuckAfter) return new LedgerDown(slowDisk("it stands still"));
    const { size } = this.#waiting;
    if (size < this.#limits.waitingMax) return undefined;
    return new LedgerBusy(slowDisk(`${size} calls wait for it`));
  }

  /**
   * If nothing at all was committed meanwhile, nobody else should wait to learn so. While no commit
   * is under way it was this process that stood still: the next one is about to begin.
   */
  #giveUp(waiting: Waiting, commitsBefore: number): void {
    if (!this.#committing) return;
    const because = slowDisk(`a call waited for ${this.#limits.waitMs / second} s`);
    const moves = this.#commits > commitsBefore;
    if (!moves) this.#stuckAfter = commitsBefore;
    this.#waiting.delete(waiting);
    waiting.reject(moves ? new LedgerBusy(because) : new LedgerDown(because));
  }

  async #drain(): Promise<void> {
    // All who call in this turn of the event loop should share the first commit, too.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.size > 0) await this.#commit(this.#takeBatch());
    this.#draining = undefined;
  }

  #takeBatch(): readonly Waiting[] {
    const { batchCallsMax, batchBytesMax } = this.#limits;
    const batch: Waiting[] = [];
    let bytes = 0;
    for (const waiting of this.#waiting) {
      bytes += waiting.bytes;
      const full = batch.length >= batchCallsMax || bytes > batchBytesMax;
      if (full && batch.length > 0) break;
      clearTimeout(waiting.timer);
      this.#waiting.delete(waiting);
      batch.push(waiting);
    }
    return batch;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    this.#committing = true;
    const answers = await this.#answersTo(batch);
    this.#committing = false;
    this.#commits += 1;
    batch.forEach((waiting, index) => {
      const answer = answers[index];
      if (answer?.ok) waiting.resolve(answer.value);
      else waiting.reject(new LedgerDown(answer?.because ?? "The ledger gave no answer."));
    });
    // Whoever goes on with another call at once should find the next commit still open.
    await new Promise((resolve) => setImmediate(resolve));
  }

  async #answersTo(batch: readonly Waiting[]): Promise<readonly Answer[]> {
    try {
      return await this.#run(batch.map((waiting) => waiting.call));
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      return batch.map(() => ({ ok: false, because }));
    }
  }
}

function slowDisk(how: string): string {
  return `The ledger's disk can't keep up: ${how}. Look at its load, or give it a faster disk.`;
}

/** Of all bytes and texts inside a value: what it weighs while it waits, roughly. */
function bytesIn(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (value instanceof Uint8Array) return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + bytesIn(each), 0);
}
