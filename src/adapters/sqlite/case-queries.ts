// What is kept of campaigns, as queries.

import { type Kysely, sql } from "kysely";
import { type EpochMs, epochMs } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Case, CaseRecord, CaseRuling, RulingOnCase } from "../../model/case.ts";
import type { Receipt } from "../../model/ids.ts";
import type { KeptState, KeptSummary } from "../../model/kept.ts";
import { wholeMoment } from "../../model/kept-moves.ts";
import { moment } from "./positions.ts";
import { moveRecalls } from "./recall-queries.ts";
import { summaryOf } from "./rows.ts";
import { noteRuling, ruleOne } from "./ruling-queries.ts";
import type { CampaignsTable, Tables } from "./tables.ts";

type Db = Kysely<Tables>;

export async function file(
  db: Db,
  campaign: CampaignId,
  receipts: readonly Receipt[],
): Promise<void> {
  if (receipts.length === 0) return;
  const rows = db.updateTable("kept").set({ campaign }).where("campaign", "is", null);
  await rows.where("receipt", "in", receipts).execute();
}

export async function refile(
  db: Db,
  campaign: CampaignId,
  receipts: readonly Receipt[],
): Promise<void> {
  if (receipts.length === 0) return;
  const rows = db.updateTable("kept").set({ campaign });
  await rows.where("receipt", "in", receipts).execute();
}

export async function caseIds(db: Db): Promise<readonly CampaignId[]> {
  const rows = await db
    .selectFrom("kept")
    .select("campaign")
    .distinct()
    .where("campaign", "is not", null)
    .where("state", "in", ["settling", "held"])
    .execute();
  return rows.map((row) => row.campaign as CampaignId).sort();
}

export async function mergeCases(
  db: Db,
  was: CampaignId,
  is: CampaignId,
  at: EpochMs,
): Promise<void> {
  await db.updateTable("kept").set({ campaign: is }).where("campaign", "=", was).execute();
  await db.updateTable("rulings").set({ campaign: is }).where("campaign", "=", was).execute();
  await moveRecalls(db, was, is);
  const [before, stays] = [await rowOf(db, was), await rowOf(db, is)];
  const later = (before?.ruled_at ?? 0) > (stays?.ruled_at ?? 0) ? before : stays;
  const noted = { noted_at: wholeMoment(at) };
  await putRow(db, { ...unruled, ...later, id: is, leads_to: null, ...noted });
  await putRow(db, { ...unruled, id: was, leads_to: is, ...noted });
  const leads = db.updateTable("campaigns").set({ leads_to: is });
  await leads.where("leads_to", "=", was).execute();
}

export async function cases(
  db: Db,
  states: readonly KeptState[],
  limit: number,
  at: EpochMs,
): Promise<readonly Case[]> {
  const rows = await db
    .selectFrom("kept")
    .select((its) => [
      "campaign",
      its.fn.countAll<number>().as("kept"),
      its.fn.count<number>("domain").distinct().as("domains"),
      its.fn.min("arrived_at").as("first_at"),
      its.fn.max("arrived_at").as("last_at"),
      sql<number | null>`min(case when replay_until > ${at} then replay_until end)`.as("next_at"),
    ])
    .where("campaign", "is not", null)
    .where("state", "in", states)
    .groupBy("campaign")
    .having((its) => its.fn.countAll(), ">", 1)
    .orderBy("last_at", "desc")
    .orderBy("campaign")
    .limit(limit)
    .execute();
  const found: Case[] = [];
  for (const row of rows) {
    const campaign = row.campaign as CampaignId;
    const { kept, domains } = row;
    const times = { firstAt: epochMs(row.first_at), lastAt: epochMs(row.last_at) };
    const nextReplayUntil = moment(row.next_at);
    const rest = await restOf(db, campaign, states);
    found.push({ campaign, kept, domains, ...times, nextReplayUntil, ...rest });
  }
  return found;
}

