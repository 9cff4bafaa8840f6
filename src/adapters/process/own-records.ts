// Records that live as long as their process: for replays and tests.

import type { EpochMs } from "../../base/units.ts";
import { wholeMoment } from "../../model/kept-moves.ts";
import type {
  NumberedRecord,
  OwnRecord,
  OwnRecords,
  RecordKind,
  RecordQuery,
} from "../../ports/own-records.ts";

export class ProcessOwnRecords implements OwnRecords {
  /** By kind, then by id in the order of writing. */
  readonly #kinds = new Map<RecordKind, Map<string, NumberedRecord>>();
  #last = 0;

  async putRecord(kind: RecordKind, record: OwnRecord): Promise<void> {
    const all = this.#of(kind);
    all.delete(record.id);
    const number = ++this.#last;
    all.set(record.id, { ...record, at: wholeMoment(record.at), number });
  }

  async addRecord(kind: RecordKind, record: OwnRecord): Promise<boolean> {
    if (this.#of(kind).has(record.id)) return false;
    await this.putRecord(kind, record);
    return true;
  }

  async record(kind: RecordKind, id: string): Promise<NumberedRecord | undefined> {
    return this.#of(kind).get(id);
  }

  async records(kind: RecordKind, query: RecordQuery): Promise<readonly NumberedRecord[]> {
    const { about, before = Number.POSITIVE_INFINITY, limit } = query;
    return [...this.#of(kind).values()]
      .filter((one) => one.number < before && (about === undefined || one.about === about))
      .reverse()
      .slice(0, limit);
  }

  async countRecords(kind: RecordKind, about?: string): Promise<number> {
    const limit = Number.POSITIVE_INFINITY;
    return (await this.records(kind, { about, limit })).length;
  }

  async takeRecord(kind: RecordKind, id: string): Promise<NumberedRecord | undefined> {
    const found = this.#of(kind).get(id);
    this.#of(kind).delete(id);
    return found;
  }

  dropRecordsBefore(kind: RecordKind, before: EpochMs): Promise<number> {
    return this.#drop(kind, ({ at }) => at < before);
  }

  dropRecordsAbout(kind: RecordKind, about: string): Promise<number> {
    return this.#drop(kind, (one) => one.about === about);
  }

  async #drop(kind: RecordKind, goes: (record: OwnRecord) => boolean): Promise<number> {
    const all = this.#of(kind);
    const gone = [...all.values()].filter(goes);
    for (const { id } of gone) all.delete(id);
    return gone.length;
  }

  #of(kind: RecordKind): Map<string, NumberedRecord> {
    const found = this.#kinds.get(kind) ?? new Map<string, NumberedRecord>();
    this.#kinds.set(kind, found);
    return found;
  }
}
