// Opening the house: what was kept goes on, the home server is learned, then the doors.

import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { HttpUpstream } from "../adapters/http-upstream.ts";
import type { InheritedSockets } from "../adapters/systemd.ts";
import { askOver, questionsOver } from "../adapters/upstream-ask.ts";
import type { SocketAddress } from "../base/socket-address.ts";
import { startAdmin } from "../doors/admin/admin.ts";
import type { DeskParts } from "../doors/desk/desk-parts.ts";
import { parseTrustedProxies } from "../doors/gate/forwarded.ts";
import { startGate } from "../doors/gate/gate.ts";
import { gateObserver } from "../doors/gate/observed.ts";
import type { ReceiptMaker } from "../doors/gate/receipt.ts";
import { hostOf } from "../model/ids.ts";
import type { Journal } from "../ports/journal.ts";
import type { Ports } from "../ports/ports.ts";
import type { Config } from "../services/config.ts";
import type { Following } from "../services/following.ts";
import type { GateActor } from "../services/gate-actor.ts";
import { makeHeldLately } from "../services/held-lately.ts";
import type { HomeServerWatch } from "../services/home-server.ts";
import type { InForce } from "../services/in-force.ts";
import { startKeepLoop } from "../services/keep-loop.ts";
import { startLearning } from "../services/learn-home.ts";
import { makeOwnMail } from "../services/own-mail.ts";
import type { LedgerRuleBook } from "../services/rule-book.ts";
import type { Troubles } from "../services/troubles.ts";
import type { Controls } from "./controls.ts";
import { homeSignIn, nowParts, openDesk, recordedLines, type Watched } from "./desk.ts";
import type { Inside } from "./furnish.ts";
import type { Run } from "./run.ts";
import type { Written } from "./written.ts";

export interface Doors {
  readonly gateAddress: SocketAddress;
  readonly adminAddress: SocketAddress;
  /** Undefined where there is no desk. */
  readonly deskAddress: SocketAddress | undefined;
  close(): Promise<void>;
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
  readonly inForce: InForce;
  readonly controls: Controls;
  readonly sockets: InheritedSockets | undefined;
  readonly makeReceipt: ReceiptMaker;
  readonly run: Run;
  readonly troubles: Troubles;
  readonly following: Following;
  readonly written: Written;
  readonly notify: Pick<DeskParts, "notifiers" | "pushKey">;
  readonly watched: Watched;
  readonly stores: Pick<DeskParts, "chronicle" | "documents" | "lessonBook" | "ownRecords">;
};

/** Opens everything, or, if one door can't be opened, closes those that were and rejects. */
export async function openDoors(parts: DoorParts): Promise<Doors> {
  const { config, log, registry, keep, gatekeeper, ports, upstream, rules, actor } = parts;
  const { sockets, makeReceipt } = parts;
  const { clock, ledger } = ports;
  const closing: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const one of closing.toReversed()) await one();
  };
  try {
    const orders = { refresh: () => Promise.all([rules.refresh(), parts.controls.refresh()]) };
    await orders.refresh();
    await keep.resume();
    const writing = await parts.written.start();
    closing.push(() => writing.stop());
    const expireAfterMs = () => parts.inForce.config().expireAfterMs;
    const loop = startKeepLoop(keep, orders, clock, parts.journal, expireAfterMs);
    closing.push(() => loop.stop());
    const learning = await startLearning(askOver(upstream), parts.watch, clock);
    closing.push(() => learning.stop());
    const checks = async () => ({
      ledger: await answers(ledger.setting("seed")),
      upstream: await learning.answers(),
    });
    const status = () => parts.run.status({ ...parts, checks });
    const adminOptions = { listen: config.admin, inherited: sockets?.admin };
    const admin = await startAdmin({ ...adminOptions, registry, checks, status });
    closing.push(() => admin.close());
    const home = () => parts.watch.home(undefined).hosts[0];
    const configured = () => parts.controls.shown();
    const signIn = homeSignIn(config, questionsOver(upstream), ports);
    const recorded = () => recordedLines(ledger);
    const { notifiers, pushKey } = parts.notify;
    const held = makeHeldLately(ledger, clock);
    const ownMail = makeOwnMail({ ...ports, held, records: parts.stores.ownRecords });
    const told = { recorded, configured, status, home, signIn, notifiers, pushKey };
    const own = { ...told, ownMail, inForce: parts.inForce };
    const house = { ...ports, ...parts.stores, ...own };
    const asked = { ...house, ...nowParts(house, parts.watched, keep.quotaState) };
    const desk = await openDesk(config, asked, log);
    closing.push(async () => desk?.close());
    const answerOwn = actor === undefined ? {} : { answerOwn: answersOf(actor) };
    const observer = gateObserver(registry, log);
    const { password } = parts.run;
    const beside = { clock, makeReceipt, observer, ...answerOwn };
    const gateParts = { gatekeeper, password, passage: upstream, ...beside };
    const gateAt = { ...gateOptions(config), inherited: sockets?.gate };
    const gate = await startGate(gateAt, gateParts);
    closing.push(() => gate.close());
    const { hosts } = parts.watch.home(undefined);
    const open = { gate: gate.address, admin: admin.address, desk: desk?.address };
    await parts.run.begin(open, hosts);
    closing.push(() => parts.run.end());
    const deskAddress = desk?.address;
    return { gateAddress: gate.address, adminAddress: admin.address, deskAddress, close };
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

function gateOptions(config: Config) {
  const trusted = parseTrustedProxies(config.trustedProxies);
  if (!trusted.ok) throw new Error(trusted.error);
  return {
    listen: config.listen,
    trustedProxies: trusted.value,
    limits: { bodyBytesMax: config.limits.bodyBytes },
  };
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
