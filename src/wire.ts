// The only file that knows every part: it builds the real house, and the one that replays live in.

import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { collectDefaultMetrics, Registry } from "prom-client";
import { type HttpNetworkOptions, makeHttpNetwork } from "./adapters/http-network.ts";
import { type HttpUpstream, makeHttpUpstream } from "./adapters/http-upstream.ts";
import { allJournals, journalToLog } from "./adapters/journal-log.ts";
import { journalToMetrics } from "./adapters/journal-metrics.ts";
import { ProcessLedger } from "./adapters/process/ledger.ts";
import { ProcessMemory } from "./adapters/process/memory.ts";
import { makeLogWorld } from "./adapters/replay/log-world.ts";
import { makeVirtualClock } from "./adapters/replay/virtual-clock.ts";
import { openSqliteStore, type Store } from "./adapters/sqlite/store.ts";
import { systemClock } from "./adapters/system-clock.ts";
import { askOver } from "./adapters/upstream-ask.ts";
import type { SocketAddress } from "./base/socket-address.ts";
import { startAdmin } from "./doors/admin/admin.ts";
import { parseTrustedProxies } from "./doors/gate/forwarded.ts";
import { startGate } from "./doors/gate/gate.ts";
import { gateObserver } from "./doors/gate/observed.ts";
import { mastodonWindows, timelessWindows } from "./engine/identity/time-window.ts";
import type { Policy } from "./engine/policy.ts";
import { hostOf } from "./model/ids.ts";
import type { Clock } from "./ports/clock.ts";
import type { Journal } from "./ports/journal.ts";
import type { Ledger } from "./ports/ledger.ts";
import { LedgerDown } from "./ports/ledger.ts";
import type { Memory } from "./ports/memory.ts";
import type { Ports } from "./ports/ports.ts";
import { type Gatekeeper, makeGatekeeper } from "./services/admit.ts";
import { makeAuthenticator } from "./services/authenticate.ts";
import type { Config } from "./services/config.ts";
import { policyFrom } from "./services/config-policy.ts";
import { makeDirectory } from "./services/directory.ts";
import { makeFailures } from "./services/failures.ts";
import { makeFetchBudget } from "./services/fetch-budget.ts";
import { type GateActor, makeGateActor } from "./services/gate-actor.ts";
import { type HomeServerWatch, makeHomeServer } from "./services/home-server.ts";
import { type Keep, makeKeep } from "./services/keep.ts";
import { startKeepLoop } from "./services/keep-loop.ts";
import { startLearning } from "./services/learn-home.ts";
import type { BuildReplayHouse } from "./services/replay.ts";
import { type LedgerRuleBook, makeRuleBook } from "./services/rule-book.ts";

/** What a laboratory puts in the place of the machine's own: time, names, trust, an onlooker. */
export interface Surroundings {
  readonly clock?: Clock;
  readonly journal?: Journal;
  readonly network?: Pick<HttpNetworkOptions, "resolve" | "ca">;
}

/** Gate and admin port with everything behind them. */
export interface House {
  /** Where they really listen. Only after `start`. */
  readonly gateAddress: SocketAddress;
  readonly adminAddress: SocketAddress;
  readonly keep: Keep;
  readonly memory: Memory;
  readonly ledger: Ledger;
  /** Resolves when both listen; rejects if one can't. */
  start(): Promise<void>;
  /** Drains: takes nothing new, finishes what is under way. */
  stop(): Promise<void>;
}

