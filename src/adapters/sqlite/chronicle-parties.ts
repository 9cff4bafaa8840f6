// Who wrote here, and how they fared: senders and hosts of a stretch, as queries.

import { type Kysely, sql } from "kysely";
import { epochMs } from "../../base/units.ts";
import type { Party, Remembered, Stretch } from "../../ports/chronicle.ts";
import { withSenders } from "./chronicle-queries.ts";
import type { Tables } from "./tables.ts";

type Db = Kysely<Tables>;

export async function parties(
  db: Db,
  by: "sender" | "host",
  stretch: Stretch,
  limit: number,
  find = "",
): Promise<readonly Party[]> {
  let its = db
    .selectFrom("decisions")
    .select((of) => [
      `${by} as name` as const,
      of.fn.countAll<number>().as("deliveries"),
      sql<number>`sum(action != 'accept')`.as("doubted"),
      sql<number>`sum(done != 'passed')`.as("kept"),
      of.fn.max("at").as("lastAt"),
      of.fn.count<number>("sender").distinct().as("senders"),
    ])
    .where("at", ">=", stretch.since)
    .where("at", "<", stretch.until);
  if (find !== "") its = its.where(sql<boolean>`instr(${sql.ref(by)}, ${find}) > 0`);
  const rows = await its
    .groupBy(by)
    .orderBy("doubted", "desc")
    .orderBy("deliveries", "desc")
    .orderBy("name")
    .limit(limit)
    .execute();
  const found: Party[] = [];
  for (const row of rows)
    found.push({ ...row, lastAt: epochMs(row.lastAt), ...(await fate(db, by, row.name, stretch)) });
  return found;
}

/** What became of a party's proven senders. */
async function fate(db: Db, by: "sender" | "host", name: string, { since, until }: Stretch) {
  const proven = db
    .selectFrom("decisions")
    .select("sender")
    .where(by, "=", name as never)
    .where("proven", "=", 1)
    .where("at", ">=", since)
    .where("at", "<", until);
  return db
    .selectFrom("senders")
    .select((of) => [
      of.fn.count<number>("ended").as("ended"),
      sql<number>`coalesce(sum(complaints), 0)`.as("complaints"),
      sql<number>`coalesce(sum(welcomes), 0)`.as("welcomes"),
    ])
    .where("sender", "in", proven)
    .executeTakeFirstOrThrow();
}

export async function decisionsOfHost(
  db: Db,
  host: string,
  limit: number,
): Promise<readonly Remembered[]> {
  const rows = await db
    .selectFrom("decisions")
    .selectAll()
    .where("host", "=", host as never)
    .orderBy("at", "desc")
    .orderBy("receipt", "desc")
    .limit(limit)
    .execute();
  return withSenders(db, rows);
}
