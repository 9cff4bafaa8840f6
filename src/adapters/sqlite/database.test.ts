import { deepEqual, equal, match, throws } from "node:assert/strict";
import { statSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { openDatabase } from "./database.ts";
import { testFolder } from "./folder.fixture.ts";
import { migrations } from "./migrations.ts";
import { storeLimits } from "./store.ts";
import { sentenceFor } from "./trouble.ts";

const newFile = testFolder();

test("every commit is on disk, what is deleted is overwritten, nobody else may read it", () => {
  const path = newFile();
  const { sqlite } = openDatabase(path, storeLimits);
  const pragma = (name: string): unknown =>
    Object.values(sqlite.prepare(`pragma ${name}`).get() ?? {})[0];
  equal(pragma("journal_mode"), "wal");
  equal(pragma("synchronous"), 2);
  equal(pragma("secure_delete"), 1);
  equal(pragma("foreign_keys"), 1);
  equal(pragma("busy_timeout"), storeLimits.busyTimeoutMs);
  equal(pragma("user_version"), migrations.length);
  for (const file of [path, `${path}-wal`]) equal(statSync(file).mode & 0o077, 0, file);
  sqlite.close();
});

test("a file is made once and opened as it is", () => {
  const path = newFile();
  const first = openDatabase(path, storeLimits);
  first.sqlite.exec("insert into settings values ('a', 'b')");
  const second = openDatabase(path, storeLimits);
  deepEqual(
    { ...second.sqlite.prepare("select * from settings").get() },
    { name: "a", value: "b" },
  );
  first.sqlite.close();
  second.sqlite.close();
});

test("a file from before signers had a column learns who is proven", () => {
  const path = newFile();
  const old = new DatabaseSync(path);
  old.exec(`${migrations[0]}; pragma user_version = 1`);
  const put = old.prepare(`
    insert into kept (receipt, repeat_key, state, since, attempts, arrived_at, replay_until, sender,
      path, client, scheme, authenticity, verdict, view_keys)
    values (?, ?, 'held', 1, 0, 1, 1, 'https://a.example/b', '/inbox', '', 'https', ?, '{}', '[]')
  `);
  for (const kind of ["proven", "unknown"]) put.run(kind, kind, JSON.stringify({ kind }));
  old.close();
  const { sqlite } = openDatabase(path, storeLimits);
  const rows = sqlite.prepare("select receipt, signer from kept order by seq").all();
  deepEqual(
    rows.map((row) => Object.values(row)),
    [
      ["proven", "https://a.example/b"],
      ["unknown", null],
    ],
  );
  sqlite.close();
});

test("a file of a newer Breakwater is refused and left alone", () => {
  const path = newFile();
  const newer = new DatabaseSync(path);
  newer.exec("create table things (a); pragma user_version = 99");
  match(whyNot(path), /newer Breakwater \(version 99 .*update Breakwater/);
  equal(Object.values(newer.prepare("pragma journal_mode").get() ?? {})[0], "delete");
  newer.close();
});

test("another program's database is refused and left alone", () => {
  const path = newFile();
  const theirs = new DatabaseSync(path);
  theirs.exec("create table things (a)");
  match(whyNot(path), /belongs to another program/);
  equal(Object.values(theirs.prepare("pragma journal_mode").get() ?? {})[0], "delete");
  theirs.close();
});

test("what can't be opened says why and what to do", () => {
  const notSqlite = newFile();
  writeFileSync(notSqlite, "this is a letter, not a database".repeat(100));
  match(whyNot(notSqlite), /not a SQLite file: name another path/);
  match(whyNot(newFile("no/such/folder.sqlite")), /folder does not exist: create it/);
  match(whyNot(newFile(".")), /it is a folder: name a file in it/);
});

test("a file that may only be read says so", () => {
  const path = newFile();
  openDatabase(path, storeLimits).sqlite.close();
  const readable = openDatabase(`file:${path}?mode=ro`, storeLimits);
  throws(
    () => readable.sqlite.exec("insert into settings values ('a', 'b')"),
    (error) => /read-only: let the user/.test(sentenceFor(error, path)),
  );
  readable.sqlite.close();
});

test("a file that another program keeps locked says so", () => {
  const path = newFile();
  openDatabase(path, storeLimits).sqlite.close();
  const other = new DatabaseSync(path);
  other.exec(
    "pragma locking_mode = exclusive; begin exclusive; insert into settings values (1, 2)",
  );
  match(whyNot(path), /another program has locked it/);
  other.close();
});

function whyNot(path: string): string {
  try {
    openDatabase(path, { ...storeLimits, busyTimeoutMs: 1 }).sqlite.close();
    return "it opened";
  } catch (error) {
    return sentenceFor(error, path);
  }
}