/** The durable stores of one state folder, made if missing. Rejects with LedgerDown. */
export async function openStore(state: string): Promise<Store & { close(): Promise<void> }> {
  try {
    await mkdir(state, { recursive: true, mode: 0o700 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LedgerDown(`The state folder ${state} can't be made: ${why}`);
  }
  const store = await openSqliteStore(join(state, "breakwater.db"));
  return { ...store, close: () => store.ledger.close() };
}

/** Throws if the configuration names no upstream. Rejects with LedgerDown. */
export async function buildHouse(
  config: Config,
  log: Logger,
  surroundings: Surroundings = {},
): Promise<House> {
  const { upstream: address } = config;
  if (address === undefined) throw new Error("a house needs an upstream");
  const { clock = systemClock } = surroundings;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const onlookers = surroundings.journal === undefined ? [] : [surroundings.journal];
  const journal = allJournals([journalToLog(log), journalToMetrics(registry), ...onlookers]);

  const store = await openStore(config.state);
  const { documents, ledger } = store;
  const upstream = makeHttpUpstream({ address });
  const watch = makeHomeServer({ ...config.home, software: config.software });
  const { actor, network } = await openNetwork(config, ledger, clock, surroundings);
  const library = { documents, network, clock, budget: makeFetchBudget() };
  const windows = () => (watch.profile().looksAtDates ? mastodonWindows : timelessWindows);
  const rules = makeRuleBook(ledger, clock);
  const ports: Ports = {
    memory: new ProcessMemory(),
    ledger,
    upstream,
    clock,
    authenticator: makeAuthenticator({ ...library, settings: { windows } }),
    directory: makeDirectory(library),
    homeServer: watch,
    ruleBook: rules,
  };
  const policy = policyFrom(config, await installationSeed(ledger));
  const inside = furnish(config, policy, ports, watch, journal);
  const open = () =>
    openDoors({ config, log, registry, ...inside, ports, upstream, watch, rules, actor, journal });
  const closeRest = async () => {
    await Promise.all([upstream.close(), network.close()]);
    await store.close();
  };
  return houseOf(config, ports, inside.keep, open, closeRest);
}

type Inside = { readonly keep: Keep; readonly gatekeeper: Gatekeeper };

/** What the gate and a replay share: the same services over other ports. */
function furnish(
  { mode, onFailure }: Pick<Config, "mode" | "onFailure">,
  policy: Policy,
  ports: Ports,
  watch: HomeServerWatch,
  journal: Journal,
): Inside {
  const failures = makeFailures();
  const keep = makeKeep({ policy: () => policy, onFailure, ports, journal, failures });
  const gatekeeper = makeGatekeeper({
    mode,
    onFailure,
    policy: () => policy,
    ports,
    keep,
    watch,
    failures,
    journal,
  });
  return { keep, gatekeeper };
}

interface Doors {
  readonly gateAddress: SocketAddress;
  readonly adminAddress: SocketAddress;
  close(): Promise<void>;
}

function houseOf(
  config: Config,
  { memory, ledger }: Ports,
  keep: Keep,
  open: () => Promise<Doors>,
  closeRest: () => Promise<void>,
): House {
  let doors: Doors | undefined;
  return {
    keep,
    memory,
    ledger,
    get gateAddress() {
      return doors?.gateAddress ?? config.listen;
    },
    get adminAddress() {
      return doors?.adminAddress ?? config.admin;
    },
    async start() {
      doors = await open();
    },
    async stop() {
      await doors?.close();
      await closeRest();
    },
  };
}

type DoorParts = Inside & {
  readonly config: Config;
  readonly log: Logger;
  readonly registry: Registry;
  readonly ports: Ports;
  readonly upstream: HttpUpstream;
  readonly watch: HomeServerWatch;
  readonly rules: LedgerRuleBook;
  readonly actor: GateActor | undefined;
  readonly journal: Journal;
};

/** Opens everything, or, if one door can't be opened, closes those that were and rejects. */
async function openDoors(parts: DoorParts): Promise<Doors> {
  const { config, log, registry, keep, gatekeeper, ports, upstream, rules, actor } = parts;
  const { clock, ledger } = ports;
  const closing: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const one of closing.toReversed()) await one();
  };
  try {
    await rules.refresh();
    await keep.resume();
    const loop = startKeepLoop(keep, rules, clock, parts.journal, config.expireAfterMs);
    closing.push(() => loop.stop());
    const learning = await startLearning(askOver(upstream), parts.watch, clock);
    closing.push(() => learning.stop());
    const checks = async () => ({
      ledger: await answers(ledger.setting("seed")),
      upstream: await learning.answers(),
    });
    const admin = await startAdmin({ listen: config.admin, registry, checks });
    closing.push(() => admin.close());
    const own = actor === undefined ? {} : { answerOwn: answersOf(actor) };
    const observer = gateObserver(registry, log);
    const gateParts = { gatekeeper, passage: upstream, clock, observer, ...own };
    const gate = await startGate(gateOptions(config), gateParts);
    closing.push(() => gate.close());
    return { gateAddress: gate.address, adminAddress: admin.address, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function answers(asked: Promise<unknown>): Promise<boolean> {
  return asked.then(
    () => true,
    () => false,
  );
}

/** A house with an empty memory on a virtual clock, for one replay or one question. */
export function replayHouse(config: Config): BuildReplayHouse {
  return async (header, journal) => {
    const clock = makeVirtualClock(header.at);
    const world = makeLogWorld();
    const watch = makeHomeServer({ ...header, software: config.software });
    watch.learned(header.software ?? "mastodon", "4.5.0", undefined);
    const ports: Ports = {
      memory: new ProcessMemory(),
      ledger: new ProcessLedger(),
      upstream: world,
      clock,
      authenticator: world,
      directory: world,
      // The format's rule: what the log calls invalid or absent passes on, to be refused at home.
      homeServer: { ...watch, profile: () => ({ ...watch.profile(), refusesPlainly: true }) },
      ruleBook: { find: () => undefined },
    };
    // The seed is fixed: a replay of the same log under the same settings says the same.
    const policy = policyFrom(config, "replay");
    const guarding = { mode: "guard", onFailure: "pass" } as const;
    const inside = furnish(guarding, policy, ports, watch, journal);
    const { publish, attest } = world;
    return { ...inside, ports, setTime: (at) => clock.set(at), publish, attest };
  };
}

function gateOptions(config: Config) {
  const trusted = parseTrustedProxies(config.trustedProxies);
  if (!trusted.ok) throw new Error(trusted.error);
  return {
    listen: config.listen,
    trustedProxies: trusted.value,
    limits: { bodyBytesMax: config.limits.bodyBytes },
  };
}

async function openNetwork(
  config: Config,
  ledger: Ledger,
  clock: Clock,
  { network = {} }: Surroundings,
) {
  const { publicUrl } = config;
  const actor = publicUrl === undefined ? undefined : await makeGateActor({ publicUrl, ledger });
  const about = publicUrl ?? "inbound filter";
  const signed = actor && { sign: (url: string) => actor.signGet(url, clock.now()) };
  const options = { userAgent: `Breakwater (${about})`, allow: config.network.allow };
  return { actor, network: makeHttpNetwork({ ...options, ...signed, ...network }) };
}

/** The gate's actor answers on its own host name only; all else there is the home server's. */
function answersOf(actor: GateActor) {
  const own = hostOf(actor.id);
  return (host: string, method: string, path: string) => {
    if (host.toLowerCase() !== own) return undefined;
    const answer = actor.answerFor(method, path);
    return answer && { ...answer, body: new TextEncoder().encode(answer.body) };
  };
}

/** Made once: settle windows are drawn from it, so that no two installations wait alike. */
async function installationSeed(ledger: Ledger): Promise<string> {
  const kept = await ledger.setting("seed");
  if (kept !== undefined) return kept;
  await ledger.putSetting("seed", randomBytes(16).toString("hex"));
  return (await ledger.setting("seed")) ?? "";
}
