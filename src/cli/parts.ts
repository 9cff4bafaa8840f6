// What the commands need of the house. wire/ has it; tests have their own.

import type { Logger } from "pino";
import type { Holdings } from "../adapters/sqlite/backup.ts";
import type { InheritedSockets } from "../adapters/systemd.ts";
import type { SocketAddress } from "../base/socket-address.ts";
import type { Mode } from "../model/mode.ts";
import type { Chronicle } from "../ports/chronicle.ts";
import type { Clock } from "../ports/clock.ts";
import type { Documents } from "../ports/documents.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { LessonBook } from "../ports/lesson-book.ts";
import type { Notifiers } from "../ports/notifier.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import type { Config } from "../services/config.ts";
import type { Ask } from "../services/node-info.ts";
import type { BuildReplayHouse } from "../services/replay.ts";
import type { ConfigOrigin } from "../wire/controls.ts";
import type { Supervision } from "../wire/supervision.ts";

/** The durable stores of one state folder, which a running gate may have open as well. */
export interface Store {
  readonly ledger: Ledger;
  readonly documents: Documents;
  readonly chronicle: Chronicle;
  readonly lessonBook: LessonBook;
  readonly ownRecords: OwnRecords;
  close(): Promise<void>;
}

/** Gate and admin port with everything behind them. */
export interface House {
  /** Where they really listen. Only after `start`. */
  readonly gateAddress: SocketAddress;
  readonly adminAddress: SocketAddress;
  /** The one in force, which an order may have changed. */
  mode(): Mode;
  /** Reads the configuration again, as far as that needs no restart. Never throws. */
  reload(): Promise<unknown>;
  /** Resolves when both listen; rejects if one can't. */
  start(): Promise<void>;
  /** Drains: takes nothing new, finishes what is under way. */
  stop(): Promise<void>;
}

export interface Parts {
  /** Rejects with LedgerDown if the folder can't be used. Makes it where it does not exist. */
  openStore(state: string): Promise<Store>;
  buildHouse(
    config: Config,
    log: Logger,
    more?: { origin: ConfigOrigin; sockets: InheritedSockets },
  ): Promise<House>;
  supervise(
    config: Config,
    environment: Readonly<Record<string, string | undefined>>,
    log: Logger,
  ): Supervision;
  /** Blocks until done. Throws what node:fs and node:sqlite throw; EEXIST never replaces. */
  backUp(folder: string, file: string): Holdings;
  /** Into a folder that is there and has no ledger. Throws as `backUp`, and UnusableFile. */
  restore(file: string, folder: string): Holdings;
  /** Whether a gate has started there: opening its store makes none. */
  holdsLedger(folder: string): boolean;
  /** Undefined if the ledger in it is whole. Blocks for about a second a gigabyte. */
  troubleIn(folder: string): string | undefined;
  /** Asks the home server itself, past the gate. */
  askingHome<T>(address: SocketAddress, work: (ask: Ask) => Promise<T>): Promise<T>;
  /** What went wrong with a file of ours, to end a sentence with. */
  reasonOf(error: unknown): string;
  /** The ways out to moderators, as they are configured. */
  notifiersFor(config: Config, ledger: Ledger, clock: Pick<Clock, "now">): Notifiers;
  /** A house with empty memory on a virtual clock, for one replay or one question. */
  replayHouse(config: Config): BuildReplayHouse;
}
