// Commands that look into the durable stores, beside a gate that may be running.

import { access } from "node:fs/promises";
import { LedgerDown } from "../ports/ledger.ts";
import type { Config } from "../services/config.ts";
import type { Context } from "./context.ts";
import { Complaint, exitCodes } from "./exit-code.ts";
import type { CommonOptions } from "./frame.ts";
import type { Store } from "./parts.ts";
import { printable } from "./printable.ts";
import { readConfig } from "./read-config.ts";

/**
 * Opens the configured stores, works with them, and closes them whatever happens. A folder that
 * is not there, or has no ledger, gets one for who keeps something in it; for all others it is
 * a mistyped name.
 */
export async function withStore<T>(
  context: Context,
  options: CommonOptions,
  missing: "make" | "complain",
  work: (store: Store, folder: string, config: Config) => Promise<T>,
): Promise<T> {
  const settings = { state: options.state };
  const { config } = await readConfig({ config: options.config, settings }, context);
  if (missing === "complain") await mustExist(config.state);
  const parts = await context.parts();
  if (missing === "complain" && !parts.holdsLedger(config.state))
    throw notTheirs(`no gate has started with the state folder ${printable(config.state)}`);
  const store = await parts.openStore(config.state).catch((error: unknown) => {
    throw storeDown(config.state, error);
  });
  try {
    return await work(store, config.state, config);
  } catch (error) {
    throw error instanceof LedgerDown ? storeDown(config.state, error) : error;
  } finally {
    await store.close();
  }
}

async function mustExist(folder: string): Promise<void> {
  const found = await access(folder).then(
    () => true,
    () => false,
  );
  if (found) return;
  throw notTheirs(`there is no state folder ${printable(folder)}`);
}

function notTheirs(why: string): Complaint {
  const message = `${why}: name the one that the gate uses with --state or --config.`;
  return new Complaint(message, exitCodes.down);
}

function storeDown(state: string, error: unknown): Complaint {
  const why =
    error instanceof Error ? printable(error.message).replace(/\.$/, "") : "unknown error";
  const message =
    `the stores in ${printable(state)} can't be used: ${why}. ` +
    "Name another folder with --state, or free it.";
  return new Complaint(message, exitCodes.down, error);
}
