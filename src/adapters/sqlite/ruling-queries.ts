// Rulings, and what a gate has to learn from them, as queries. A lesson goes once it is learned.

import type { Kysely } from "kysely";
import { epochMs } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { ActorId, Receipt } from "../../model/ids.ts";
import type { KeptState, RuledSummary } from "../../model/kept.ts";
import { ruledOn, wholeMoment } from "../../model/kept-moves.ts";
import type { LearnableRuling, Ruling } from "../../ports/ledger.ts";
import { bringBack, shareHam, siblingsOf } from "./kin-queries.ts";
import { type Move, step } from "./steps.ts";
import type { Tables } from "./tables.ts";

type Db = Kysely<Tables>;

export async function rule(db: Db, ruling: Ruling): Promise<boolean> {
  return (await ruleOne(db, { ...ruling, campaign: undefined })) > 0;
}

/** With its siblings, whose own turn then finds them moved. Answers how many moved. */
export async function ruleOne(
  db: Db,
  ruling: Ruling & Pick<LearnableRuling, "campaign">,
): Promise<number> {
  const { receipt, ruling: word, by, at } = ruling;
  const move: Move = (before) => ruledOn(before, word, by, at);
  const ruled = await step(db, receipt, move, at);
  if (ruled === undefined) return 0;
  const { row } = ruled;
  const moved = [row];
  for (const sibling of await siblingsOf(db, row.seq, row.state === "rejected" ? [row.state] : []))
    if (await step(db, sibling.receipt as Receipt, move, at)) moved.push(sibling);
  await noteRuling(db, ruling, row.signer);
  if (word === "spam") return moved.length;
  for (const one of moved) {
    if (one.state === "rejected") await bringBack(db, one, at);
    await shareHam(db, one, by, at);
  }
  return moved.length;
}

/** By an index of its own: what is kept and nobody ruled on is not read. */
export async function ruled(db: Db, limit: number): Promise<readonly RuledSummary[]> {
  const rows = await db
    .selectFrom("kept")
    .select(["receipt", "state", "sender", "signer", "arrived_at", "since", "ruled_by", "campaign"])
    .where("ruled_by", "is not", null)
    .orderBy("arrived_at", "desc")
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    receipt: row.receipt as Receipt,
    state: row.state as KeptState,
    sender: row.sender as ActorId,
    arrivedAt: epochMs(row.arrived_at),
    since: epochMs(row.since),
    ruledBy: row.ruled_by ?? "",
    isProven: row.signer !== null,
    campaign: (row.campaign ?? undefined) as CampaignId | undefined,
  }));
}

export async function noteRuling(
  db: Db,
  ruling: Omit<LearnableRuling, "number" | "sender">,
  sender: string | null,
): Promise<void> {
  const { receipt = "", campaign = null, ...same } = ruling;
  const row = { ...same, at: wholeMoment(ruling.at), receipt, campaign, sender };
  await db.insertInto("rulings").values(row).execute();
}

export async function unlearned(db: Db, limit: number): Promise<readonly LearnableRuling[]> {
  const rows = await db.selectFrom("rulings").selectAll().orderBy("number").limit(limit).execute();
  return rows.map((row) => ({
    ...row,
    receipt: row.receipt === "" ? undefined : (row.receipt as Receipt),
    at: epochMs(row.at),
    sender: (row.sender ?? undefined) as ActorId | undefined,
    campaign: (row.campaign ?? undefined) as CampaignId | undefined,
  }));
}

export async function learned(db: Db, upTo: number): Promise<void> {
  await db.deleteFrom("rulings").where("number", "<=", upTo).execute();
}
