// The main thread's end of the worker: one batch goes over, its answers come back.

import { Worker } from "node:worker_threads";
import { LedgerDown } from "../../ports/ledger.ts";
import { fileBeside } from "../file-beside.ts";
import type { Answer, Call } from "./batch.ts";
import type { FromWorker, ToWorker, WorkerInput } from "./worker.ts";

interface Pending {
  readonly resolve: (message: FromWorker | undefined) => void;
  readonly reject: (down: LedgerDown) => void;
}

/** Owns the worker. One question at a time; all methods throw LedgerDown and nothing else. */
export class LedgerThread {
  readonly #worker: Worker;
  readonly #path: string;
  readonly #othersWrote: () => void;
  #pending: Pending | undefined;
  #down: LedgerDown | undefined;
  #hasFallen = false;

  private constructor(input: WorkerInput, othersWrote: () => void) {
    this.#path = input.path;
    this.#othersWrote = othersWrote;
    this.#worker = new Worker(fileBeside(import.meta.url, "worker"), { workerData: input });
    this.#worker.on("message", (message: FromWorker) => this.#settle()?.resolve(message));
    this.#worker.on("messageerror", (error) => this.#fail(error.message));
    this.#worker.on("error", (error) => this.#fail(String(error)));
    this.#worker.on("exit", (code) => this.#fail(`exit code ${code}`));
  }

  /** `othersWrote`: told before the answers that may show what another process wrote. */
  static async open(
    input: WorkerInput,
    othersWrote: () => void = () => undefined,
  ): Promise<LedgerThread> {
    const thread = new LedgerThread(input, othersWrote);
    const message = await thread.#next();
    if (message?.kind === "refused") throw new LedgerDown(message.because);
    return thread;
  }

  /** It stopped by itself, which is a mistake of ours, and answers no more. */
  get hasFallen(): boolean {
    return this.#hasFallen;
  }

  async run(calls: readonly Call[]): Promise<readonly Answer[]> {
    const answered = this.#next();
    this.#tell({ kind: "run", calls });
    const message = await answered;
    if (message?.kind !== "answers") return [];
    if (message.othersWrote) this.#othersWrote();
    return message.answers;
  }

  /** Resolves when the file is closed and the worker is gone. */
  async close(): Promise<void> {
    if (this.#down !== undefined) return;
    const gone = new Promise((resolve) => this.#worker.once("exit", resolve));
    this.#worker.ref();
    this.#down = new LedgerDown(`The ledger ${this.#path} is closed.`);
    this.#worker.postMessage({ kind: "close" } satisfies ToWorker);
    await gone;
  }

  /** A program that forgot to close may end, but not before its last question is answered. */
  #next(): Promise<FromWorker | undefined> {
    if (this.#down !== undefined) return Promise.reject(this.#down);
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject };
    });
  }

  #tell(message: ToWorker): void {
    if (this.#down === undefined) this.#worker.postMessage(message);
  }

  #settle(): Pending | undefined {
    const pending = this.#pending;
    this.#pending = undefined;
    this.#worker.unref();
    return pending;
  }

  #fail(why: string): void {
    this.#hasFallen ||= this.#down === undefined;
    this.#down ??= new LedgerDown(
      `The ledger ${this.#path}: its worker stopped (${why}) and is started again; ` +
        "nothing that was acknowledged is lost.",
    );
    this.#settle()?.reject(this.#down);
  }
}
