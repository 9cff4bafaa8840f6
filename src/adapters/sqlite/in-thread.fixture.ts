// The whole adapter without its worker: a test that opens a hundred files can't start as many
// threads. What would cross between threads is cloned, as it would be there.

import { type OpenDatabase, runBatch, watchOthers } from "./batch.ts";
import { SqliteChronicle } from "./chronicle.ts";
import { CommitQueue } from "./commit-queue.ts";
import { openDatabase } from "./database.ts";
import { SqliteDocuments } from "./documents.ts";
import { KeptSigners } from "./kept-signers.ts";
import { SqliteLedger } from "./ledger.ts";
import { SqliteLessonBook } from "./lesson-book.ts";
import { SqliteOwnRecords } from "./own-records.ts";
import { type Store, type StoreLimits, storeLimits } from "./store.ts";

export function openInThread(
  path: string,
  limits: Partial<StoreLimits> = {},
): Store & { readonly database: OpenDatabase } {
  const all = { ...storeLimits, ...limits };
  const database = openDatabase(path, all);
  const signers = new KeptSigners();
  const didOthersWrite = watchOthers(database);
  const queue = new CommitQueue(async (calls) => {
    if (didOthersWrite()) signers.doubt();
    return structuredClone(await runBatch(database, structuredClone(calls)));
  }, all);
  const close = async (): Promise<void> => {
    await queue.drained();
    database.sqlite.close();
  };
  return {
    database,
    ledger: new SqliteLedger(queue, signers, close),
    documents: new SqliteDocuments(queue, all.documentsMax),
    chronicle: new SqliteChronicle(queue),
    lessonBook: new SqliteLessonBook(queue),
    ownRecords: new SqliteOwnRecords(queue),
  };
}
