// Builds the real house. This folder is the only one that knows every part.

import type { Logger } from "pino";
import { collectDefaultMetrics, Registry } from "prom-client";
import type { HttpNetworkOptions } from "../adapters/http-network.ts";
import { makeHttpUpstream } from "../adapters/http-upstream.ts";
import { allJournals, journalToLog } from "../adapters/journal-log.ts";
import { journalToMetrics } from "../adapters/journal-metrics.ts";
import { ProcessWords } from "../adapters/process/words.ts";
import { quotasToMetrics } from "../adapters/quota-metrics.ts";
import { systemClock } from "../adapters/system-clock.ts";
import type { InheritedSockets } from "../adapters/systemd.ts";
import type { SocketAddress } from "../base/socket-address.ts";
import { type ReceiptMaker, receiptByChance } from "../doors/gate/receipt.ts";
import { mastodonWindows, timelessWindows } from "../engine/identity/time-window.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { LocalAct } from "../model/local-act.ts";
import type { Mode } from "../model/mode.ts";
import type { Clock } from "../ports/clock.ts";
import type { Journal } from "../ports/journal.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Memory } from "../ports/memory.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import type { Ports } from "../ports/ports.ts";
import { makeAuthenticator } from "../services/authenticate.ts";
import { followCase } from "../services/cases/follow.ts";
import { makeOrdersInForce } from "../services/cases/orders-in-force.ts";
import { makeChronicler } from "../services/chronicler.ts";
import type { Config } from "../services/config.ts";
import { makeDirectory } from "../services/directory.ts";
import { makeFetchBudget } from "../services/fetch-budget.ts";
import { type HomeServerWatch, makeHomeServer } from "../services/home-server.ts";
import { type InForce, makeInForce } from "../services/in-force.ts";
import type { Keep } from "../services/keep.ts";
import { makeLearning } from "../services/learn.ts";
import { makeTraffic } from "../services/now/traffic.ts";
import { makeWaves } from "../services/now/waves.ts";
import { makeRecorder } from "../services/recorder.ts";
import { makeRuleBook } from "../services/rule-book.ts";
import { makeShadowTally } from "../services/shadow-tally.ts";
import { makeTroubles } from "../services/troubles.ts";
import { type ConfigOrigin, type Controls, makeControls } from "./controls.ts";
import { type Doors, openDoors } from "./doors.ts";
import { followingAt } from "./following.ts";
import { furnish } from "./furnish.ts";
import { openMemory } from "./memory.ts";
import { openNetwork } from "./network.ts";
import { openNotify } from "./notify.ts";
import { openRecalls } from "./recalls.ts";
import { openRecordings } from "./recording.ts";
import { makeRun } from "./run.ts";
import { installationSeed, openStore } from "./store.ts";
import { keepTaught } from "./taught.ts";
import { openTraces } from "./traces.ts";
import { makeWritten } from "./written.ts";

/** What a laboratory puts in the place of the machine's own: time, chance, names, an onlooker. */
export interface Surroundings {
  readonly clock?: Clock;
  readonly makeReceipt?: ReceiptMaker;
  readonly journal?: Journal;
  /** Where the configuration came from; without it there is no reload. */
  readonly origin?: ConfigOrigin;
  /** That listen already, held open by who started us. */
  readonly sockets?: InheritedSockets;
  readonly network?: Pick<HttpNetworkOptions, "resolve" | "ca">;
}

/** Gate and admin port with everything behind them. */
export interface House {
  /** Where they really listen. Only after `start`. */
  readonly gateAddress: SocketAddress;
  readonly adminAddress: SocketAddress;
  /** Undefined where there is no desk. */
  readonly deskAddress: SocketAddress | undefined;
  readonly keep: Keep;
  readonly memory: Memory;
  readonly ledger: Ledger;
  /** The one in force, which an order may have changed. */
  mode(): Mode;
  /** Reads the configuration again. Never throws. */
  reload(): Promise<unknown>;
  /** One of our own people did something: what a connector tells. */
  notice(act: LocalAct): Promise<void>;
  /** Resolves when both listen; rejects if one can't. */
  start(): Promise<void>;
  /** Drains: takes nothing new, finishes what is under way. */
  stop(): Promise<void>;
}

