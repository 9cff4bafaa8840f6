// Gives pending rulings their effect when their half minute is over: in the process that has the
// memory, so that who stands out by then is left out as well.

import { after, type EpochMs, second } from "../../base/units.ts";
import type { Receipt } from "../../model/ids.ts";
import type { KeptSummary } from "../../model/kept.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Documents } from "../../ports/documents.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { closeRuledAppeals } from "../appeals.ts";
import { applyRuling, subjectsOf } from "./apply.ts";
import type { TellsOfCampaigns } from "./knowing.ts";
import {
  beginRuling,
  endRuling,
  isDueBy,
  meantWhenGiven,
  type PendingRuling,
  pendingRulings,
} from "./pending.ts";
import { type Preview, previewRuling } from "./preview.ts";
import { giveStandingOrders } from "./standing.ts";

export const pendingEveryMs = second;

export interface PendingParts {
  readonly ledger: Ledger;
  readonly records: OwnRecords;
  readonly documents: Pick<Documents, "get">;
  readonly campaigns: TellsOfCampaigns;
  readonly clock: Pick<Clock, "now">;
}

/** Does what is due; what was cut off by a crash goes on. Throws LedgerDown and MemoryDown. */
export function makePendingChore(parts: PendingParts): () => Promise<void> {
  let seen: ReadonlySet<string> = new Set();
  return async () => {
    const now = parts.clock.now();
    const waiting = await pendingRulings(parts.records);
    for (const one of waiting) if (!seen.has(one.id)) await putOff(one, parts, now);
    seen = new Set(waiting.map(({ id }) => id));
    const due = waiting.filter(({ takesEffectAt }) => takesEffectAt <= now);
    for (const one of due.reverse()) await giveEffect(one, parts, now);
  };
}

/** What is about to be refused must not get in meanwhile because its time to settle ends. */
async function putOff(one: PendingRuling, parts: PendingParts, now: EpochMs): Promise<void> {
  if (one.word === "release" || one.takesEffectAt <= now) return;
  const found = await previewRuling(one, parts, now);
  if (!found.ok) return;
  const until = after(one.takesEffectAt, 2 * pendingEveryMs);
  const preview = asGiven(found.value, one, await meantWhenGiven(one, parts.records));
  for (const { kept } of preview.parts.flatMap(({ meant }) => meant)) {
    const { state, verdict, authenticity, receipt } = kept;
    if ((state !== "settling" && state !== "held") || !isDueBy(kept, until)) continue;
    await parts.ledger.rejudge(receipt, verdict, { state, dueAt: until, authenticity }, now);
  }
}

async function giveEffect(one: PendingRuling, parts: PendingParts, now: EpochMs): Promise<void> {
  const { id, by, through, takesEffectAt: at } = one;
  const { records, ledger } = parts;
  const found = await previewRuling(one, parts, now);
  const meant = await meantWhenGiven(one, records);
  // In mind nobody is silent; elsewhere it is tried again.
  if (!found.ok || !(await beginRuling(id, at, records))) return;
  const preview = asGiven(found.value, one, meant);
  if (one.standing)
    await giveStandingOrders(preview, one.until ?? undefined, { by, at, through }, parts);
  await applyRuling(preview, { by, at }, ledger);
  await closeRuledAppeals(records, subjectsOf(preview), one.word, { by, at, through });
  await endRuling(id, records);
}

/**
 * What it was on when it was given, and what came of it since. Who was left out then is no part
 * of it, whatever they look like now, and neither is what lay here before in another case, which
 * turned out to be this one.
 */
function asGiven(
  preview: Preview,
  { left, givenAt }: PendingRuling,
  meant: ReadonlySet<Receipt>,
): Preview {
  const spared = new Set(left);
  const isPart = ({ receipt, arrivedAt }: KeptSummary): boolean =>
    meant.has(receipt) || (arrivedAt >= givenAt && !spared.has(receipt));
  const parts = preview.parts.map((part) => ({
    ...part,
    meant: part.meant.filter(({ kept }) => isPart(kept)),
  }));
  return { ...preview, parts };
}
