// The keys that browsers know this installation by, made once: with others every subscription of a
// browser would be lost.

import { z } from "zod";
import type { Ledger } from "../../ports/ledger.ts";
import { ownValue } from "../own-value.ts";

const shape = z.object({ publicKey: z.string(), privateKey: z.string() });
const own = ownValue("push-keys", shape);

export type OwnPushKeys = Readonly<z.infer<typeof shape>>;

/** Throws LedgerDown. */
export async function pushKeysIn(
  ledger: Pick<Ledger, "setting" | "putSetting">,
  make: () => Promise<OwnPushKeys>,
): Promise<OwnPushKeys> {
  const kept = await own.read(ledger);
  if (kept !== undefined) return kept;
  const made = await make();
  await own.write(ledger, made);
  // Another process may have done the same meanwhile: what lies there now counts.
  return (await own.read(ledger)) ?? made;
}
