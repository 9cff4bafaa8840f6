// What a ledger does with kept deliveries, as queries. Each of these runs alone in its
// transaction, so a position that was read can't move before it is written.

import type { Kysely } from "kysely";
import { assert } from "../../base/assert.ts";
import { type EpochMs, epochMs } from "../../base/units.ts";
import type { HeaderField } from "../../model/delivery.ts";
import type { ActorId, ObjectId, Receipt } from "../../model/ids.ts";
import {
  boundedAnswer,
  endedStates,
  type Kept,
  type KeptState,
  type KeptSummary,
  type NextPosition,
  type UpstreamAnswer,
} from "../../model/kept.ts";
import {
  claimed,
  expired,
  finished,
  hasEnded,
  keepsBytes,
  type Position,
  rejudged,
  ruledOn,
  withdrawn,
} from "../../model/kept-moves.ts";
import type { Rung } from "../../model/rung.ts";
import type { Verdict } from "../../model/verdict.ts";
import type { Ruling } from "../../ports/ledger.ts";
import { repeatKeyOf } from "../repeat-key.ts";
import { bitsOf } from "./kept-signers.ts";
import {
  answerColumns,
  type Bytes,
  keptOf,
  keptRow,
  type PositionRow,
  positionColumns,
  positionOf,
  signatureColumns,
  summaryOf,
} from "./rows.ts";
import type { KeptBytesTable, Tables } from "./tables.ts";

type Db = Kysely<Tables>;

const position = [
  "seq",
  "receipt",
  "state",
  "claimed_from",
  "due_at",
  "since",
  "attempts",
  "ruled_by",
  "signer",
] as const;

export async function keep(db: Db, kept: Kept): Promise<Receipt> {
  const row = keptRow(kept);
  const inserted = await db
    .insertInto("kept")
    .values(row)
    .onConflict((conflict) => conflict.column("repeat_key").doNothing())
    .returning("seq")
    .executeTakeFirst();
  if (inserted === undefined) {
    const stands = await standsFor(db, row.repeat_key);
    assert(stands !== undefined, "what can't be kept twice is kept");
    return stands;
  }
  const { seq } = inserted;
  if (keepsBytes(kept.state)) await putBytes(db, seq, "sender", kept.delivery);
  if (kept.answer !== undefined) await putAnswer(db, seq, kept.state, kept.answer);
  return kept.delivery.receipt;
}

async function standsFor(db: Db, repeatKey: string): Promise<Receipt | undefined> {
  const row = await db
    .selectFrom("kept")
    .select("receipt")
    .where("repeat_key", "=", repeatKey)
    .executeTakeFirst();
  return row?.receipt as Receipt | undefined;
}

export async function rejudge(
  db: Db,
  receipt: Receipt,
  verdict: Verdict,
  next: NextPosition,
  at: EpochMs,
): Promise<boolean> {
  const row = await step(db, receipt, (before) => rejudged(before, next, at));
  if (row === undefined) return false;
  const columns = { verdict: JSON.stringify(verdict), ...signatureColumns(next) };
  await db.updateTable("kept").set(columns).where("seq", "=", row.seq).execute();
  if (columns.signer !== row.signer) await standForRepeats(db, receipt);
  return true;
}

/** Under what is proven by now, unless another stands for that already. */
async function standForRepeats(db: Db, receipt: Receipt): Promise<void> {
  const kept = await find(db, receipt);
  const repeatKey = kept && repeatKeyOf(kept);
  if (repeatKey === undefined || (await standsFor(db, repeatKey)) !== undefined) return;
  const columns = { repeat_key: repeatKey };
  await db.updateTable("kept").set(columns).where("receipt", "=", receipt).execute();
}

export async function claim(
  db: Db,
  receipt: Receipt,
  leaseMs: number,
  at: EpochMs,
): Promise<Kept | undefined> {
  const row = await step(db, receipt, (before) => claimed(before, leaseMs, at));
  return row === undefined ? undefined : find(db, receipt);
}

export async function finish(
  db: Db,
  receipt: Receipt,
  answer: UpstreamAnswer,
  at: EpochMs,
  retryAt: EpochMs,
  by: Rung = "replay",
): Promise<void> {
  let state: KeptState = "releasing";
  const row = await step(db, receipt, (before) => {
    const next = finished(before, answer, at, retryAt);
    if (next !== undefined) state = next.state;
    return next;
  });
  if (row === undefined) return;
  const { seq } = row;
  const columns = { ...answerColumns(answer), tried_by: by };
  await db.updateTable("kept").set(columns).where("seq", "=", seq).execute();
  await putAnswer(db, seq, state, answer);
}

export async function due(db: Db, at: EpochMs, limit: number): Promise<readonly Receipt[]> {
  const rows = await db
    .selectFrom("kept")
    .select("receipt")
    .where("due_at", "<=", at)
    .orderBy("due_at")
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows.map((row) => row.receipt as Receipt);
}

