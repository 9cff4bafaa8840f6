// What a chronicle writes and is asked, as queries.

import { type Kysely, type Selectable, sql } from "kysely";
import { type EpochMs, epochMs } from "../../base/units.ts";
import type { ActorId, Host, ObjectId, Receipt } from "../../model/ids.ts";
import { wholeMoment } from "../../model/kept-moves.ts";
import type { PolicyDigest } from "../../model/verdict.ts";
import type {
  Decision,
  Happening,
  Place,
  Remembered,
  SenderSince,
  Stretch,
  Totals,
} from "../../ports/chronicle.ts";
import type { DecisionsTable, SendersTable } from "./chronicle-tables.ts";
import type { Tables } from "./tables.ts";

type Db = Kysely<Tables>;
type SenderRow = Selectable<SendersTable>;

export async function chronicle(db: Db, happenings: readonly Happening[]): Promise<void> {
  for (const one of happenings) await writeOne(db, one);
}

async function writeOne(db: Db, one: Happening): Promise<void> {
  switch (one.kind) {
    case "judged":
      return writeDecision(db, one.decision, one.lookAt);
    case "moved": {
      const last = one.last === undefined ? {} : { last: JSON.stringify(one.last) };
      const columns = { state: one.state, state_at: wholeMoment(one.at), ...last };
      await db.updateTable("decisions").set(columns).where("receipt", "=", one.receipt).execute();
      return;
    }
    case "answered":
      await db
        .updateTable("decisions")
        .set({ answer: one.status })
        .where("receipt", "=", one.receipt)
        .execute();
      return;
    case "passed":
      await db
        .insertInto("passed")
        .values({ hour: one.hour, reason: one.reason, count: one.count })
        .onConflict((conflict) =>
          conflict
            .columns(["hour", "reason"])
            .doUpdateSet((its) => ({ count: its("passed.count", "+", one.count) })),
        )
        .execute();
      return;
    case "ended":
      await db
        .updateTable("senders")
        .set({ ended: one.how, ended_at: wholeMoment(one.at), look_at: null })
        .where("sender", "=", one.actor)
        .where("ended", "is", null)
        .execute();
      return;
    case "returned":
      return count(db, one.actor, "good_days");
    case "complained":
      return count(db, one.actor, "complaints");
    case "welcomed":
      return count(db, one.actor, "welcomes");
    case "looked":
      await db
        .updateTable("senders")
        .set({
          look_at: moment(one.lookAt),
          ...(one.at === undefined ? {} : { looked_at: wholeMoment(one.at) }),
        })
        .where("sender", "=", one.actor)
        .execute();
  }
}

async function count(
  db: Db,
  actor: ActorId,
  column: "good_days" | "complaints" | "welcomes",
): Promise<void> {
  await db
    .updateTable("senders")
    .set((its) => ({ [column]: its(column, "+", 1) }))
    .where("sender", "=", actor)
    .execute();
}

async function writeDecision(
  db: Db,
  decision: Decision,
  lookAt: EpochMs | undefined,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("decisions")
    .values(rowOf(decision))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!decision.proven || numInsertedOrUpdatedRows === 0n) return;
  const at = wholeMoment(decision.at);
  const doubted = decision.action === "accept" ? 0 : 1;
  const counts = { good_days: 0, complaints: 0, welcomes: 0, looked_at: null };
  const first = { sender: decision.sender, first_at: at, last_at: at, doubted, ...counts } as const;
  await db
    .insertInto("senders")
    .values({ ...first, ended: null, ended_at: null, look_at: moment(lookAt) })
    .onConflict((conflict) =>
      conflict.column("sender").doUpdateSet({
        last_at: sql<number>`max(last_at, excluded.last_at)`,
        doubted: sql<0 | 1>`max(doubted, excluded.doubted)`,
        look_at: sql<number | null>`case when ended is null
          then coalesce(look_at, excluded.look_at) end`,
      }),
    )
    .execute();
}

