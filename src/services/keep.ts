// Keeping back: settle, judge again, hold, release. The rest of the house may forget; this may not.

import { after, type EpochMs } from "../base/units.ts";
import type { Policy } from "../engine/policy.ts";
import { settlesUntil } from "../engine/settle-window.ts";
import type { Arrival } from "../model/arrival.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Receipt, ViewKey } from "../model/ids.ts";
import type { Kept, NextPosition } from "../model/kept.ts";
import type { Mode } from "../model/mode.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Journal } from "../ports/journal.ts";
import { LedgerDown } from "../ports/ledger.ts";
import { MemoryDown } from "../ports/memory.ts";
import type { Ports } from "../ports/ports.ts";
import type { Checked } from "./check.ts";
import type { Failures } from "./failures.ts";
import { makeKeepIndex } from "./keep-index.ts";
import { judgeKept, keptFrom, keptUnjudged, withdrawnIds } from "./kept.ts";
import { firstDeadline } from "./ladder/deadline.ts";
import { makeHeldDecision } from "./ladder/decide-held.ts";
import type { Ladder } from "./ladder/ladder.ts";
import { makeRelease, retryAfterMs } from "./release.ts";

/** Kept deliveries taken from the ledger, and worked on side by side, at once. */
const batch = 8;

/** Stirred deliveries judged in one round; what is due must not wait for a wave's whole length. */
const stirredAtOnce = 64;

export interface Keep {
  /** Takes up what was settling when we last stopped. Call once, before anything arrives. */
  resume(): Promise<void>;
  /** Keeps a contact, on disk once it returns. Throws LedgerDown. */
  keep(checked: Checked): Promise<void>;
  /** Keeps what a mistake of ours left unjudged. Throws LedgerDown. */
  keepUnjudged(delivery: Delivery): Promise<void>;
  /** Something with these keys has arrived: `tick` judges again what settles and shares one. */
  stir(keys: readonly ViewKey[], but: Receipt): void;
  /** Ends what the signer of this Delete or Undo has kept here under the ids it names. */
  withdraw(arrival: Arrival): Promise<void>;
  /** Does everything that is due now, and judges again what was stirred. Throws LedgerDown. */
  tick(): Promise<void>;
  nextDueAt(): Promise<EpochMs | undefined>;
  /** Ends holds that nobody ruled on for so long, and forgets what ended before that. */
  clean(afterMs: number): Promise<void>;
}

export interface KeepParts {
  readonly policy: () => Policy;
  /** Only `guard` holds: else what settles is passed on when its time ends. */
  readonly mode: () => Mode;
  readonly ladder: Ladder;
  readonly onFailure: () => "pass" | "settle";
  readonly ports: Ports;
  readonly journal: Journal;
  readonly failures: Failures;
}

