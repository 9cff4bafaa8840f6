// One gate on a state folder: two would each remember half. The lock is the system's, by way
// of SQLite's on an empty file, so it ends with the process, however that ends.

import { DatabaseSync } from "node:sqlite";
import { LedgerDown } from "../../ports/ledger.ts";
import { sentenceFor } from "./trouble.ts";

export interface FolderLock {
  release(): void;
}

/** Throws LedgerDown where another gate has it. Commands don't ask for it. */
export function lockFolder(path: string, folder: string): FolderLock {
  try {
    const sqlite = new DatabaseSync(path, { timeout: 0 });
    try {
      sqlite.exec("pragma locking_mode = exclusive; begin exclusive");
    } catch (error) {
      sqlite.close();
      throw error;
    }
    return { release: () => sqlite.close() };
  } catch (error) {
    const { errcode } = error as { errcode?: unknown };
    if (errcode !== 5) throw new LedgerDown(sentenceFor(error, path));
    throw new LedgerDown(
      `another gate runs on the state folder ${folder}: stop it, or give this one a folder ` +
        "of its own with --state",
    );
  }
}
