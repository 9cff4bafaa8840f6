// A running gate's card on the door of its state folder: who it is and where it can be asked.

import { z } from "zod";
import type { Ledger } from "../ports/ledger.ts";
import { ownValue } from "./own-value.ts";

const presenceShape = z.object({
  /** Another one for each start. */
  run: z.string(),
  pid: z.int(),
  version: z.string(),
  startedAt: z.number(),
  /** Absent while it runs, and where it could not say goodbye. */
  stoppedAt: z.number().optional(),
  /** Socket addresses as they are written in the configuration. */
  gate: z.string(),
  admin: z.string(),
  /** Where people reach the desk: an origin, or a socket address. Absent where there is none. */
  desk: z.string().optional(),
  upstream: z.string(),
  /** The home server's own names, as far as they were known at the start. */
  hosts: z.array(z.string()),
  /** Who shows this word to the gate's door is answered by the gate itself; see `doctor`. */
  password: z.string(),
});

export type Presence = z.infer<typeof presenceShape>;

const own = ownValue("gate-presence", presenceShape);

/** Of the gate that started last. Undefined if none ever did. Throws LedgerDown. */
export function presenceIn(ledger: Pick<Ledger, "setting">): Promise<Presence | undefined> {
  return own.read(ledger);
}

/** Throws LedgerDown. */
export function putPresence(ledger: Pick<Ledger, "putSetting">, presence: Presence): Promise<void> {
  return own.write(ledger, presence);
}
