// Where calls wait for the disk. While one batch is being committed all that arrive gather,
// and go over together as the next: the busier it is, the more calls share an fsync.

import { LedgerDown } from "../../ports/ledger.ts";
import type { Answer, Call, Queries } from "./batch.ts";

export interface QueueLimits {
  /** Calls that may wait, those being committed included. */
  readonly callsMax: number;
  /** Bytes that they may hold together. */
  readonly bytesMax: number;
}

interface Waiting {
  readonly call: Call;
  readonly bytes: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: LedgerDown) => void;
}

type ArgsOf<N extends keyof Queries> =
  Parameters<Queries[N]> extends [unknown, ...infer Rest] ? Rest : never;

export class CommitQueue {
  readonly #run: (calls: readonly Call[]) => Promise<readonly Answer[]>;
  readonly #limits: QueueLimits;
  #waiting: Waiting[] = [];
  #calls = 0;
  #bytes = 0;
  #draining: Promise<void> | undefined;

  /** `run` answers each call, in order; if it rejects, all of them failed. */
  constructor(run: (calls: readonly Call[]) => Promise<readonly Answer[]>, limits: QueueLimits) {
    this.#run = run;
    this.#limits = limits;
  }

  /** Resolves once what it wrote is committed; rejects with LedgerDown and nothing else. */
  call<N extends keyof Queries>(
    name: N,
    ...args: ArgsOf<N>
  ): Promise<Awaited<ReturnType<Queries[N]>>> {
    type Value = Awaited<ReturnType<Queries[N]>>;
    const bytes = bytesIn(args);
    if (this.#calls >= this.#limits.callsMax || this.#bytes + bytes > this.#limits.bytesMax) {
      return Promise.reject(new LedgerDown(fullMessage(this.#calls, this.#bytes)));
    }
    return new Promise((resolve, reject) => {
      const waiting = { call: { name, args }, bytes, reject };
      this.#push({ ...waiting, resolve: (value) => resolve(value as Value) });
    });
  }

  /** Resolves when nothing waits any more. */
  async drained(): Promise<void> {
    while (this.#draining !== undefined) await this.#draining;
  }

  #push(waiting: Waiting): void {
    this.#waiting.push(waiting);
    this.#calls += 1;
    this.#bytes += waiting.bytes;
    this.#draining ??= this.#drain();
  }

  async #drain(): Promise<void> {
    // All who call in this turn of the event loop should share the first commit, too.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#commit(batch);
    }
    this.#draining = undefined;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const answers = await this.#answersTo(batch);
    batch.forEach((waiting, index) => {
      this.#calls -= 1;
      this.#bytes -= waiting.bytes;
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

function fullMessage(calls: number, bytes: number): string {
  const mebibytes = Math.ceil(bytes / 1024 / 1024);
  return (
    `The ledger's disk can't keep up: ${calls} calls (${mebibytes} MiB) wait for it. ` +
    "Look at the disk's load; new deliveries go on being answered as on_failure says."
  );
}

/** Of all bytes and texts inside a value: what it weighs while it waits, roughly. */
function bytesIn(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (value instanceof Uint8Array) return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + bytesIn(each), 0);
}
