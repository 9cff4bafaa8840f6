// What the desk's pages ask of the house.

import type { Chronicle } from "../../ports/chronicle.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Documents } from "../../ports/documents.ts";
import type { HomeAccounts } from "../../ports/home-accounts.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { LessonBook } from "../../ports/lesson-book.ts";
import type { Memory } from "../../ports/memory.ts";
import type { Notifiers } from "../../ports/notifier.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import type { ShownSetting } from "../../services/config.ts";
import type { GateStatus } from "../../services/gate-status.ts";
import type { InForce } from "../../services/in-force.ts";
import type { HouseNows } from "../../services/now/house-now.ts";
import type { LastDays } from "../../services/now/last-day.ts";
import type { Traffic } from "../../services/now/traffic.ts";
import type { OwnMail } from "../../services/own-mail.ts";

export interface DeskParts {
  readonly ownRecords: OwnRecords;
  readonly ledger: Ledger;
  readonly memory: Memory;
  readonly chronicle: Chronicle;
  readonly documents: Documents;
  readonly lessonBook: LessonBook;
  readonly inForce: InForce;
  /** Lines of the traffic log that was recorded here last; undefined where there is none. */
  recorded(): Promise<AsyncIterable<string> | undefined>;
  /** What is configured, and where from. */
  configured(): readonly ShownSetting[];
  readonly clock: Clock;
  readonly traffic: Traffic;
  readonly houseNow: HouseNows;
  readonly lastDays: LastDays;
  status(): Promise<GateStatus>;
  /** The home server as people call it: its host name, if it is known. */
  home(): string | undefined;
  /** The ways out to moderators, as they are configured by now. */
  notifiers(): Notifiers;
  /** The key by which browsers know whose notices they take. Throws LedgerDown. */
  pushKey(): Promise<string>;
  readonly ownMail: OwnMail;
  /** Undefined where only tokens let in. */
  readonly signIn: HomeSignIn | undefined;
}

/** Signing in with an account of the home server. */
export interface HomeSignIn {
  readonly accounts: HomeAccounts;
  /** Where the home server sends people back to: an address of ours. */
  readonly back: string;
}

/** The path of that address. */
export const backPath = "/sign-in/home/back";
