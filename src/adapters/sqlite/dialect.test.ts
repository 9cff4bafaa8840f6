import { deepEqual, equal, rejects } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { Kysely } from "kysely";
import { NodeSqliteDialect } from "./dialect.ts";

interface Things {
  things: { name: string; weight: number };
}

function openThings() {
  const database = new DatabaseSync(":memory:");
  database.exec("create table things (name text primary key, weight integer) strict");
  return { database, db: new Kysely<Things>({ dialect: new NodeSqliteDialect(database) }) };
}

test("Kysely reads, writes and counts through node:sqlite", async () => {
  const { db, database } = openThings();
  const rows = ["a", "b", "c"].map((name, weight) => ({ name, weight }));
  await db.insertInto("things").values(rows).execute();
  const heavier = db.updateTable("things").set({ weight: 9 }).where("weight", ">", 0);
  equal((await heavier.executeTakeFirst()).numUpdatedRows, 2n);
  const names = await db.deleteFrom("things").where("weight", "=", 9).returning("name").execute();
  deepEqual(names.map(({ name }) => name).sort(), ["b", "c"]);
  const streamed: unknown[] = [];
  for await (const row of db.selectFrom("things").selectAll().stream()) streamed.push({ ...row });
  deepEqual(streamed, [{ name: "a", weight: 0 }]);
  await db.destroy();
  equal(database.isOpen, false);
});

test("a transaction that fails leaves nothing behind", async () => {
  const { db } = openThings();
  const twice = db.transaction().execute(async (within) => {
    for (const weight of [1, 2]) {
      await within.insertInto("things").values({ name: "same", weight }).execute();
    }
  });
  await rejects(twice, /UNIQUE/);
  deepEqual(await db.selectFrom("things").selectAll().execute(), []);
  await db.transaction().execute(async (within) => {
    await within.insertInto("things").values({ name: "one", weight: 1 }).execute();
  });
  equal((await db.selectFrom("things").selectAll().execute()).length, 1);
});