export async function nextDueAt(db: Db): Promise<EpochMs | undefined> {
  const row = await db
    .selectFrom("kept")
    .select("due_at")
    .where("due_at", "is not", null)
    .orderBy("due_at")
    .limit(1)
    .executeTakeFirst();
  return row?.due_at == null ? undefined : epochMs(row.due_at);
}

export async function settling(db: Db): Promise<readonly KeptSummary[]> {
  const rows = await db
    .selectFrom("kept")
    .selectAll()
    .where("state", "=", "settling")
    .orderBy("seq")
    .execute();
  return rows.map((row) => summaryOf(row));
}

export async function find(db: Db, receipt: Receipt): Promise<Kept | undefined> {
  const row = await db
    .selectFrom("kept")
    .selectAll()
    .where("receipt", "=", receipt)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const bytes = await db.selectFrom("kept_bytes").selectAll().where("seq", "=", row.seq).execute();
  const of = (whose: "sender" | "home"): Bytes | undefined => {
    const found = bytes.find((each) => each.whose === whose);
    return found && { headers: JSON.parse(found.headers) as HeaderField[], body: found.body };
  };
  return keptOf(row, of("sender"), of("home"));
}

export async function list(
  db: Db,
  states: readonly KeptState[],
  limit: number,
): Promise<readonly KeptSummary[]> {
  const rows = await db
    .selectFrom("kept")
    .selectAll()
    .where("state", "in", states)
    .orderBy("arrived_at", "desc")
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => summaryOf(row));
}

export async function rule(db: Db, { receipt, ruling, by, at }: Ruling): Promise<boolean> {
  return (await step(db, receipt, (before) => ruledOn(before, ruling, by, at))) !== undefined;
}

export async function withdraw(
  db: Db,
  sender: ActorId,
  object: ObjectId,
  at: EpochMs,
): Promise<readonly Receipt[]> {
  let query = db.selectFrom("kept").select(position).where("signer", "=", sender);
  if (String(object) !== String(sender)) {
    query = query.where((its) =>
      its.or([its("object_id", "=", object), its("activity_id", "=", object)]),
    );
  }
  return endAll(db, await query.orderBy("seq").execute(), (before) => withdrawn(before, at));
}

/** All whom `withdraw` could find something of, as `bitsOf` gives them. */
export async function signers(db: Db): Promise<Uint8Array> {
  const rows = await db
    .selectFrom("kept")
    .select("signer")
    .distinct()
    .where("signer", "is not", null)
    .execute();
  return bitsOf(rows.map(({ signer }) => signer ?? ""));
}

export async function expire(db: Db, before: EpochMs, at: EpochMs): Promise<readonly Receipt[]> {
  const rows = await db
    .selectFrom("kept")
    .select(position)
    .where("state", "in", ["held", "refused", "rejected"])
    .where("since", "<", before)
    .orderBy("seq")
    .execute();
  return endAll(db, rows, (each) => expired(each, before, at));
}

export async function forget(db: Db, before: EpochMs): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("kept")
    .where("state", "in", endedStates)
    .where("since", "<", before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

type Move = (before: Position) => Position | undefined;

/** Makes a move, if there is such a delivery and it may be made; answers what moved, as it was. */
async function step(db: Db, receipt: Receipt, move: Move): Promise<PositionRow | undefined> {
  const row = await db
    .selectFrom("kept")
    .select(position)
    .where("receipt", "=", receipt)
    .executeTakeFirst();
  const next = row && move(positionOf(row));
  if (row === undefined || next === undefined) return undefined;
  await putPosition(db, row.seq, next);
  return row;
}

/** Moves all that may move; those already refused or rejected lose their bytes. */
async function endAll(db: Db, rows: readonly PositionRow[], move: Move): Promise<Receipt[]> {
  const ended: Receipt[] = [];
  for (const row of rows) {
    const next = move(positionOf(row));
    if (next !== undefined) {
      await putPosition(db, row.seq, next);
      ended.push(row.receipt as Receipt);
    } else if (hasEnded(row.state)) {
      await dropBytes(db, row.seq);
    }
  }
  return ended;
}

async function putPosition(db: Db, seq: number, next: Position): Promise<void> {
  await db.updateTable("kept").set(positionColumns(next)).where("seq", "=", seq).execute();
  if (!keepsBytes(next.state)) await dropBytes(db, seq);
}

async function putAnswer(
  db: Db,
  seq: number,
  state: KeptState,
  answer: UpstreamAnswer,
): Promise<void> {
  await db.deleteFrom("kept_bytes").where("seq", "=", seq).where("whose", "=", "home").execute();
  const bounded = boundedAnswer(answer);
  if (bounded.kind === "answered" && keepsBytes(state)) await putBytes(db, seq, "home", bounded);
}

async function putBytes(
  db: Db,
  seq: number,
  whose: KeptBytesTable["whose"],
  { headers, body }: Bytes,
): Promise<void> {
  const row = { seq, whose, headers: JSON.stringify(headers), body };
  await db.insertInto("kept_bytes").values(row).execute();
}

async function dropBytes(db: Db, seq: number): Promise<void> {
  await db.deleteFrom("kept_bytes").where("seq", "=", seq).execute();
}
