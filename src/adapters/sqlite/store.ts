// One SQLite file: the ledger, documents and the chronicle beside it.

import { second } from "../../base/units.ts";
import type { Chronicle } from "../../ports/chronicle.ts";
import type { Documents } from "../../ports/documents.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { LessonBook } from "../../ports/lesson-book.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { systemClock } from "../system-clock.ts";
import { SqliteChronicle } from "./chronicle.ts";
import { CommitQueue, type QueueLimits } from "./commit-queue.ts";
import type { FileLimits } from "./database.ts";
import { SqliteDocuments } from "./documents.ts";
import { KeptSigners } from "./kept-signers.ts";
import { SqliteLedger } from "./ledger.ts";
import { SqliteLessonBook } from "./lesson-book.ts";
import { SqliteOwnRecords } from "./own-records.ts";
import { StandingThread } from "./standing-thread.ts";

export interface StoreLimits extends FileLimits, QueueLimits {
  /** How long deleted text may linger in the write-ahead log; 0: not at all. */
  readonly scrubAfterMs: number;
  readonly documentsMax: number;
}

/**
 * All chosen by us. 2,000 calls are a second's work, so that none waits for a commit longer than
 * that; 16 MiB are copied to the worker at a time. Senders hang up after about 10 s: nobody needs
 * to wait longer, and 20,000 calls are what is done by then. Their bodies are bounded by the
 * gate's room. A hundred thousand documents are the actors that a busy server meets in months.
 */
export const storeLimits: StoreLimits = {
  busyTimeoutMs: 5 * second,
  fileBytesMax: undefined,
  batchCallsMax: 2000,
  batchBytesMax: 16 * 1024 * 1024,
  waitingMax: 20_000,
  waitMs: 10 * second,
  scrubAfterMs: 5 * second,
  documentsMax: 100_000,
};

export interface Store {
  /** Closing it closes the whole store. */
  readonly ledger: Ledger;
  readonly documents: Documents;
  readonly chronicle: Chronicle;
  readonly lessonBook: LessonBook;
  readonly ownRecords: OwnRecords;
}

/** Creates the file if there is none, but not its folder. Throws LedgerDown. */
export async function openSqliteStore(
  path: string,
  limits: Partial<StoreLimits> = {},
): Promise<Store> {
  const all = { ...storeLimits, ...limits };
  const { busyTimeoutMs, fileBytesMax, scrubAfterMs } = all;
  const input = { path, busyTimeoutMs, fileBytesMax, scrubAfterMs };
  const signers = new KeptSigners();
  const thread = await StandingThread.open(input, systemClock.now, () => signers.doubt());
  const queue = new CommitQueue((calls) => thread.run(calls), all);
  const close = async (): Promise<void> => {
    await queue.drained();
    await thread.close();
  };
  return {
    ledger: new SqliteLedger(queue, signers, close),
    documents: new SqliteDocuments(queue, all.documentsMax),
    chronicle: new SqliteChronicle(queue),
    lessonBook: new SqliteLessonBook(queue),
    ownRecords: new SqliteOwnRecords(queue),
  };
}

/** For a command beside the running gate, which sees what it rules by its next call. */
export async function openSqliteLedger(
  path: string,
  limits: Partial<StoreLimits> = {},
): Promise<Ledger> {
  return (await openSqliteStore(path, limits)).ledger;
}