export function makeKeep(parts: KeepParts): Keep {
  const { mode, policy, ladder, onFailure, ports, journal, failures } = parts;
  const index = makeKeepIndex();
  const stirred = new Set<Receipt>();
  const release = makeRelease(ports, ladder, journal, (receipt) => index.drop(receipt));
  const decideHeld = makeHeldDecision({ policy, ports, journal, release, end });

  async function put(kept: Kept): Promise<void> {
    const stands = await ports.ledger.keep(kept);
    if (stands !== kept.delivery.receipt) return;
    if (kept.state === "settling") index.add(stands, kept.keys);
    journal.moved(stands, kept.state, kept.verdict, ports.clock.now());
  }

  async function end(kept: Kept, verdict: Verdict, state: "held" | "rejected"): Promise<void> {
    const { receipt } = kept.delivery;
    const at = ports.clock.now();
    index.drop(receipt);
    if (!(await ports.ledger.rejudge(receipt, verdict, endedAt(kept, state, at), at))) return;
    journal.moved(receipt, state, verdict, at);
  }

  async function goOnSettling(kept: Kept, verdict: Verdict, dueAt: EpochMs): Promise<void> {
    const next = { state: "settling", dueAt, authenticity: kept.authenticity } as const;
    await ports.ledger.rejudge(kept.delivery.receipt, verdict, next, ports.clock.now());
  }

  async function judgeAgain(kept: Kept, atItsEnd: boolean): Promise<void> {
    const { receipt, at: arrivedAt } = kept.delivery;
    const verdict = await judgeKept(kept, ports.clock.now(), policy(), ports);
    if (verdict.action === "hold") return end(kept, verdict, "held");
    if (verdict.action === "reject") return end(kept, verdict, "rejected");
    if (atItsEnd) return release(receipt);
    if (verdict.score === kept.verdict.score) return;
    const { score } = verdict;
    const dueAt = settlesUntil(receipt, arrivedAt, score, kept.replayUntil, policy());
    return goOnSettling(kept, verdict, dueAt);
  }

  async function judgeOrDecide(kept: Kept, atItsEnd: boolean): Promise<void> {
    try {
      await judgeAgain(kept, atItsEnd);
    } catch (error) {
      if (error instanceof LedgerDown) throw error;
      journal.failed("judging a kept delivery again", error, undefined);
      if (atItsEnd) await decideUnjudged(kept, error);
    }
  }

  /**
   * A lost memory passes mail on, unless the operator turned that round: then it waits as long as
   * the home server would still take it. A mistake of ours passes nothing that is not alone.
   */
  async function decideUnjudged(kept: Kept, error: unknown): Promise<void> {
    const { receipt } = kept.delivery;
    if (error instanceof MemoryDown) {
      const retryAt = after(ports.clock.now(), retryAfterMs);
      const waits = onFailure() === "settle" && retryAt < kept.replayUntil - retryAfterMs;
      return waits ? goOnSettling(kept, kept.verdict, retryAt) : release(receipt);
    }
    if (failures.isAlone(error, receipt)) return release(receipt);
    return end(kept, kept.verdict, "held");
  }

  async function finishDue(receipt: Receipt): Promise<void> {
    const kept = await ports.ledger.find(receipt);
    if (kept === undefined || kept.ruledBy !== undefined) return release(receipt);
    if (kept.state === "held") return decideHeld(kept);
    const judges = mode() === "guard" && kept.state === "settling";
    return judges ? judgeOrDecide(kept, true) : release(receipt);
  }

  async function finishAllDue(): Promise<void> {
    const done = new Set<Receipt>();
    for (;;) {
      const due = await ports.ledger.due(ports.clock.now(), batch);
      const fresh = due.filter((receipt) => !done.has(receipt));
      if (fresh.length === 0) return;
      for (const receipt of fresh) done.add(receipt);
      await Promise.all(fresh.map(finishDue));
    }
  }

  /** What waits for its key has nothing new to say before its end, and no key is fetched here. */
  async function judgeStirred(): Promise<void> {
    if (mode() !== "guard") return stirred.clear();
    for (const receipt of [...stirred].slice(0, stirredAtOnce)) {
      const kept = await ports.ledger.find(receipt);
      stirred.delete(receipt);
      if (kept?.state !== "settling") index.drop(receipt);
      else if (kept.authenticity.kind !== "unknown") await judgeOrDecide(kept, false);
    }
  }

  return {
    async resume() {
      for (const kept of await ports.ledger.settling()) index.add(kept.receipt, kept.keys);
    },
    keep: (checked) => put(keptFrom(checked, policy(), ports, ladder)),
    keepUnjudged: (delivery) => put(keptUnjudged(delivery, policy(), ports)),

    stir(keys, but) {
      for (const receipt of index.sharing(keys)) if (receipt !== but) stirred.add(receipt);
    },
    async withdraw(arrival) {
      const at = ports.clock.now();
      for (const object of withdrawnIds(arrival.activity)) {
        for (const receipt of await ports.ledger.withdraw(arrival.sender.actor, object, at)) {
          index.drop(receipt);
          journal.moved(receipt, "withdrawn", undefined, at);
        }
      }
    },
    async tick() {
      await finishAllDue();
      await judgeStirred();
    },
    async nextDueAt() {
      return stirred.size > 0 ? ports.clock.now() : ports.ledger.nextDueAt();
    },
    async clean(afterMs) {
      const at = ports.clock.now();
      const before = after(at, -afterMs);
      for (const receipt of await ports.ledger.expire(before, at)) {
        journal.moved(receipt, "expired", undefined, at);
      }
      await ports.ledger.forget(before);
    },
  };
}

function endedAt(kept: Kept, state: "held" | "rejected", at: EpochMs): NextPosition {
  const dueAt = state === "held" ? firstDeadline(at, kept.replayUntil) : undefined;
  return { state, dueAt, authenticity: kept.authenticity };
}
