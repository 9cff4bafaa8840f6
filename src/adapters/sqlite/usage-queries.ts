// The account book of what is kept, counted from an index: the rows themselves are not read.

import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { type Kysely, sql } from "kysely";
import {
  type Account,
  type AccountKind,
  type Usage,
  type Used,
  unused,
} from "../../model/usage.ts";
import type { Tables } from "./tables.ts";

const counts = sql<never>`
  coalesce(sum(bytes > 0), 0) as deliveries,
  coalesce(sum(bytes), 0) as bytes,
  coalesce(sum(bytes = 0 and state = 'rejected'), 0) as summaries
`;

export async function usage(db: Kysely<Tables>): Promise<Usage> {
  const all = await sql<Used>`select ${counts} from kept`.execute(db);
  const accounts: Account[] = [];
  for (const kind of ["domain", "block", "view"] as const) {
    accounts.push(...(await accountsIn(db, kind)));
  }
  return { all: all.rows[0] ?? unused, accounts };
}

async function accountsIn(db: Kysely<Tables>, kind: AccountKind): Promise<readonly Account[]> {
  const { rows } = await sql<Omit<Account, "kind">>`
    select ${sql.ref(kind)} as name, ${counts} from kept
    where ${sql.ref(kind)} is not null
    group by ${sql.ref(kind)} having deliveries + summaries > 0
    order by deliveries desc, summaries desc, name
  `.execute(db);
  return rows.map((row) => ({ kind, ...row }));
}

/** A file in memory takes no disk. */
export async function room(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ file: string }>`pragma database_list`.execute(db);
  const file = rows[0]?.file ?? "";
  if (file === "") return Number.POSITIVE_INFINITY;
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize;
}