export async function findDecision(db: Db, receipt: Receipt): Promise<Decision | undefined> {
  const row = await db
    .selectFrom("decisions")
    .selectAll()
    .where("receipt", "=", receipt)
    .executeTakeFirst();
  return row && decisionOf(row);
}

export async function findDecisions(
  db: Db,
  receipts: readonly Receipt[],
): Promise<readonly Decision[]> {
  if (receipts.length === 0) return [];
  const rows = db.selectFrom("decisions").selectAll().where("receipt", "in", receipts);
  return (await rows.execute()).map(decisionOf);
}

export function doubted(db: Db, stretch: Stretch, limit: number, after: Place | undefined) {
  return remembered(db, stretch, limit, after, true);
}

export function judged(db: Db, stretch: Stretch, limit: number, after: Place | undefined) {
  return remembered(db, stretch, limit, after, false);
}

async function remembered(
  db: Db,
  { since, until }: Stretch,
  limit: number,
  after: Place | undefined,
  doubtedOnly: boolean,
) {
  let query = db
    .selectFrom("decisions")
    .selectAll()
    .where("at", ">=", since)
    .where("at", "<", until);
  if (doubtedOnly) query = query.where("action", "!=", "accept");
  if (after !== undefined) {
    const { at, receipt } = after;
    query = query.where(sql<boolean>`(at, receipt) > (${at}, ${receipt})`);
  }
  const rows = await query.orderBy("at").orderBy("receipt").limit(limit).execute();
  return withSenders(db, rows);
}

/** Each with what became of its sender. */
export async function withSenders(
  db: Db,
  rows: readonly Selectable<DecisionsTable>[],
): Promise<readonly Remembered[]> {
  const senders = await sendersOf(db, rows);
  return rows.map((row) => {
    const decision = decisionOf(row);
    const known = decision.proven ? senders.get(row.sender) : undefined;
    return { decision, since: known ?? nothingSince(decision) };
  });
}

async function sendersOf(
  db: Db,
  rows: readonly Selectable<DecisionsTable>[],
): Promise<ReadonlyMap<string, SenderSince>> {
  const found = new Map<string, SenderSince>();
  for (const sender of new Set(rows.map((row) => row.sender))) {
    const row = await senderRow(db, sender);
    if (row !== undefined) found.set(sender, sinceOf(row));
  }
  return found;
}

function senderRow(db: Db, sender: string): Promise<SenderRow | undefined> {
  return db.selectFrom("senders").selectAll().where("sender", "=", sender).executeTakeFirst();
}

function nothingSince({ sender, at }: Decision): SenderSince {
  const never = { end: undefined, lookedAt: undefined, lookAt: undefined };
  return { sender, firstAt: at, lastAt: at, goodDays: 0, complaints: 0, welcomes: 0, ...never };
}

export async function chronicleTotals(db: Db, { since, until }: Stretch): Promise<Totals> {
  const judged = await db
    .selectFrom("decisions")
    .leftJoin("senders", (join) =>
      join.onRef("senders.sender", "=", "decisions.sender").on("decisions.proven", "=", 1),
    )
    .select((its) => [
      "decisions.action",
      "decisions.done",
      its.fn.countAll<number>().as("count"),
      its.fn.count<number>("senders.ended").as("ended"),
    ])
    .where("at", ">=", since)
    .where("at", "<", until)
    .groupBy(["action", "done"])
    .orderBy("action")
    .orderBy("done")
    .execute();
  const passed = await db
    .selectFrom("passed")
    .select((its) => ["reason", its.fn.sum<number>("count").as("count")])
    .where("hour", ">=", since)
    .where("hour", "<", until)
    .groupBy("reason")
    .execute();
  const first = await sql<{ at: number | null }>`
    select min(at) as at from (select min(at) as at from decisions
      union all select min(hour) as at from passed)`.execute(db);
  return {
    judged,
    passed: Object.fromEntries(passed.map(({ reason, count }) => [reason, count])),
    firstAt: first.rows[0]?.at == null ? undefined : epochMs(first.rows[0].at),
  };
}

