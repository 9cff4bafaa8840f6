// Where a kept delivery stands, read and written: what every query that moves one begins with.

import type { Kysely } from "kysely";
import { type EpochMs, epochMs } from "../../base/units.ts";
import type { Receipt } from "../../model/ids.ts";
import type { KeptSummary } from "../../model/kept.ts";
import { keepsBytes, type Position } from "../../model/kept-moves.ts";
import type { KeptRow } from "./rows.ts";
import type { Tables } from "./tables.ts";

export const position = [
  "seq",
  "receipt",
  "state",
  "claimed_from",
  "due_at",
  "since",
  "attempts",
  "ruled_by",
  "behind",
  "signer",
  "replay_until",
  "sender",
  "activity_id",
  "object_id",
  "sibling_key",
  "bytes",
] as const;

export type PositionRow = Pick<KeptRow, (typeof position)[number]>;

type Stands = Pick<
  PositionRow,
  "state" | "claimed_from" | "due_at" | "since" | "attempts" | "ruled_by" | "behind" | "bytes"
>;

export function positionOf(row: Stands): Position {
  return {
    state: row.state,
    claimedFrom: row.claimed_from ?? undefined,
    dueAt: moment(row.due_at),
    since: epochMs(row.since),
    attempts: row.attempts,
    ruledBy: row.ruled_by ?? undefined,
    behind: (row.behind ?? undefined) as Receipt | undefined,
    hasBytes: row.bytes > 0,
  };
}

/** When it is due, and until when the home server takes its request. */
export function agingOf(row: PositionRow): Pick<KeptSummary, "dueAt" | "replayUntil"> {
  return { dueAt: moment(row.due_at), replayUntil: epochMs(row.replay_until) };
}

export function positionColumns(position: Position) {
  return {
    state: position.state,
    claimed_from: position.claimedFrom ?? null,
    due_at: position.dueAt ?? null,
    since: position.since,
    attempts: position.attempts,
    ruled_by: position.ruledBy ?? null,
    behind: position.behind ?? null,
  };
}

export async function putPosition(db: Kysely<Tables>, seq: number, next: Position): Promise<void> {
  await db.updateTable("kept").set(positionColumns(next)).where("seq", "=", seq).execute();
  if (!keepsBytes(next.state)) await dropBytes(db, seq);
}

export async function dropBytes(db: Kysely<Tables>, seq: number): Promise<void> {
  await db.deleteFrom("kept_bytes").where("seq", "=", seq).execute();
  const gone = db.updateTable("kept").set({ bytes: 0, recipients: "[]" });
  const had = gone.where((its) => its.or([its("bytes", ">", 0), its("recipients", "!=", "[]")]));
  await had.where("seq", "=", seq).execute();
}

export function moment(ms: number | null): EpochMs | undefined {
  return ms === null ? undefined : epochMs(ms);
}
