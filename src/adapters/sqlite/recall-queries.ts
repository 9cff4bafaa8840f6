// Posts that are to be recalled, as queries.

import type { Kysely, Selectable } from "kysely";
import { type EpochMs, epochMs } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { ActorId, ObjectId, Receipt } from "../../model/ids.ts";
import { wholeMoment } from "../../model/kept-moves.ts";
import type { Recalled } from "../../model/recall.ts";
import { moment } from "./positions.ts";
import type { RecallsTable, Tables } from "./tables.ts";

type Db = Kysely<Tables>;

export async function listRecalls(db: Db, posts: readonly Recalled[]): Promise<readonly Receipt[]> {
  const fresh: Receipt[] = [];
  for (const post of posts) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("recalls")
      .values(rowOf(post))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 0n) fresh.push(post.receipt);
  }
  return fresh;
}

export async function recalled(db: Db, receipt: Receipt, at: EpochMs): Promise<void> {
  const columns = { recalled_at: wholeMoment(at) };
  await db.updateTable("recalls").set(columns).where("receipt", "=", receipt).execute();
}

export async function dropRecalls(db: Db, campaign: CampaignId): Promise<void> {
  const open = db.deleteFrom("recalls").where("recalled_at", "is", null);
  await open.where("campaign", "=", campaign).execute();
}

export async function recalls(
  db: Db,
  campaign: CampaignId | undefined,
  limit: number,
): Promise<readonly Recalled[]> {
  const all = db.selectFrom("recalls").selectAll();
  const those = campaign === undefined ? all : all.where("campaign", "=", campaign);
  const rows = await those.orderBy("arrived_at", "desc").orderBy("receipt").limit(limit).execute();
  return rows.map(recallOf);
}

export async function moveRecalls(db: Db, was: CampaignId, is: CampaignId): Promise<void> {
  await db.updateTable("recalls").set({ campaign: is }).where("campaign", "=", was).execute();
}

export async function forgetRecalls(db: Db, before: EpochMs): Promise<void> {
  await db.deleteFrom("recalls").where("listed_at", "<", before).execute();
}

function rowOf(post: Recalled): RecallsTable {
  return {
    receipt: post.receipt,
    campaign: post.campaign,
    sender: post.sender,
    activity_id: post.activityId ?? null,
    object_id: post.objectId ?? null,
    recipients: JSON.stringify(post.recipients),
    arrived_at: wholeMoment(post.at),
    listed_at: wholeMoment(post.listedAt),
    recalled_at: post.recalledAt === undefined ? null : wholeMoment(post.recalledAt),
  };
}

function recallOf(row: Selectable<RecallsTable>): Recalled {
  return {
    receipt: row.receipt as Receipt,
    campaign: row.campaign as CampaignId,
    sender: row.sender as ActorId,
    activityId: (row.activity_id ?? undefined) as ObjectId | undefined,
    objectId: (row.object_id ?? undefined) as ObjectId | undefined,
    recipients: JSON.parse(row.recipients) as ActorId[],
    at: epochMs(row.arrived_at),
    listedAt: epochMs(row.listed_at),
    recalledAt: moment(row.recalled_at),
  };
}
