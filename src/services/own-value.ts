// A small value of our own that must survive: JSON under a name in the ledger.

import type { z } from "zod";
import type { Ledger } from "../ports/ledger.ts";

export interface OwnValue<T> {
  /** Undefined: there is none, or none that this version can read. Throws LedgerDown. */
  read(ledger: Pick<Ledger, "setting">): Promise<T | undefined>;
  /** On disk once it returns; `undefined` takes it away. Throws LedgerDown. */
  write(ledger: Pick<Ledger, "putSetting">, value: T | undefined): Promise<void>;
}

/** What another version wrote, or somebody by hand, counts as none: it must stop no gate. */
export function ownValue<T>(name: string, shape: z.ZodType<T>): OwnValue<T> {
  return {
    async read(ledger) {
      const text = await ledger.setting(name);
      return text === undefined ? undefined : shape.safeParse(parsed(text)).data;
    },
    write: (ledger, value) =>
      ledger.putSetting(name, value === undefined ? "" : JSON.stringify(value)),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // The shape refuses it.
  }
}
