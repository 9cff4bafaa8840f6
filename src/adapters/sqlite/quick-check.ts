// Is there a ledger, and is its file whole? SQLite looks at every page of it, beside a gate that
// may be running.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ledgerFile } from "./backup.ts";
import { reasonOf } from "./trouble.ts";

export function holdsLedger(folder: string): boolean {
  return existsSync(join(folder, ledgerFile));
}

/** Undefined if it is; else what is wrong. Blocks for about a second a gigabyte. */
export function troubleIn(folder: string): string | undefined {
  try {
    const sqlite = new DatabaseSync(join(folder, ledgerFile), { readOnly: true });
    try {
      const row = sqlite.prepare("pragma quick_check(1)").get() as { quick_check: string };
      return row.quick_check === "ok" ? undefined : row.quick_check;
    } finally {
      sqlite.close();
    }
  } catch (error) {
    return reasonOf(error);
  }
}
