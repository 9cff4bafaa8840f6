/**
 * `breakwater`: the whole path from bytes to verdict inside another program.
 *
 *   createBreakwater ─▶ open(passOn) ─▶ judge(incoming) ┬▶ pass: pass it on, say the answer
 *                                                       └▶ answer: say this and forget it
 *
 * It is the gate's own check, over ports that can be yours. What is kept leaves by `passOn` when
 * it is due, at least once each.
 */

import { allJournals } from "../adapters/journal-log.ts";
import { epochMs } from "../base/units.ts";
import { receiptByChance } from "../doors/gate/receipt.ts";
import type { Delivery, HeaderField } from "../model/delivery.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import type { UpstreamAnswer } from "../model/kept.ts";
import type { LocalAct } from "../model/local-act.ts";
import type { Verdict } from "../model/verdict.ts";
import { deaf } from "../ports/journal.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Ports } from "../ports/ports.ts";
import type { Upstream } from "../ports/upstream.ts";
import { type KeepLoop, startKeepLoop } from "../services/keep-loop.ts";
import { furnish } from "../wire/furnish.ts";
import { makeEar } from "./ear.ts";
import { type Explanation, explanationOf } from "./explain.ts";
import { type BreakwaterOptions, wantedBy } from "./options.ts";
import { openParts } from "./parts.ts";

export { ProcessDocuments } from "../adapters/process/documents.ts";
export { ProcessLedger } from "../adapters/process/ledger.ts";
export { ProcessMemory } from "../adapters/process/memory.ts";
export type { HeaderField } from "../model/delivery.ts";
export type { UpstreamAnswer } from "../model/kept.ts";
export type { Action, Evidence, Verdict } from "../model/verdict.ts";
export type { Authenticator } from "../ports/authenticator.ts";
export type { Clock } from "../ports/clock.ts";
export type { Directory } from "../ports/directory.ts";
export type { CachedDocument, Shelf } from "../ports/documents.ts";
export type { Journal } from "../ports/journal.ts";
export { type Ledger, LedgerBusy, LedgerDown } from "../ports/ledger.ts";
export { type Memory, MemoryDown } from "../ports/memory.ts";
export { type FetchAnswer, type Network, NetworkDown } from "../ports/network.ts";
export { type Explanation, inWords } from "./explain.ts";
export { type BreakwaterOptions, type OwnPorts, WrongOptions } from "./options.ts";

/** One POST to an inbox, as it came. When it came, and its receipt, are not yours to give. */
export type Incoming = Omit<Delivery, "receipt" | "at">;

/** Delivers to your own handler; a failure to reach it is a value, and is tried again. */
export type PassOn = (delivery: Delivery) => Promise<UpstreamAnswer>;

/** What to do with a delivery, and why. */
export type Judged = {
  /** Under which it is explained and ruled on, if it is kept. */
  readonly receipt: string;
  /** Undefined where nothing was judged: the body was unreadable, or a part of ours failed. */
  readonly verdict: Verdict | undefined;
  /** Where what is to be done is not what the verdict says, as in watch mode. */
  readonly why: string | undefined;
} & (
  | {
      readonly do: "pass";
      readonly delivery: Delivery;
      /** Call it with your handler's answer: it teaches what acceptance looks like. */
      answered(answer: UpstreamAnswer): Promise<void>;
    }
  | {
      readonly do: "answer";
      readonly status: number;
      readonly headers: readonly HeaderField[];
      readonly body: Uint8Array;
    }
);

/** What one of your people did: a follow is a tie, a block a complaint. Now, if `at` is absent. */
export interface OwnAct {
  readonly action: LocalAct["action"];
  readonly by: string;
  /** The remote actor it concerns. */
  readonly actor: string;
  readonly at?: number;
}

