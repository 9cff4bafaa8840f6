// One move of one kept delivery, as queries, with what its end does to those that wait behind it.

import type { Kysely } from "kysely";
import type { EpochMs } from "../../base/units.ts";
import type { Receipt } from "../../model/ids.ts";
import { hasEnded, type Position } from "../../model/kept-moves.ts";
import { followUp } from "./kin-queries.ts";
import { type PositionRow, position, positionOf, putPosition } from "./positions.ts";
import type { Tables } from "./tables.ts";

type Db = Kysely<Tables>;

export type Move = (before: Position) => Position | undefined;

export interface Step {
  /** As it was before. */
  readonly row: PositionRow;
  readonly next: Position;
  /** What ended with it, because it waited behind it. */
  readonly followed: readonly Receipt[];
}

/** Makes a move, if there is such a delivery and it may be made. */
export async function step(
  db: Db,
  receipt: Receipt,
  move: Move,
  at: EpochMs,
): Promise<Step | undefined> {
  const row = await db
    .selectFrom("kept")
    .select(position)
    .where("receipt", "=", receipt)
    .executeTakeFirst();
  const before = row && positionOf(row);
  const next = before && move(before);
  if (row === undefined || next === undefined) return undefined;
  await putPosition(db, row.seq, next);
  const ended = hasEnded(next.state);
  const followed = ended ? await followUp(db, row, next, before?.behind, at) : [];
  return { row, next, followed };
}
