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
    throw new LedgerDown(`The state folder ${state} can't be made: ${whyNot(error)}`);
  }
  const store = await openSqliteStore(join(state, "breakwater.db"));
  return { ...store, close: () => store.ledger.close() };
}

function whyNot(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EACCES" || code === "EPERM") return "the account it runs as has no right to";
  if (code === "EEXIST" || code === "ENOTDIR") return "a file is in its place";
  if (code === "ENOSPC") return "the disk is full";
  return error instanceof Error ? error.message : String(error);
}

/** Made once: settle windows are drawn from it, so that no two installations wait alike. */
export async function installationSeed(ledger: Ledger): Promise<string> {
  const kept = await ledger.setting("seed");
  if (kept !== undefined) return kept;
  await ledger.putSetting("seed", randomBytes(16).toString("hex"));
  return (await ledger.setting("seed")) ?? "";
}
