// One kept delivery as this process has it, and what may be asked of it.

import type { Receipt } from "../../model/ids.ts";
import { authenticatedAs, boundedAnswer, type Kept } from "../../model/kept.ts";
import { type Position, wholeMoment } from "../../model/kept-moves.ts";
import { bytesOf } from "../../model/usage.ts";
import type { Verdict } from "../../model/verdict.ts";

export interface Entry {
  kept: Kept;
  claimedFrom: Position["claimedFrom"];
  repeatKey: string;
  siblingKey: string;
  /** In the order of keeping. */
  readonly number: number;
}

export type Move = (position: Position) => Position | undefined;

export interface Step {
  readonly entry: Entry;
  /** What ended with it, because it waited behind it. */
  readonly followed: readonly Receipt[];
}

export function positionOf({ kept, claimedFrom }: Entry): Position {
  const { state, dueAt, since, attempts, ruledBy, behind } = kept;
  const hasBytes = bytesOf(kept.delivery) > 0;
  return { state, claimedFrom, dueAt, since, attempts, ruledBy, behind, hasBytes };
}

/** What it was filed under stays where this opinion knows of nothing. */
export function judgedAgain(kept: Kept, verdict: Verdict): Kept {
  const campaign = verdict.campaign ?? kept.verdict.campaign;
  return { ...kept, verdict: { ...verdict, campaign } };
}

export function receiptOf(entry: Entry): Receipt {
  return entry.kept.delivery.receipt;
}

/** Never, while it must not overtake another. */
export function dueOf({ kept }: Entry): number {
  return kept.behind === undefined && kept.dueAt !== undefined
    ? kept.dueAt
    : Number.POSITIVE_INFINITY;
}

/** The caller may use its buffer again. */
export function ownCopy(kept: Kept): Kept {
  const at = wholeMoment(kept.delivery.at);
  const delivery = { ...kept.delivery, at, body: Uint8Array.from(kept.delivery.body) };
  const answer = kept.answer && boundedAnswer(kept.answer);
  const own = { ...kept, delivery, answer, replayUntil: wholeMoment(kept.replayUntil) };
  return authenticatedAs(own, kept.authenticity);
}
