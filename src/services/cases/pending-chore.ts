// Gives pending rulings their effect when their half minute is over: in the process that has the
// memory, so that who stands out by then is left out as well.

import { after, type EpochMs, second } from "../../base/units.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Documents } from "../../ports/documents.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { closeRuledAppeals } from "../appeals.ts";
import { applyRuling, subjectsOf } from "./apply.ts";
import type { TellsOfCampaigns } from "./knowing.ts";
import { beginRuling, endRuling, isDueBy, type PendingRuling, pendingRulings } from "./pending.ts";
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
  for (const { kept } of withoutLeft(found.value, one).parts.flatMap(({ meant }) => meant)) {
    const { state, verdict, authenticity, receipt } = kept;
    if ((state !== "settling" && state !== "held") || !isDueBy(kept, until)) continue;
    await parts.ledger.rejudge(receipt, verdict, { state, dueAt: until, authenticity }, now);
  }
}

async function giveEffect(one: PendingRuling, parts: PendingParts, now: EpochMs): Promise<void> {
  const { id, by, through, takesEffectAt: at } = one;
  const { records, ledger } = parts;
  const found = await previewRuling(one, parts, now);
  // In mind nobody is silent; elsewhere it is tried again.
  if (!found.ok || !(await beginRuling(id, at, records))) return;
  const preview = withoutLeft(found.value, one);
  if (one.standing)
    await giveStandingOrders(preview, one.until ?? undefined, { by, at, through }, parts);
  await applyRuling(preview, { by, at }, ledger);
  await closeRuledAppeals(records, subjectsOf(preview), one.word, { by, at, through });
  await endRuling(id, records);
}

/** Who was left out when it was given is no part of it, whatever they look like now. */
function withoutLeft(preview: Preview, { left }: PendingRuling): Preview {
  const spared = new Set(left);
  const parts = preview.parts.map((part) => ({
    ...part,
    meant: part.meant.filter(({ kept }) => !spared.has(kept.receipt)),
  }));
  return { ...preview, parts };
}