export async function chronicleAbout(db: Db, actor: ActorId) {
  const rows = await db
    .selectFrom("decisions")
    .selectAll()
    .where("sender", "=", actor)
    .orderBy("at")
    .orderBy("receipt")
    .execute();
  const row = await senderRow(db, actor);
  const [first] = rows;
  if (row === undefined && first === undefined) return undefined;
  const decisions = rows.map(decisionOf);
  const since = row && sinceOf(row);
  return { decisions, since: since ?? nothingSince(decisions[0] as Decision) };
}

export async function doubtedSenders(db: Db, limit: number): Promise<readonly ActorId[]> {
  const rows = await db
    .selectFrom("senders")
    .select("sender")
    .where("doubted", "=", 1)
    .where("ended", "is", null)
    .orderBy("last_at", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => row.sender as ActorId);
}

export async function toLookUp(
  db: Db,
  at: EpochMs,
  limit: number,
): Promise<readonly SenderSince[]> {
  const rows = await db
    .selectFrom("senders")
    .selectAll()
    .where("look_at", "<=", at)
    .orderBy("doubted", "desc")
    .orderBy("look_at")
    .orderBy("sender")
    .limit(limit)
    .execute();
  return rows.map(sinceOf);
}

export async function forgetChronicled(db: Db, actor: ActorId): Promise<number> {
  await db.deleteFrom("senders").where("sender", "=", actor).execute();
  const { numDeletedRows } = await db
    .deleteFrom("decisions")
    .where("sender", "=", actor)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function expireChronicled(db: Db, before: EpochMs): Promise<number> {
  await db.deleteFrom("passed").where("hour", "<", before).execute();
  await db.deleteFrom("senders").where("last_at", "<", before).execute();
  const { numDeletedRows } = await db
    .deleteFrom("decisions")
    .where("at", "<", before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function rowOf(decision: Decision): DecisionsTable {
  const { at, proven, evidence, why, state, stateAt, answer, ...rest } = decision;
  const { activityId, objectId, campaign, last, ...same } = rest;
  return {
    ...same,
    at: wholeMoment(at),
    proven: proven ? 1 : 0,
    evidence: JSON.stringify(evidence),
    why: why ?? null,
    state: state ?? null,
    state_at: moment(stateAt),
    answer: answer ?? null,
    activity_id: activityId ?? null,
    object_id: objectId ?? null,
    campaign: campaign ?? null,
    last: last === undefined ? null : JSON.stringify(last),
  };
}

function decisionOf(row: Selectable<DecisionsTable>): Decision {
  const { state_at: stateAt, activity_id: activityId, object_id: objectId, ...same } = row;
  return {
    ...same,
    receipt: row.receipt as Receipt,
    at: epochMs(row.at),
    sender: row.sender as ActorId,
    host: row.host as Host,
    proven: row.proven === 1,
    evidence: JSON.parse(row.evidence) as Decision["evidence"],
    policy: row.policy as PolicyDigest,
    why: row.why ?? undefined,
    state: row.state ?? undefined,
    stateAt: stateAt === null ? undefined : epochMs(stateAt),
    last: row.last === null ? undefined : (JSON.parse(row.last) as Decision["last"]),
    campaign: (row.campaign ?? undefined) as Decision["campaign"],
    answer: row.answer ?? undefined,
    activityId: (activityId ?? undefined) as ObjectId | undefined,
    objectId: (objectId ?? undefined) as ObjectId | undefined,
  };
}

function sinceOf(row: SenderRow): SenderSince {
  const { ended: how, ended_at: endedAt } = row;
  return {
    sender: row.sender as ActorId,
    firstAt: epochMs(row.first_at),
    lastAt: epochMs(row.last_at),
    end: how === null ? undefined : { how, at: epochMs(endedAt ?? row.last_at) },
    goodDays: row.good_days,
    complaints: row.complaints,
    welcomes: row.welcomes,
    lookedAt: row.looked_at === null ? undefined : epochMs(row.looked_at),
    lookAt: row.look_at === null ? undefined : epochMs(row.look_at),
  };
}

function moment(at: EpochMs | undefined): number | null {
  return at === undefined ? null : wholeMoment(at);
}
