// The durable stores of one state folder, and what is made once for each installation.

import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openSqliteStore, type Store } from "../adapters/sqlite/store.ts";
import type { Ledger } from "../ports/ledger.ts";
import { LedgerDown } from "../ports/ledger.ts";

/** The durable stores of one state folder, made if missing. Rejects with LedgerDown. */
export async function openStore(state: string): Promise<Store & { close(): Promise<void> }> {
  try {
    await mkdir(state, { recursive: true, mode: 0o700 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LedgerDown(`The state folder ${state} can't be made: ${why}`);
  }
  const store = await openSqliteStore(join(state, "breakwater.db"));
  return { ...store, close: () => store.ledger.close() };
}

/** Made once: settle windows are drawn from it, so that no two installations wait alike. */
export async function installationSeed(ledger: Ledger): Promise<string> {
  const kept = await ledger.setting("seed");
  if (kept !== undefined) return kept;
  await ledger.putSetting("seed", randomBytes(16).toString("hex"));
  return (await ledger.setting("seed")) ?? "";
}
