// Opening the file: settings that make it durable and forgetful, and today's tables.

import { closeSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import type { OpenDatabase } from "./batch.ts";
import { NodeSqliteDialect } from "./dialect.ts";
import { migrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";
import { UnusableFile } from "./trouble.ts";

export interface FileLimits {
  /** How long a call waits for another program that writes to the same file. */
  readonly busyTimeoutMs: number;
  /** The file grows no further than this; undefined: as far as the disk goes. */
  readonly fileBytesMax: number | undefined;
}

/** SQLite's page size since 3.12. */
const pageBytes = 4096;

/** After a burst the write-ahead log shrinks to this. */
const logBytesKept = 16 * 1024 * 1024;

/** Throws what node:fs and node:sqlite throw, and UnusableFile. */
export function openDatabase(path: string, limits: FileLimits): OpenDatabase {
  createPrivately(path);
  const sqlite = new DatabaseSync(path, {
    timeout: limits.busyTimeoutMs,
    enableForeignKeyConstraints: true,
  });
  try {
    refuseForeign(sqlite);
    configure(sqlite, limits);
    migrate(sqlite);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return { sqlite, path, db: new Kysely<Tables>({ dialect: new NodeSqliteDialect(sqlite) }) };
}

/** Private posts lie in it: nobody else may read the file, nor the log that inherits its mode. */
function createPrivately(path: string): void {
  if (path === ":memory:" || path.startsWith("file:")) return;
  closeSync(openSync(path, "a", 0o600));
}

/**
 * Before anything is written: somebody else's file stays as it is. One statement, because
 * another process of ours may be making the tables right now.
 */
function refuseForeign(sqlite: DatabaseSync): void {
  const look = sqlite.prepare(`
    select user_version as version, (select count(*) from sqlite_schema) as tables
    from pragma_user_version
  `);
  const { version, tables } = look.get() as { version: number; tables: number };
  if (version > migrations.length) {
    throw new UnusableFile(
      `it was written by a newer Breakwater (version ${version} of its tables, this one knows ` +
        `${migrations.length}): update Breakwater, or restore a copy from before`,
    );
  }
  if (version === 0 && tables > 0) {
    throw new UnusableFile("it belongs to another program: name another path");
  }
}

/**
 * FULL: fsync at every commit, so that an acknowledged delivery survives a power cut.
 * secure_delete: freed space is overwritten, so that deleted text leaves the file.
 */
function configure(sqlite: DatabaseSync, { fileBytesMax }: FileLimits): void {
  sqlite.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma secure_delete = on;
    pragma temp_store = memory;
    pragma journal_size_limit = ${logBytesKept};
  `);
  if (fileBytesMax === undefined) return;
  sqlite.exec(`pragma max_page_count = ${Math.ceil(fileBytesMax / pageBytes)}`);
}

/** Two programs may open a new file at once: the version is read again under the write lock. */
function migrate(sqlite: DatabaseSync): void {
  if (versionOf(sqlite) === migrations.length) return;
  sqlite.exec("begin immediate");
  try {
    for (const migration of migrations.slice(versionOf(sqlite))) sqlite.exec(migration);
    sqlite.exec(`pragma user_version = ${migrations.length}`);
    sqlite.exec("commit");
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec("rollback");
    throw error;
  }
}

function versionOf(sqlite: DatabaseSync): number {
  const row = sqlite.prepare("pragma user_version").get() as { user_version: number };
  return row.user_version;
}
