// What the home server's answers teach outlives us: read when we start, written when it grows.

import type { Logger } from "pino";
import type { Ledger } from "../ports/ledger.ts";
import type { HomeServerWatch } from "../services/home-server.ts";
import { nameOf, readTaught, writeTaught } from "../services/taught-shapes.ts";

/** Rejects with LedgerDown if it can't be read; what can't be written is logged. */
export async function keepTaught(
  watch: HomeServerWatch,
  ledger: Pick<Ledger, "setting" | "putSetting">,
  log: Pick<Logger, "warn" | "error">,
): Promise<void> {
  watch.remember(await readTaught(ledger));
  watch.whenTaught((all) => {
    const latest = all.at(-1);
    if (latest !== undefined)
      log.warn(`the home server takes ${nameOf(latest)}: from now on they are judged and kept`);
    writeTaught(all, ledger).catch((error: unknown) => {
      log.error({ err: error }, "what the home server takes could not be written down");
    });
  });
}