export interface Breakwater {
  /**
   * Once, when your handler stands: from now on what is due goes to `passOn`. `runsOn` names the
   * software that verifies there, where the options did not. Rejects with LedgerDown.
   */
  open(passOn: PassOn, runsOn?: string): Promise<void>;
  /** Never throws for what a stranger sent; throws if it was not opened. */
  judge(incoming: Incoming): Promise<Judged>;
  /** Why something is or was kept; undefined if it was not, or is forgotten. */
  explain(receipt: string): Promise<Explanation | undefined>;
  /** Tell it what your own people do: nothing a stranger sends can stand in for it. */
  notice(act: OwnAct): Promise<void>;
  /** A moderator's word on what is kept: ham goes on at once. False if it has ended already. */
  rule(receipt: string, ruling: "ham" | "spam", by: string): Promise<boolean>;
  /** For lists of what is kept, and rules about senders and hosts. */
  readonly ledger: Ledger;
  /** Of a body that is judged at all: `limits.body` of the settings. */
  readonly bodyBytesMax: number;
  /** Finishes what is under way. What is kept stays in the ledger for the next start. */
  close(): Promise<void>;
}

/** Throws WrongOptions; rejects with LedgerDown where the state folder can't be used. */
export async function createBreakwater(options: BreakwaterOptions): Promise<Breakwater> {
  const wanted = wantedBy(options);
  const { config } = wanted;
  const { ports: own = {} } = options;
  const way = makeWay();
  const parts = await openParts(wanted, own, way);
  const { ledger, memory, clock } = parts.ports;
  const ear = makeEar();
  const journal = allJournals([ear.journal, parts.beside.journal, { ...deaf, ...own.journal }]);
  const { inForce, ports, watch, beside } = parts;
  const onFailure = () => inForce.config().onFailure;
  const rejectAnswer = () => inForce.config().rejectAnswer;
  const quotas = () => inForce.config().quotas;
  const settings = { ...inForce, onFailure, rejectAnswer, quotas };
  const { keep, gatekeeper } = furnish(settings, ports, watch, journal, undefined);
  let loop: KeepLoop | undefined;
  let writing: KeepLoop | undefined;
  return {
    ...deskOf(ports, parts.learn),
    ledger,
    bodyBytesMax: config.limits.bodyBytes,

    async open(passOn, runsOn) {
      if (loop !== undefined) throw new Error("this breakwater is open already");
      if (runsOn !== undefined) watch.learned(runsOn, "", undefined);
      await parts.orders.refresh();
      await keep.resume();
      writing = await beside.start(journal);
      way.leadTo(passOn);
      const expireAfterMs = () => inForce.config().expireAfterMs;
      loop = startKeepLoop(keep, parts.orders, clock, journal, expireAfterMs);
    },

    async judge(incoming) {
      if (loop === undefined) throw new Error("open the breakwater before it judges");
      const at = clock.now();
      const delivery = { ...incoming, receipt: receiptByChance(at), at };
      const { receipt } = delivery;
      const { done, ...said } = await ear.during(receipt, () => gatekeeper.admit(delivery));
      if (done.do === "answer") return { receipt, ...said, ...done };
      const answered = (answer: UpstreamAnswer) => gatekeeper.passedOn(delivery, answer);
      return { receipt, ...said, do: "pass", delivery, answered };
    },

    async notice({ action, by, actor, at = clock.now() }) {
      const who = { by: by as ActorId, actor: actor as ActorId };
      const act: LocalAct = { action, ...who, at: epochMs(at) };
      await memory.notice(act);
      beside.noticed(act);
    },

    async close() {
      await loop?.stop();
      await writing?.stop();
      await parts.close();
    },
  };
}

/** What is kept waits for `open`: until then there is no handler to take it. */
function makeWay(): Upstream & { leadTo(passOn: PassOn): void } {
  let passOn: PassOn | undefined;
  return {
    leadTo(handler) {
      passOn = handler;
    },
    async deliver(delivery) {
      return passOn === undefined ? notOpen : passOn(delivery);
    },
  };
}

const notOpen = { kind: "unreachable", because: "it is not open yet" } as const;

function deskOf(
  { ledger, clock }: Ports,
  learn: () => Promise<void>,
): Pick<Breakwater, "explain" | "rule"> {
  return {
    async explain(receipt) {
      const kept = await ledger.find(receipt as Receipt);
      return kept && explanationOf(kept);
    },
    async rule(receipt, ruling, by) {
      const at = clock.now();
      const ruled = await ledger.rule({ receipt: receipt as Receipt, ruling, by, at });
      if (ruled) await learn();
      return ruled;
    },
  };
}
