// The own records' port over the ledger's queue.

import type { EpochMs } from "../../base/units.ts";
import type {
  NumberedRecord,
  OwnRecord,
  OwnRecords,
  RecordKind,
  RecordQuery,
} from "../../ports/own-records.ts";
import type { CommitQueue } from "./commit-queue.ts";

export class SqliteOwnRecords implements OwnRecords {
  readonly #queue: CommitQueue;

  constructor(queue: CommitQueue) {
    this.#queue = queue;
  }

  putRecord(kind: RecordKind, record: OwnRecord): Promise<void> {
    return this.#queue.call("putRecord", kind, record);
  }

  addRecord(kind: RecordKind, record: OwnRecord): Promise<boolean> {
    return this.#queue.call("addRecord", kind, record);
  }

  record(kind: RecordKind, id: string): Promise<NumberedRecord | undefined> {
    return this.#queue.call("ownRecord", kind, id);
  }

  records(kind: RecordKind, query: RecordQuery): Promise<readonly NumberedRecord[]> {
    return this.#queue.call("ownRecords", kind, query);
  }

  countRecords(kind: RecordKind, about?: string): Promise<number> {
    return this.#queue.call("countRecords", kind, about);
  }

  takeRecord(kind: RecordKind, id: string): Promise<NumberedRecord | undefined> {
    return this.#queue.call("takeRecord", kind, id);
  }

  dropRecordsBefore(kind: RecordKind, before: EpochMs): Promise<number> {
    return this.#queue.call("dropRecordsBefore", kind, before);
  }

  dropRecordsAbout(kind: RecordKind, about: string): Promise<number> {
    return this.#queue.call("dropRecordsAbout", kind, about);
  }
}
