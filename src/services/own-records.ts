// Records of one kind, with the shape that those have who write them.

import type { z } from "zod";
import type { EpochMs } from "../base/units.ts";
import type { NumberedRecord, OwnRecords, RecordKind, RecordQuery } from "../ports/own-records.ts";

export interface RecordPlace {
  readonly id: string;
  /** Empty where nobody looks for it by that. */
  readonly about: string;
  readonly at: EpochMs;
}

export interface Recorded<T> extends RecordPlace {
  readonly number: number;
  readonly value: T;
}

/** All throw LedgerDown. What another version wrote and this one can't read counts as none. */
export interface RecordsOf<T> {
  put(records: OwnRecords, place: RecordPlace, value: T): Promise<void>;
  /** False, and nothing is changed, where its id is taken. */
  add(records: OwnRecords, place: RecordPlace, value: T): Promise<boolean>;
  get(records: OwnRecords, id: string): Promise<Recorded<T> | undefined>;
  /** The last first. */
  list(records: OwnRecords, query: RecordQuery): Promise<readonly Recorded<T>[]>;
  count(records: OwnRecords, about?: string): Promise<number>;
  /** Of several who take it at once, one has it. */
  take(records: OwnRecords, id: string): Promise<Recorded<T> | undefined>;
  dropBefore(records: OwnRecords, before: EpochMs): Promise<number>;
  dropAbout(records: OwnRecords, about: string): Promise<number>;
}

export function recordsOf<T>(kind: RecordKind, shape: z.ZodType<T>): RecordsOf<T> {
  const read = (found: NumberedRecord | undefined): Recorded<T> | undefined => {
    if (found === undefined) return undefined;
    const value = shape.safeParse(parsed(found.value));
    return value.success ? { ...found, value: value.data } : undefined;
  };
  return {
    put: (records, place, value) => records.putRecord(kind, written(place, value)),
    add: (records, place, value) => records.addRecord(kind, written(place, value)),
    get: async (records, id) => read(await records.record(kind, id)),
    list: async (records, query) =>
      (await records.records(kind, query)).map(read).filter((one) => one !== undefined),
    count: (records, about) => records.countRecords(kind, about),
    take: async (records, id) => read(await records.takeRecord(kind, id)),
    dropBefore: (records, before) => records.dropRecordsBefore(kind, before),
    dropAbout: (records, about) => records.dropRecordsAbout(kind, about),
  };
}

function written<T>({ id, about, at }: RecordPlace, value: T) {
  return { id, about, at, value: JSON.stringify(value) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // The shape refuses it.
  }
}