/** Throws if the configuration names no upstream. Rejects with LedgerDown. */
export async function buildHouse(
  config: Config,
  log: Logger,
  surroundings: Surroundings = {},
): Promise<House> {
  const address = upstreamOf(config);
  const { clock = systemClock, makeReceipt = receiptByChance, sockets } = surroundings;
  const registry = makeRegistry();
  const traces = await openTraces(config.traces);
  const store = await openStore(config.state);
  const { documents, ledger } = store;
  const giveUp = (error: unknown) => store.close().then(() => Promise.reject(error));
  const remembered = await openMemory(config.state, clock, log, registry).catch(giveUp);
  const chronicler = makeChronicler(store.chronicle, clock);
  const [recorder, troubles] = [makeRecorder(clock), makeTroubles(clock)];
  const seed = await installationSeed(ledger);
  const inForce = makeInForce(config, seed, ledger, clock);
  const shadowTally = makeShadowTally(inForce, ledger, clock);
  const upstream = traces.upstream(makeHttpUpstream({ address }));
  const watch = makeHomeServer({ ...config.home, software: config.software });
  const notice = noticing(remembered.memory, [chronicler, recorder]);
  const following = followingAt({ upstream, documents, clock, watch, notice });
  const recalls = openRecalls({ ...store, ...remembered, clock, inForce, teller: () => journal });
  const run = makeRun(config, ledger, clock);
  const orders = makeOrdersInForce(store.ownRecords, { ...remembered, clock });
  const quotas = () => keep.quotaState();
  const notify = openNotify({ ...store, clock, inForce, watch, log, quotas, surroundings });
  const watched = { traffic: makeTraffic(clock), waves: makeWaves(clock) };
  const onlookers = [notify, ...Object.values(watched), ...onlookerIn(surroundings)];
  const hearers = [chronicler, recorder, troubles, shadowTally, following, recalls, run, orders];
  const tellers = [journalToLog(log), journalToMetrics(registry), ...traces.journals];
  const journal = journalTo(tellers, [...hearers, ...onlookers]);
  await keepTaught(watch, ledger, log);
  const { actor, ...out } = await openNetwork(config, ledger, clock, surroundings);
  const network = traces.network(out.network);
  const budget = makeFetchBudget();
  const library = { documents: recorder.overhear(documents), network, clock, budget };
  const rules = makeRuleBook(ledger, store.ownRecords, clock, sayingTo(log), orders);
  const ports = traces.ports({
    memory: remembered.memory,
    ...{ ledger, upstream, clock },
    authenticator: makeAuthenticator({ ...library, settings: { windows: windowsOf(watch) } }),
    directory: makeDirectory(library),
    words: new ProcessWords(),
    ...{ homeServer: watch, ruleBook: rules },
  });
  const { keep, gatekeeper } = furnish(settingsIn(inForce, store), ports, watch, journal, actor);
  const inside = { keep, gatekeeper: traces.gatekeeper(gatekeeper) };
  quotasToMetrics(registry, quotas);
  const controls = makeControls(inForce, ledger, log, surroundings.origin);
  const recordings = openRecordings({ config, ledger, clock, log, watch, recorder });
  const heard = { chronicler, shadowTally, recordings, following, recalls, journal, notify };
  const learning = makeLearning({ ports, book: store.lessonBook, seed });
  const beside = { ...heard, network, ports, inForce, log, learning, rules, seed };
  const written = makeWritten({ ...store, ...beside });
  const open = () =>
    openDoors({
      ...{ config, log, registry, ...inside, ports, upstream, watch, rules, actor, journal },
      ...{ inForce, controls, written, troubles, following, run, watched, stores: store },
      ...{ makeReceipt, sockets, notify },
    });
  const closeRest = () => closeInTurn([upstream, network, traces], [remembered], [store]);
  return houseOf(config, ports, keep, { notice, mode: inForce.mode, controls, open, closeRest });
}

function onlookerIn({ journal }: Surroundings): readonly { readonly journal: Journal }[] {
  return journal === undefined ? [] : [{ journal }];
}

function journalTo(
  tellers: readonly Journal[],
  hearers: readonly { readonly journal: Journal }[],
): Journal {
  return allJournals([...tellers, ...hearers.map((one) => one.journal)]);
}

interface Closable {
  close(): Promise<unknown>;
}

async function closeInTurn(...turns: readonly (readonly Closable[])[]): Promise<void> {
  for (const turn of turns) await Promise.all(turn.map((one) => one.close()));
}

function upstreamOf({ upstream }: Config): SocketAddress {
  if (upstream === undefined) throw new Error("a house needs an upstream");
  return upstream;
}

function makeRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

function windowsOf(watch: HomeServerWatch) {
  return () => (watch.profile().looksAtDates ? mastodonWindows : timelessWindows);
}

function sayingTo(log: Logger): (fields: object, sentence: string) => void {
  return (fields, sentence) => log.warn(fields, sentence);
}

interface Listener {
  noticed(act: LocalAct): void;
}

function noticing(memory: Memory, listeners: readonly Listener[]): House["notice"] {
  return async (act) => {
    await memory.notice(act);
    for (const one of listeners) one.noticed(act);
  };
}

interface WithRecords {
  readonly ownRecords: OwnRecords;
}

/** What may change while the gate runs. */
function settingsIn(
  { mode, policy, guards, shadow, config }: InForce,
  { ownRecords }: WithRecords,
) {
  return {
    ...{ mode, policy, guards, shadow },
    onFailure: () => config().onFailure,
    rejectAnswer: () => config().rejectAnswer,
    quotas: () => config().quotas,
    caseMoves: (was: CampaignId, is: CampaignId) => followCase(was, is, ownRecords),
  };
}

interface HouseParts extends Pick<House, "notice" | "mode"> {
  readonly controls: Controls;
  open(): Promise<Doors>;
  closeRest(): Promise<void>;
}

function houseOf(
  config: Config,
  { memory, ledger }: Ports,
  keep: Keep,
  { notice, mode, controls, open, closeRest }: HouseParts,
): House {
  let doors: Doors | undefined;
  return {
    keep,
    memory,
    ledger,
    notice,
    get gateAddress() {
      return doors?.gateAddress ?? config.listen;
    },
    get adminAddress() {
      return doors?.adminAddress ?? config.admin;
    },
    get deskAddress() {
      return doors?.deskAddress;
    },
    mode,
    reload: () => controls.reload(),
    async start() {
      doors = await open();
    },
    async stop() {
      await doors?.close();
      await closeRest();
    },
  };
}
