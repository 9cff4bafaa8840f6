// Rulings that a gate has to learn from, as queries. A row goes once it has.

import type { Kysely } from "kysely";
import { epochMs } from "../../base/units.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import { wholeMoment } from "../../model/kept-moves.ts";
import type { LearnableRuling, Ruling } from "../../ports/ledger.ts";
import type { Tables } from "./tables.ts";

type Db = Kysely<Tables>;

export async function noteRuling(db: Db, ruling: Ruling, sender: string | null): Promise<void> {
  const row = { ...ruling, at: wholeMoment(ruling.at), sender };
  await db.insertInto("rulings").values(row).execute();
}

export async function unlearned(db: Db, limit: number): Promise<readonly LearnableRuling[]> {
  const rows = await db.selectFrom("rulings").selectAll().orderBy("number").limit(limit).execute();
  return rows.map((row) => ({
    ...row,
    receipt: row.receipt as Receipt,
    at: epochMs(row.at),
    sender: (row.sender ?? undefined) as ActorId | undefined,
  }));
}

export async function learned(db: Db, upTo: number): Promise<void> {
  await db.deleteFrom("rulings").where("number", "<=", upTo).execute();
}
