// The parts behind a library's check: those that were brought, and ours for the rest.

import type { Logger } from "pino";
import { Registry } from "prom-client";
import { makeHttpNetwork } from "../adapters/http-network.ts";
import { ProcessDocuments } from "../adapters/process/documents.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { ProcessLessonBook } from "../adapters/process/lesson-book.ts";
import { ProcessMemory } from "../adapters/process/memory.ts";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { ProcessWords } from "../adapters/process/words.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { mastodonWindows, timelessWindows } from "../engine/identity/time-window.ts";
import type { Clock } from "../ports/clock.ts";
import type { Memory } from "../ports/memory.ts";
import type { Ports } from "../ports/ports.ts";
import type { Upstream } from "../ports/upstream.ts";
import { makeAuthenticator } from "../services/authenticate.ts";
import { makeDirectory } from "../services/directory.ts";
import { makeFetchBudget } from "../services/fetch-budget.ts";
import { type HomeServerWatch, makeHomeServer } from "../services/home-server.ts";
import { type InForce, makeInForce } from "../services/in-force.ts";
import { makeLearning } from "../services/learn.ts";
import { makeRuleBook } from "../services/rule-book.ts";
import { makeRulingLessons } from "../services/rulings.ts";
import { openMemory } from "../wire/memory.ts";
import { installationSeed, openStore } from "../wire/store.ts";
import { keepTaught } from "../wire/taught.ts";
import { type Beside, besideMail, logInto } from "./beside.ts";
import type { OwnPorts, Wanted } from "./options.ts";

export interface Parts {
  readonly ports: Ports;
  readonly watch: HomeServerWatch;
  /** What admins decided: rules and, on the command line, the mode. */
  readonly orders: { refresh(): Promise<unknown> };
  readonly inForce: InForce;
  readonly beside: Beside;
  /** From what was ruled, here or on the command line. */
  readonly learn: () => Promise<void>;
  /** Closes what is ours; what was brought stays open. */
  close(): Promise<void>;
}

/** Rejects with LedgerDown. */
export async function openParts(
  { config, state }: Wanted,
  own: Partial<OwnPorts>,
  upstream: Upstream,
): Promise<Parts> {
  const clock = own.clock ?? systemClock;
  const log = logInto(own.journal ?? {});
  const store = state === undefined ? undefined : await openStore(state);
  const remembered = await ownMemory(own, state, clock, log).catch(async (error: unknown) => {
    await store?.close();
    throw error;
  });
  const ledger = own.ledger ?? store?.ledger ?? new ProcessLedger();
  const records = store?.ownRecords ?? new ProcessOwnRecords();
  const documents = own.documents ?? store?.documents ?? new ProcessDocuments();
  const ours = wayOut(config);
  const network = own.network ?? ours;
  const watch = makeHomeServer({ ...config.home, software: config.software });
  const rules = makeRuleBook(ledger, records, clock, (...told) => log.warn(...told));
  const library = { documents, network, clock, budget: makeFetchBudget() };
  const windows = () => (watch.profile().looksAtDates ? mastodonWindows : timelessWindows);
  const ports: Ports = {
    memory: remembered.memory,
    ledger,
    upstream,
    clock,
    authenticator: own.authenticator ?? makeAuthenticator({ ...library, settings: { windows } }),
    directory: own.directory ?? makeDirectory(library),
    words: new ProcessWords(),
    homeServer: watch,
    ruleBook: rules,
  };
  const close = async () => {
    await ours.close();
    await remembered.close();
    await store?.close();
  };
  const seed = await installationSeed(ledger);
  const inForce = makeInForce(config, seed, ledger, clock);
  const orders = { refresh: () => Promise.all([rules.refresh(), inForce.refresh()]) };
  await keepTaught(watch, ledger, log);
  const book = store?.lessonBook ?? new ProcessLessonBook();
  const learning = makeLearning({ ports, book, seed });
  const rulings = makeRulingLessons(ports, { teach: learning.teach });
  const learn = () => rulings().then(learning.round);
  const beside = besideMail(store, { network, ports, inForce, log, learn, learning });
  return { ports, watch, orders, inForce, beside, learn, close };
}

/** In a state folder it survives, and nobody else may have the folder. */
async function ownMemory(
  { memory }: Partial<OwnPorts>,
  state: string | undefined,
  clock: Clock,
  log: Logger,
): Promise<{ readonly memory: Memory; close(): Promise<void> }> {
  if (memory === undefined && state !== undefined) {
    return openMemory(state, clock, log, new Registry());
  }
  return { memory: memory ?? new ProcessMemory(), close: async () => undefined };
}

function wayOut({ home, network }: Wanted["config"]): ReturnType<typeof makeHttpNetwork> {
  const about = home.origin ?? "inbound filter";
  return makeHttpNetwork({ userAgent: `Breakwater (${about})`, allow: network.allow });
}
