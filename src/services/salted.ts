// Names in lessons: nobody who has the lessons alone can tell whose they are.

import { createHmac } from "node:crypto";
import type { Ledger } from "../ports/ledger.ts";

/** `seed`: secret, and the installation's own. */
export function salted(seed: string, name: string): string {
  return createHmac("sha256", seed).update(`words:${name}`).digest("hex").slice(0, 16);
}

/** For a command: with the seed that lies in the ledger. Throws LedgerDown. */
export async function saltedHere(name: string, ledger: Pick<Ledger, "setting">): Promise<string> {
  return salted(await seedHere(ledger), name);
}

/** Empty where no gate has started yet. */
export async function seedHere(ledger: Pick<Ledger, "setting">): Promise<string> {
  return (await ledger.setting("seed")) ?? "";
}
