// What stands where in the ledger, counted in one walk.

import type { Kysely } from "kysely";
import { type EpochMs, epochMs } from "../../base/units.ts";
import type { Census } from "../../model/kept.ts";
import type { Tables } from "./tables.ts";

export async function census(db: Kysely<Tables>, at: EpochMs): Promise<readonly Census[]> {
  const rows = await db
    .selectFrom("kept")
    .select(({ fn }) => [
      "state",
      fn.countAll<number>().as("count"),
      fn.min("arrived_at").as("oldest"),
      fn.min("due_at").as("due"),
      fn.min("replay_until").filterWhere("replay_until", ">", at).as("replay"),
    ])
    .groupBy("state")
    .orderBy("state")
    .execute();
  return rows.map(({ state, count, oldest, due, replay }) => ({
    state,
    count,
    oldestArrivedAt: epochMs(oldest),
    nextDueAt: momentOf(due),
    nextReplayUntil: momentOf(replay),
  }));
}

function momentOf(value: number | null): EpochMs | undefined {
  return value === null ? undefined : epochMs(value);
}
