// What belongs together of what is kept, as queries: siblings share one fate, and nothing done
// to a post overtakes it.

import type { Kysely } from "kysely";
import type { EpochMs } from "../../base/units.ts";
import type { ActorId, ObjectId, Receipt, ViewKey } from "../../model/ids.ts";
import { type Kept, standingStates } from "../../model/kept.ts";
import { type Kinship, kinshipOf, sharesHam } from "../../model/kept-kin.ts";
import {
  backBehind,
  begun,
  begunBeside,
  hasEnded,
  leaderEnded,
  type Position,
  ruledOn,
} from "../../model/kept-moves.ts";
import type { Verdict } from "../../model/verdict.ts";
import { type PositionRow, position, positionOf, putPosition } from "./positions.ts";
import { verdictOf } from "./rows.ts";
import type { Tables } from "./tables.ts";

type Db = Kysely<Tables>;

/** Where a delivery begins, by what is here of the same post already. */
export interface Beginning {
  readonly position: Position;
  readonly verdict: Verdict;
  readonly eldest: Receipt | undefined;
}

export async function beginning(db: Db, kept: Kept, siblingKey: string): Promise<Beginning> {
  const own = await ownBeginning(db, kept, siblingKey);
  const eldest = await db
    .selectFrom("kept")
    .select([...position, "verdict", "campaign"])
    .where("sibling_key", "=", siblingKey)
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
  if (eldest === undefined) return { position: own, verdict: kept.verdict, eldest: undefined };
  const begins = begunBeside(own, positionOf(eldest));
  const verdict = begins === own ? kept.verdict : verdictOf(eldest);
  return { position: begins, verdict, eldest: eldest.receipt as Receipt };
}

async function ownBeginning(db: Db, kept: Kept, siblingKey: string): Promise<Position> {
  const leader = await newestKin(db, kinshipOf(kept), siblingKey);
  if (leader === undefined) return begun({ ...kept, behind: undefined });
  const own = begun({ ...kept, behind: leader.receipt as Receipt });
  if (leader.state !== "rejected" || own.behind === undefined) return own;
  return leaderEnded(own, positionOf(leader), undefined, own.since);
}

export async function kin(db: Db, kinship: Kinship): Promise<Receipt | undefined> {
  return (await newestKin(db, kinship, undefined))?.receipt as Receipt | undefined;
}

/** `mustFollow` as a query: each way has an index of its own. */
async function newestKin(
  db: Db,
  { sender, proven, activityId, objectId }: Kinship,
  butSiblings: string | undefined,
): Promise<PositionRow | undefined> {
  const names = [activityId, objectId].filter((name) => name !== undefined);
  if (names.length === 0) return undefined;
  let query = db
    .selectFrom("kept")
    .select(position)
    .where((its) => {
      const named = names.map((name) =>
        its.and([its("sender", "=", sender), its("activity_id", "=", name)]),
      );
      if (objectId === undefined) return its.or(named);
      return its.or([
        ...named,
        its.and([its("sender", "=", sender), its("object_id", "=", objectId)]),
      ]);
    })
    .where("state", "in", standingStates);
  if (proven) query = query.where("signer", "is not", null);
  if (butSiblings !== undefined) query = query.where("sibling_key", "!=", butSiblings);
  return query.orderBy("seq", "desc").limit(1).executeTakeFirst();
}

/** Others than this one; siblings are the same. */
export async function otherBodies(
  db: Db,
  sender: ActorId,
  activityId: ObjectId,
  siblingKey: string,
): Promise<number> {
  const { count } = await db
    .selectFrom("kept")
    .select((its) => its.fn.count<number>("sibling_key").distinct().as("count"))
    .where("sender", "=", sender)
    .where("activity_id", "=", activityId)
    .where("signer", "is not", null)
    .where("sibling_key", "!=", siblingKey)
    .executeTakeFirstOrThrow();
  return count;
}

export async function standingSenders(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("kept")
    .select("sender")
    .distinct()
    .where("state", "in", standingStates)
    .orderBy("sender")
    .execute();
  return rows.map((row) => row.sender);
}

