// Judging again what settles: when something like it arrives, and for the last time at its end.

import { after, type EpochMs } from "../base/units.ts";
import type { Policy } from "../engine/policy.ts";
import { settlesUntil } from "../engine/settle-window.ts";
import type { Receipt } from "../model/ids.ts";
import type { Kept, NextPosition } from "../model/kept.ts";
import type { Verdict } from "../model/verdict.ts";
import type { Journal } from "../ports/journal.ts";
import { LedgerDown } from "../ports/ledger.ts";
import { MemoryDown } from "../ports/memory.ts";
import type { Ports } from "../ports/ports.ts";
import type { Failures } from "./failures.ts";
import { isUnread, judgeKept } from "./kept.ts";
import { firstDeadline } from "./ladder/deadline.ts";
import { retryAfterMs } from "./release.ts";
import { however, inTimeFor } from "./within.ts";

export interface SettlingParts {
  readonly policy: () => Policy;
  readonly onFailure: () => "pass" | "settle";
  readonly ports: Ports;
  readonly journal: Journal;
  readonly failures: Failures;
}

/** What is done with a delivery that settles no more. */
interface Ends {
  release(receipt: Receipt): Promise<void>;
  /** It is not to be judged again. */
  drop(receipt: Receipt): void;
}

/** Methods throw LedgerDown and nothing else. */
export interface Settling {
  /** Judges what settles by what is known now; at its end it is passed on or held. */
  judge(kept: Kept, atItsEnd: boolean): Promise<void>;
  /** It settles no more, and nor do its siblings. */
  end(kept: Kept, verdict: Verdict, state: "held" | "rejected"): Promise<void>;
}

/** For one that was stirred, beside many others: what it names is read where it is at hand. */
const stirredMs = 25;

export function makeSettling(
  { policy, onFailure, ports, journal, failures }: SettlingParts,
  { release, drop }: Ends,
): Settling {
  async function end(kept: Kept, verdict: Verdict, state: "held" | "rejected"): Promise<void> {
    const at = ports.clock.now();
    const next = endedAt(kept, state, at);
    drop(kept.delivery.receipt);
    for (const receipt of await ports.ledger.rejudge(kept.delivery.receipt, verdict, next, at)) {
      drop(receipt);
      journal.moved(receipt, state, verdict, at);
    }
  }

  async function goOn(kept: Kept, verdict: Verdict, dueAt: EpochMs): Promise<void> {
    const next = { state: "settling", dueAt, authenticity: kept.authenticity } as const;
    await ports.ledger.rejudge(kept.delivery.receipt, verdict, next, ports.clock.now());
  }

  async function judgeAgain(kept: Kept, atItsEnd: boolean): Promise<void> {
    const { receipt, at: arrivedAt } = kept.delivery;
    if (atItsEnd && (await wentAhead(kept, ports))) return release(receipt);
    const now = ports.clock.now();
    const inTime = atItsEnd ? however : inTimeFor(stirredMs, ports.clock);
    const verdict = await judgeKept(kept, now, policy(), ports, inTime);
    if (verdict.action === "hold") return end(kept, verdict, "held");
    if (verdict.action === "reject") return end(kept, verdict, "rejected");
    const dueAt = settlesUntil(receipt, arrivedAt, verdict, kept.replayUntil, policy());
    // It waited to be read; now that it is, it may have reason to settle.
    const waited = isUnread(kept.verdict);
    if (waited && verdict.action === "settle" && dueAt > now) return goOn(kept, verdict, dueAt);
    if (atItsEnd) return release(receipt);
    if (waited) return;
    if (verdict.score === kept.verdict.score) return;
    return goOn(kept, verdict, dueAt);
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
      return waits ? goOn(kept, kept.verdict, retryAt) : release(receipt);
    }
    if (failures.isAlone(error, receipt)) return release(receipt);
    return end(kept, kept.verdict, "held");
  }

  async function judge(kept: Kept, atItsEnd: boolean): Promise<void> {
    try {
      await judgeAgain(kept, atItsEnd);
    } catch (error) {
      if (error instanceof LedgerDown) throw error;
      journal.failed("judging a kept delivery again", error, undefined);
      if (atItsEnd) await decideUnjudged(kept, error);
    }
  }

  return { judge, end };
}

function endedAt(kept: Kept, state: "held" | "rejected", at: EpochMs): NextPosition {
  const dueAt = state === "held" ? firstDeadline(at, kept.replayUntil) : undefined;
  return { state, dueAt, authenticity: kept.authenticity };
}

/** The same at another inbox was passed on: nothing is gained by another opinion at this one. */
async function wentAhead({ eldest }: Kept, { ledger }: Ports): Promise<boolean> {
  const first = eldest === undefined ? undefined : await ledger.find(eldest);
  return first?.state === "releasing" || first?.state === "delivered";
}
