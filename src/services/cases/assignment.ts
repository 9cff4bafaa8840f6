// Who looks after a case or a single delivery, so that two don't do the same.

import { z } from "zod";
import type { CampaignId } from "../../model/campaign.ts";
import type { Hand } from "../../model/hand.ts";
import type { Receipt } from "../../model/ids.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { noteAudit } from "../audit.ts";
import { recordsOf } from "../own-records.ts";

/** One of each subject; nobody's has none. */
const assignments = recordsOf("assignment", z.object({ to: z.string(), by: z.string() }));

/** More than moderators look after; the oldest are as good as nobody's. Chosen by us. */
const assignedMax = 2000;

export const assigneeMax = 100;

type Subject = CampaignId | Receipt;

/** `undefined`: to nobody. False where it was so before. Throws LedgerDown. */
export async function assign(
  about: Subject,
  to: string | undefined,
  hand: Hand,
  records: OwnRecords,
): Promise<boolean> {
  const before = await assigneeOf(about, records);
  const whom = to?.trim().slice(0, assigneeMax) || undefined;
  if (before === whom) return false;
  if (whom === undefined) await assignments.take(records, about);
  else await assignments.put(records, { id: about, about, at: hand.at }, { to: whom, by: hand.by });
  const details = whom === undefined ? "to nobody" : `to ${whom}`;
  await noteAudit(records, { ...hand, did: "assigned", about, details });
  return true;
}

export async function assigneeOf(about: Subject, records: OwnRecords): Promise<string | undefined> {
  return (await assignments.get(records, about))?.value.to;
}

/** Whose is what. Throws LedgerDown. */
export async function assigned(records: OwnRecords): Promise<ReadonlyMap<string, string>> {
  const found = await assignments.list(records, { limit: assignedMax });
  return new Map(found.map(({ id, value }) => [id, value.to]));
}

/** Whoever looked after the one that goes looks after the other, unless somebody does. */
export async function moveAssignment(was: CampaignId, is: CampaignId, records: OwnRecords) {
  const had = await assignments.take(records, was);
  if (had !== undefined)
    await assignments.add(records, { id: is, about: is, at: had.at }, had.value);
}