export async function restOf(
  db: Db,
  campaign: CampaignId,
  states: readonly KeptState[],
): Promise<Pick<Case, "states" | "recipients" | "newest" | "ruled">> {
  const those = db.selectFrom("kept").where("campaign", "=", campaign).where("state", "in", states);
  const counts = await those
    .select((its) => ["state", its.fn.countAll<number>().as("count")])
    .groupBy("state")
    .orderBy("state")
    .execute();
  const newest = await those
    .selectAll()
    .orderBy("arrived_at", "desc")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const people = await sql<{ people: number }>`
    select count(distinct value) as people from kept, json_each(kept.recipients)
    where campaign = ${campaign} and state in (${sql.join(states)})
  `.execute(db);
  return {
    states: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
    recipients: people.rows[0]?.people ?? 0,
    newest: summaryOf(newest),
    ruled: rulingIn(await rowOf(db, campaign)),
  };
}

export async function single(
  db: Db,
  states: readonly KeptState[],
  limit: number,
): Promise<readonly KeptSummary[]> {
  const several = db
    .selectFrom("kept")
    .select("campaign")
    .where("campaign", "is not", null)
    .where("state", "in", states)
    .groupBy("campaign")
    .having((its) => its.fn.countAll(), ">", 1);
  const rows = await db
    .selectFrom("kept")
    .selectAll()
    .where("state", "in", states)
    .where((its) => its.or([its("campaign", "is", null), its("campaign", "not in", several)]))
    .orderBy("arrived_at", "desc")
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => summaryOf(row));
}

export async function caseRecord(db: Db, named: CampaignId): Promise<CaseRecord | undefined> {
  const row = await rowOf(db, named);
  if (row?.leads_to != null) return caseRecord(db, row.leads_to as CampaignId);
  if (row !== undefined) return { campaign: named, ruled: rulingIn(row) };
  const kept = db.selectFrom("kept").select("seq").where("campaign", "=", named).limit(1);
  const isKept = (await kept.executeTakeFirst()) !== undefined;
  return isKept ? { campaign: named, ruled: undefined } : undefined;
}

export async function ruledCases(db: Db, limit: number): Promise<readonly CaseRuling[]> {
  const rows = await db
    .selectFrom("campaigns")
    .selectAll()
    .where("ruling", "is not", null)
    .orderBy("ruled_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.flatMap((row) => rulingIn(row) ?? []);
}

export async function ofCase(
  db: Db,
  campaign: CampaignId,
  states: readonly KeptState[],
  limit: number,
): Promise<readonly KeptSummary[]> {
  const rows = await db
    .selectFrom("kept")
    .selectAll()
    .where("campaign", "=", campaign)
    .where("state", "in", states)
    .orderBy("arrived_at")
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows.map((row) => summaryOf(row));
}

export async function ruleCase(db: Db, ruling: RulingOnCase): Promise<number> {
  const { receipts, campaign, ruling: word, by } = ruling;
  const at = wholeMoment(ruling.at);
  const before = rulingIn(await rowOf(db, campaign));
  if (before?.at !== at || before.ruling !== word || before.by !== by)
    await noteRuling(db, { ruling: word, by, at, receipt: undefined, campaign }, null);
  const columns = { ruling: word, ruled_by: by, ruled_at: at, noted_at: at };
  await putRow(db, { id: campaign, leads_to: null, ...columns });
  let moved = 0;
  for (const receipt of receipts)
    moved += await ruleOne(db, { receipt, campaign, ruling: word, by, at });
  return moved;
}

export async function forgetCampaigns(db: Db, before: EpochMs): Promise<void> {
  await sql`
    delete from campaigns where noted_at < ${before} and not exists (
      select 1 from kept where kept.campaign = coalesce(campaigns.leads_to, campaigns.id)
    )
  `.execute(db);
}

const unruled = { ruling: null, ruled_by: null, ruled_at: null } as const;

function rowOf(db: Db, id: string): Promise<CampaignsTable | undefined> {
  return db.selectFrom("campaigns").selectAll().where("id", "=", id).executeTakeFirst();
}

async function putRow(db: Db, row: CampaignsTable): Promise<void> {
  await db.replaceInto("campaigns").values(row).execute();
}

function rulingIn(row: CampaignsTable | undefined): CaseRuling | undefined {
  if (row?.ruling == null || row.ruled_at === null) return undefined;
  const { ruling, ruled_by: by, ruled_at: at } = row;
  return { campaign: row.id as CampaignId, ruling, by: by ?? "", at: epochMs(at) };
}
