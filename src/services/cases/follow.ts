// What moderators wrote down about a case goes along when its campaign turns out to be another.

import type { CampaignId } from "../../model/campaign.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { moveAssignment } from "./assignment.ts";
import { moveNotes } from "./notes.ts";

/** Done again it does nothing more. Orders follow by themselves (orders.ts). Throws LedgerDown. */
export async function followCase(
  was: CampaignId,
  is: CampaignId,
  records: OwnRecords,
): Promise<void> {
  await moveNotes(was, is, records);
  await moveAssignment(was, is, records);
}
