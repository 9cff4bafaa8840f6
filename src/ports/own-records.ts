// What the house keeps of its own, many of a kind: who did what, sessions, notes, appeals.

import type { EpochMs } from "../base/units.ts";

/** What records there are. Each has a shape of its own in services/. */
export type RecordKind = string;

export interface OwnRecord {
  /** Of its kind there is one of an id. */
  readonly id: string;
  /** What it is about, to be found by: a receipt, a campaign, an actor; may be empty. */
  readonly about: string;
  readonly at: EpochMs;
  /** JSON. */
  readonly value: string;
}

export interface NumberedRecord extends OwnRecord {
  /** Grows with each writing, over all kinds. */
  readonly number: number;
}

export interface RecordQuery {
  readonly about?: string | undefined;
  /** Only those with a smaller number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/**
 * Durable, in the ledger's file; another process may have it open. How many there may be of a
 * kind, and for how long, is for those to say who write them. Every adapter must pass
 * own-records.contract.ts. Throws LedgerDown and nothing else.
 */
export interface OwnRecords {
  /** On disk once it returns. Takes the place of what has its id, as the last. */
  putRecord(kind: RecordKind, record: OwnRecord): Promise<void>;

  /** False, and nothing is changed, where its id is taken. */
  addRecord(kind: RecordKind, record: OwnRecord): Promise<boolean>;

  record(kind: RecordKind, id: string): Promise<NumberedRecord | undefined>;

  /** The last first. */
  records(kind: RecordKind, query: RecordQuery): Promise<readonly NumberedRecord[]>;

  countRecords(kind: RecordKind, about?: string): Promise<number>;

  /** Answers it and takes it away: of several who take it at once, one has it. */
  takeRecord(kind: RecordKind, id: string): Promise<NumberedRecord | undefined>;

  /** Those of this kind from before then. Answers how many. */
  dropRecordsBefore(kind: RecordKind, before: EpochMs): Promise<number>;

  /** Those of this kind that are about it. Answers how many. */
  dropRecordsAbout(kind: RecordKind, about: string): Promise<number>;
}
