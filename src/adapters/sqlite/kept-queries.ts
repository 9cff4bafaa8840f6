// What a ledger does with kept deliveries, as queries. Each of these runs alone in its
// transaction, so a position that was read can't move before it is written.

import type { Kysely } from "kysely";
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
  nextForSibling,
  rejudged,
  withdrawn,
} from "../../model/kept-moves.ts";
import type { Rung } from "../../model/rung.ts";
import { bytesOf } from "../../model/usage.ts";
import type { Verdict } from "../../model/verdict.ts";
import { repeatKeyOf, siblingKeyOf } from "../repeat-key.ts";
import { forgetCampaigns } from "./case-queries.ts";
import { bitsOf } from "./kept-signers.ts";
import { beginning, siblingsOf } from "./kin-queries.ts";
import { agingOf, dropBytes, type PositionRow, position, positionColumns } from "./positions.ts";
import { forgetRecalls } from "./recall-queries.ts";
import { forgetReports } from "./report-queries.ts";
import { answerColumns, type Bytes, keptOf, keptRow, signatureColumns, summaryOf } from "./rows.ts";
import { type Move, step } from "./steps.ts";
import type { KeptBytesTable, Tables } from "./tables.ts";

type Db = Kysely<Tables>;

export async function keep(db: Db, kept: Kept): Promise<Receipt> {
  const row = keptRow(kept);
  const stands = await standsFor(db, row.repeat_key);
  if (stands !== undefined) return stands;
  const { position: begins, verdict, eldest } = await beginning(db, kept, row.sibling_key);
  const judged = { verdict: JSON.stringify(verdict), campaign: verdict.campaign ?? null };
  const rest = { ...positionColumns(begins), ...judged };
  const bytes = keepsBytes(begins.state) ? bytesOf(kept.delivery) : 0;
  const { seq } = await db
    .insertInto("kept")
    .values({ ...row, ...rest, eldest: eldest ?? null, bytes })
    .returning("seq")
    .executeTakeFirstOrThrow();
  if (keepsBytes(begins.state)) await putBytes(db, seq, "sender", kept.delivery);
  if (kept.answer !== undefined) await putAnswer(db, seq, begins.state, kept.answer);
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
): Promise<readonly Receipt[]> {
  const stepped = await step(db, receipt, (before) => rejudged(before, next, at), at);
  if (stepped === undefined) return [];
  const { row } = stepped;
  // What it was filed under stays where this opinion knows of nothing.
  const campaign = verdict.campaign === undefined ? {} : { campaign: verdict.campaign };
  const judged = { verdict: JSON.stringify(verdict), ...campaign };
  const columns = { ...judged, ...signatureColumns(next) };
  await db.updateTable("kept").set(columns).where("seq", "=", row.seq).execute();
  const moved = [receipt, ...stepped.followed];
  for (const sibling of await siblingsOf(db, row.seq)) {
    const its = nextForSibling(next, agingOf(sibling), agingOf(row));
    const also = await step(db, sibling.receipt as Receipt, (one) => rejudged(one, its, at), at);
    if (also === undefined) continue;
    await db.updateTable("kept").set(judged).where("seq", "=", sibling.seq).execute();
    moved.push(sibling.receipt as Receipt, ...also.followed);
  }
  if (columns.signer !== row.signer) await standForRepeats(db, receipt);
  return moved;
}

/** Under what is proven by now, unless another stands for that already. */
async function standForRepeats(db: Db, receipt: Receipt): Promise<void> {
  const kept = await find(db, receipt);
  const repeatKey = kept && repeatKeyOf(kept);
  if (repeatKey === undefined || (await standsFor(db, repeatKey)) !== undefined) return;
  const columns = { repeat_key: repeatKey, sibling_key: siblingKeyOf(kept as Kept) };
  await db.updateTable("kept").set(columns).where("receipt", "=", receipt).execute();
}

export async function claim(
  db: Db,
  receipt: Receipt,
  leaseMs: number,
  at: EpochMs,
): Promise<Kept | undefined> {
  const row = await step(db, receipt, (before) => claimed(before, leaseMs, at), at);
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
  const stepped = await step(db, receipt, (before) => finished(before, answer, at, retryAt), at);
  if (stepped === undefined) return;
  const { seq } = stepped.row;
  const columns = { ...answerColumns(answer), tried_by: by };
  await db.updateTable("kept").set(columns).where("seq", "=", seq).execute();
  await putAnswer(db, seq, stepped.next.state, answer);
}

export async function due(db: Db, at: EpochMs, limit: number): Promise<readonly Receipt[]> {
  const rows = await db
    .selectFrom("kept")
    .select("receipt")
    .where("due_at", "<=", at)
    .where("behind", "is", null)
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
    .where("behind", "is", null)
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

export async function withdraw(
  db: Db,
  sender: ActorId,
  object: ObjectId,
  at: EpochMs,
): Promise<readonly Receipt[]> {
  let query = db
    .selectFrom("kept")
    .select(position)
    .where((its) => its.or([its("signer", "=", sender), its("author", "=", sender)]));
  if (String(object) !== String(sender)) {
    query = query.where((its) =>
      its.or([its("object_id", "=", object), its("activity_id", "=", object)]),
    );
  }
  return endAll(db, await query.orderBy("seq").execute(), (before) => withdrawn(before, at), at);
}

/** All whom `withdraw` could find something of, as `bitsOf` gives them. */
export async function signers(db: Db): Promise<Uint8Array> {
  const all: string[] = [];
  for (const column of ["signer", "author"] as const) {
    const named = db.selectFrom("kept").select(column).distinct().where(column, "is not", null);
    for (const row of await named.execute()) all.push(Object.values(row)[0] ?? "");
  }
  return bitsOf(all);
}

export async function expire(db: Db, before: EpochMs, at: EpochMs): Promise<readonly Receipt[]> {
  const rows = await db
    .selectFrom("kept")
    .select(position)
    .where("state", "in", ["held", "refused", "rejected"])
    .where("since", "<", before)
    .orderBy("seq")
    .execute();
  return endAll(db, rows, (each) => expired(each, before, at), at);
}

export async function forget(db: Db, before: EpochMs): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("kept")
    .where("state", "in", endedStates)
    .where("since", "<", before)
    .executeTakeFirst();
  await forgetReports(db, before);
  await forgetCampaigns(db, before);
  await forgetRecalls(db, before);
  return Number(numDeletedRows);
}

/** Moves all that may move; those already refused or rejected lose their bytes. */
async function endAll(
  db: Db,
  rows: readonly PositionRow[],
  move: Move,
  at: EpochMs,
): Promise<Receipt[]> {
  const ended: Receipt[] = [];
  for (const row of rows) {
    const receipt = row.receipt as Receipt;
    const stepped = await step(db, receipt, move, at);
    if (stepped !== undefined) ended.push(receipt, ...stepped.followed);
    else if (hasEnded(row.state)) await dropBytes(db, row.seq);
  }
  return ended;
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
