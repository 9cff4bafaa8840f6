// What the house keeps of its own, as queries.

import type { Kysely, Selectable } from "kysely";
import { type EpochMs, epochMs } from "../../base/units.ts";
import { wholeMoment } from "../../model/kept-moves.ts";
import type {
  NumberedRecord,
  OwnRecord,
  RecordKind,
  RecordQuery,
} from "../../ports/own-records.ts";
import type { OwnRecordsTable, Tables } from "./tables.ts";

type Db = Kysely<Tables>;

/** Replacing a row gives it a new number. */
export async function putRecord(db: Db, kind: RecordKind, record: OwnRecord): Promise<void> {
  await db.replaceInto("own_records").values(rowOf(kind, record)).execute();
}

export async function addRecord(db: Db, kind: RecordKind, record: OwnRecord): Promise<boolean> {
  const added = db.insertInto("own_records").values(rowOf(kind, record));
  const result = await added.onConflict((on) => on.doNothing()).executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function ownRecord(
  db: Db,
  kind: RecordKind,
  id: string,
): Promise<NumberedRecord | undefined> {
  const its = db.selectFrom("own_records").selectAll().where("kind", "=", kind);
  const row = await its.where("id", "=", id).executeTakeFirst();
  return row && recordOf(row);
}

export async function ownRecords(
  db: Db,
  kind: RecordKind,
  { about, before, limit }: RecordQuery,
): Promise<readonly NumberedRecord[]> {
  let its = db.selectFrom("own_records").selectAll().where("kind", "=", kind);
  if (about !== undefined) its = its.where("about", "=", about);
  if (before !== undefined) its = its.where("number", "<", before);
  const rows = await its.orderBy("number", "desc").limit(limit).execute();
  return rows.map(recordOf);
}

export async function countRecords(db: Db, kind: RecordKind, about?: string): Promise<number> {
  let its = db.selectFrom("own_records").where("kind", "=", kind);
  if (about !== undefined) its = its.where("about", "=", about);
  const counted = its.select((of) => of.fn.countAll<number>().as("count"));
  return (await counted.executeTakeFirstOrThrow()).count;
}

export async function takeRecord(
  db: Db,
  kind: RecordKind,
  id: string,
): Promise<NumberedRecord | undefined> {
  const found = await ownRecord(db, kind, id);
  if (found !== undefined)
    await db.deleteFrom("own_records").where("number", "=", found.number).execute();
  return found;
}

export async function dropRecordsBefore(
  db: Db,
  kind: RecordKind,
  before: EpochMs,
): Promise<number> {
  const its = db.deleteFrom("own_records").where("kind", "=", kind);
  return Number((await its.where("at", "<", before).executeTakeFirst()).numDeletedRows);
}

export async function dropRecordsAbout(db: Db, kind: RecordKind, about: string): Promise<number> {
  const its = db.deleteFrom("own_records").where("kind", "=", kind);
  return Number((await its.where("about", "=", about).executeTakeFirst()).numDeletedRows);
}

function rowOf(kind: RecordKind, { id, about, at, value }: OwnRecord) {
  return { kind, id, about, at: wholeMoment(at), value };
}

function recordOf(row: Selectable<OwnRecordsTable>): NumberedRecord {
  const { number, id, about, value } = row;
  return { number, id, about, at: epochMs(row.at), value };
}
