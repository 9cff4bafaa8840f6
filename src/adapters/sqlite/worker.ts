// The thread that waits for the disk, so that the gate never does.

import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { assert } from "../../base/assert.ts";
import {
  type Answer,
  type Call,
  erases,
  type OpenDatabase,
  runBatch,
  watchOthers,
} from "./batch.ts";
import { type FileLimits, openDatabase } from "./database.ts";
import { Scrubber } from "./scrubber.ts";
import { sentenceFor } from "./trouble.ts";

export interface WorkerInput extends FileLimits {
  readonly path: string;
  readonly scrubAfterMs: number;
}

export type ToWorker =
  | { readonly kind: "run"; readonly calls: readonly Call[] }
  | { readonly kind: "close" };

export type FromWorker =
  | { readonly kind: "open" }
  | { readonly kind: "refused"; readonly because: string }
  | {
      readonly kind: "answers";
      readonly answers: readonly Answer[];
      /** Another process wrote to the file, before these answers were read or earlier. */
      readonly othersWrote: boolean;
    };

function start(port: MessagePort, input: WorkerInput): void {
  const tell = (message: FromWorker): void => port.postMessage(message);
  try {
    serve(port, tell, openDatabase(input.path, input), input);
    tell({ kind: "open" });
  } catch (error) {
    tell({ kind: "refused", because: sentenceFor(error, input.path) });
    port.close();
  }
}

function serve(
  port: MessagePort,
  tell: (message: FromWorker) => void,
  database: OpenDatabase,
  { scrubAfterMs }: WorkerInput,
): void {
  const scrubber = new Scrubber(database, scrubAfterMs);
  const didOthersWrite = watchOthers(database);
  const answer = async (calls: readonly Call[]): Promise<void> => {
    const othersWrote = didOthersWrite();
    const answers = await runBatch(database, calls);
    if (erases(calls)) scrubber.want();
    tell({ kind: "answers", answers, othersWrote });
  };
  const close = (): void => {
    scrubber.scrub();
    database.sqlite.close();
    port.close();
  };
  // A batch that throws is a mistake of ours: unhandled, it ends this thread, and that is said.
  port.on("message", (message: ToWorker) => {
    if (message.kind === "close") close();
    else void answer(message.calls);
  });
}

assert(parentPort !== null, "the ledger's worker runs as a worker");
start(parentPort, workerData as WorkerInput);
