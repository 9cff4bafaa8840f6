// One file with everything of a state folder in it, taken while the gate writes, and back again.
//
// The file is a SQLite database of its own: the ledger as it stood at one moment (VACUUM INTO,
// one read transaction), and the other files of the folder as rows beside it. What is appended
// to those while they are read is cut off, which they are made to bear.

import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { migrations } from "./migrations.ts";
import { UnusableFile } from "./trouble.ts";

/** Of the state folder: the ledger, and what stands beside it and is worth keeping. */
export const ledgerFile = "breakwater.db";
export const besideFiles = ["memory.journal"] as const;

const partBytes = 1024 * 1024;
/** For a gate that holds the write lock as it starts. */
const patienceMs = 10_000;

export interface Holdings {
  readonly kept: number;
  readonly rules: number;
  /** Names of the files that stand beside the ledger. */
  readonly files: readonly string[];
}

/** Throws what node:fs and node:sqlite throw; EEXIST if `file` is there. */
export function backUp(folder: string, file: string): Holdings {
  const part = `${file}.part`;
  rmSync(part, { force: true });
  closeSync(openSync(part, "wx", 0o600));
  try {
    const source = new DatabaseSync(join(folder, ledgerFile), {
      readOnly: true,
      timeout: patienceMs,
    });
    try {
      source.prepare("vacuum into ?").run(part);
    } finally {
      source.close();
    }
    const holdings = addBeside(folder, part);
    sync(part);
    // Unlike a rename this never takes the place of another file.
    linkSync(part, file);
    sync(dirname(file));
    return holdings;
  } finally {
    rmSync(part, { force: true });
  }
}

/** Into a folder without a ledger. Throws as `backUp`, and UnusableFile. */
export function restore(file: string, folder: string): Holdings {
  const taken = [ledgerFile, ...besideFiles].find((name) => existsSync(join(folder, name)));
  if (taken !== undefined) throw new UnusableFile(`there is a ${taken} in it already`);
  const part = join(folder, `${ledgerFile}.part`);
  rmSync(part, { force: true });
  closeSync(openSync(part, "wx", 0o600));
  try {
    const source = new DatabaseSync(file, { readOnly: true, timeout: patienceMs });
    try {
      mustBeBackup(source);
      source.prepare("vacuum into ?").run(part);
    } finally {
      source.close();
    }
    const holdings = takeBeside(part, folder);
    sync(part);
    renameSync(part, join(folder, ledgerFile));
    sync(folder);
    return holdings;
  } finally {
    rmSync(part, { force: true });
  }
}

function mustBeBackup(source: DatabaseSync): void {
  const { user_version: version } = source.prepare("pragma user_version").get() as {
    user_version: number;
  };
  const has = source.prepare("select 1 from sqlite_schema where name = 'backup_files'").get();
  if (has === undefined) throw new UnusableFile("it is no backup that this command has made");
  if (version > migrations.length)
    throw new UnusableFile("a newer Breakwater made it: update first");
  const { quick_check: found } = source.prepare("pragma quick_check(1)").get() as {
    quick_check: string;
  };
  if (found !== "ok") throw new UnusableFile(`it is damaged: ${found}`);
}

function addBeside(folder: string, part: string): Holdings {
  return within(part, (copy) => {
    copy.exec("create table backup_files (name text, part integer, content blob) strict");
    const add = copy.prepare("insert into backup_files values (?, ?, ?)");
    const files = besideFiles.filter((name) => existsSync(join(folder, name)));
    for (const name of files) {
      let number = 0;
      for (const bytes of partsOf(join(folder, name))) add.run(name, number++, bytes);
    }
    return { ...countsIn(copy), files };
  });
}

/** What says who ran there, and what it was asked for, is not true of the restored folder. */
function takeBeside(part: string, folder: string): Holdings {
  return within(part, (copy) => {
    const names = copy.prepare("select distinct name from backup_files").all() as {
      name: string;
    }[];
    const files = besideFiles.filter((name) => names.some((one) => one.name === name));
    const parts = copy.prepare("select content from backup_files where name = ? order by part");
    for (const name of files) writeAll(join(folder, name), parts.iterate(name));
    copy.exec("drop table backup_files");
    copy.exec("delete from settings where name in ('gate-presence', 'order-reload')");
    copy.exec("vacuum");
    return { ...countsIn(copy), files };
  });
}

/** Nobody else has this file, and it is synced as a whole: it needs no journal of its own. */
function within<T>(path: string, work: (copy: DatabaseSync) => T): T {
  const copy = new DatabaseSync(path);
  try {
    copy.exec("pragma journal_mode = off; pragma synchronous = off");
    return work(copy);
  } finally {
    copy.close();
  }
}

function countsIn(copy: DatabaseSync): Pick<Holdings, "kept" | "rules"> {
  const count = (table: "kept" | "rules") => {
    const row = copy.prepare(`select count(*) as count from ${table}`).get();
    return (row as { count: number }).count;
  };
  return { kept: count("kept"), rules: count("rules") };
}

function* partsOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    for (;;) {
      const bytes = Buffer.alloc(partBytes);
      const read = readSync(file, bytes);
      if (read === 0) return;
      yield bytes.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

function writeAll(path: string, rows: Iterable<Record<string, unknown>>): void {
  const file = openSync(path, "wx", 0o600);
  try {
    for (const { content } of rows) writeSync(file, content as Uint8Array);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function sync(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
