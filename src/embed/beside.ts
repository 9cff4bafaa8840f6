// What a state folder is for beside the mail: decisions are written down in it, so that
// `breakwater week` and its like can be asked about a library as about the gate.

import { type Logger, pino } from "pino";
import type { LocalAct } from "../model/local-act.ts";
import type { Chronicle } from "../ports/chronicle.ts";
import type { Documents } from "../ports/documents.ts";
import { deaf, type Journal } from "../ports/journal.ts";
import type { Network } from "../ports/network.ts";
import type { Ports } from "../ports/ports.ts";
import { makeChronicler } from "../services/chronicler.ts";
import type { InForce } from "../services/in-force.ts";
import type { Learning } from "../services/learn.ts";
import { makeWritten } from "../wire/written.ts";

export interface Beside {
  readonly journal: Journal;
  noticed(act: LocalAct): void;
  /** `journal` hears what goes wrong. Rejects with LedgerDown. */
  start(journal: Journal): Promise<{ stop(): Promise<void> }>;
}

/** A library has no log: what goes wrong beside the mail, its program's journal hears. */
export function logInto(journal: Partial<Journal>): Logger {
  const write = (line: string): void =>
    journal.failed?.("looking after our stores", line, undefined);
  return pino({ level: "error", base: null }, { write });
}

interface BesideParts {
  readonly log: Logger;
  readonly network: Network;
  readonly ports: Ports;
  readonly inForce: InForce;
  readonly learn: () => Promise<void>;
  readonly learning: Learning;
}

interface BesideStore {
  readonly chronicle: Chronicle;
  readonly documents: Documents;
}

export function besideMail(store: BesideStore | undefined, parts: BesideParts): Beside {
  if (store === undefined) return nothingBeside;
  const chronicler = makeChronicler(store.chronicle, parts.ports.clock);
  return {
    journal: chronicler.journal,
    noticed: (act) => chronicler.noticed(act),
    start: (journal) => makeWritten({ ...parts, ...store, chronicler, journal }).start(),
  };
}

const nothingBeside: Beside = {
  journal: deaf,
  noticed: () => undefined,
  start: async () => ({ stop: async () => undefined }),
};