/**
 * The others of the same post that have not ended, in the order of keeping; `also` those that
 * were rejected.
 */
export async function siblingsOf(
  db: Db,
  seq: number,
  also: readonly "rejected"[] = [],
): Promise<readonly PositionRow[]> {
  return db
    .selectFrom("kept")
    .select(position)
    .where("sibling_key", "=", (sub) =>
      sub.selectFrom("kept").select("sibling_key").where("seq", "=", seq),
    )
    .where("seq", "!=", seq)
    .where("state", "in", ["settling", "held", ...also])
    .orderBy("seq")
    .execute();
}

/** `leader` has come to its `end`, and waited itself until then. Answers who ended with it. */
export async function followUp(
  db: Db,
  leader: Pick<PositionRow, "receipt">,
  end: Position,
  wasBehind: Receipt | undefined,
  at: EpochMs,
): Promise<readonly Receipt[]> {
  const ended: Receipt[] = [];
  for (const row of await followersOf(db, leader.receipt)) {
    const next = leaderEnded(positionOf(row), end, wasBehind, at);
    await putPosition(db, row.seq, next);
    if (!hasEnded(next.state)) continue;
    ended.push(row.receipt as Receipt, ...(await followUp(db, row, next, wasBehind, at)));
  }
  return ended;
}

/**
 * `leader`, as it stood, is let in after all: what was rejected with it, or later for its sake,
 * waits behind it again.
 */
export async function bringBack(db: Db, leader: PositionRow, at: EpochMs): Promise<void> {
  let behind = leader.receipt;
  for (const row of await rejectedFor(db, leader)) {
    const next = backBehind(positionOf(row), behind as Receipt, at);
    if (next === undefined) continue;
    await putPosition(db, row.seq, next);
    behind = row.receipt;
  }
}

/** In the order of keeping. Whoever ruled on one by itself did so before. */
async function rejectedFor(db: Db, leader: PositionRow): Promise<readonly PositionRow[]> {
  const { activity_id, object_id } = leader;
  const names = [activity_id, object_id].filter((name) => name !== null);
  if (names.length === 0) return [];
  let query = db
    .selectFrom("kept")
    .select(position)
    .where((its) =>
      its.or([
        its.and([its("sender", "=", leader.sender), its("object_id", "in", names)]),
        its.and([its("sender", "=", leader.sender), its("activity_id", "=", activity_id)]),
      ]),
    )
    .where("state", "=", "rejected")
    .where("seq", ">", leader.seq)
    .where("since", ">=", leader.since)
    .where("ruled_by", "is", leader.ruled_by)
    .where("sibling_key", "!=", leader.sibling_key);
  if (leader.signer === null) query = query.where("signer", "is", null);
  return query.orderBy("seq").execute();
}

/** A ruling of ham covers what was done to the post and says nothing else. */
export async function shareHam(
  db: Db,
  leader: Pick<PositionRow, "receipt">,
  by: string,
  at: EpochMs,
): Promise<void> {
  const keys = await keysOf(db, leader.receipt);
  for (const row of await followersOf(db, leader.receipt)) {
    if (!sharesHam(await keysOf(db, row.receipt), keys)) continue;
    const next = ruledOn(positionOf(row), "ham", by, at);
    if (next === undefined) continue;
    await putPosition(db, row.seq, next);
    await shareHam(db, row, by, at);
  }
}

async function followersOf(db: Db, receipt: string): Promise<readonly PositionRow[]> {
  const query = db.selectFrom("kept").select(position).where("behind", "=", receipt);
  return query.orderBy("seq").execute();
}

async function keysOf(db: Db, receipt: string): Promise<readonly ViewKey[]> {
  const row = await db
    .selectFrom("kept")
    .select("view_keys")
    .where("receipt", "=", receipt)
    .executeTakeFirst();
  return row === undefined ? [] : (JSON.parse(row.view_keys) as ViewKey[]);
}
