// How long the house keeps its own records, whoever reads or writes them, and what goes with an
// actor.

import { after, day, type EpochMs } from "../base/units.ts";
import type { ActorId } from "../model/ids.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { endedKeptMs } from "./admin-rules.ts";
import { appealsKeptMs, forgetAppealsOf } from "./appeals.ts";
import { auditKeptMs } from "./audit.ts";
import { notesKeptMs } from "./cases/notes.ts";
import { forgetCopiesOf } from "./cases/orders.ts";
import { forgetNoticesOf, noticesKeptMs } from "./notify/notices.ts";
import { toldKeptMs } from "./notify/watch-waves.ts";
import { sessionLastsMs } from "./sessions.ts";

/** Kinds that stand for a time; others stand until somebody ends them. */
const lasting: readonly (readonly [kind: string, keptMs: number])[] = [
  ["appeal", appealsKeptMs],
  ["assignment", notesKeptMs],
  ["audit", auditKeptMs],
  ["case-note", notesKeptMs],
  ["decided-ruling", day],
  ["notice", noticesKeptMs],
  ["pending-meant", day],
  ["rule-ended", endedKeptMs],
  // Of rules that have met nothing for so long, which are those that ended.
  ["rule-hits", endedKeptMs],
  ["session", sessionLastsMs],
  ["wave told", toldKeptMs],
];

/** Removes what has stood its time. Answers how many. Throws LedgerDown. */
export async function expireRecords(records: OwnRecords, now: EpochMs): Promise<number> {
  let gone = 0;
  for (const [kind, keptMs] of lasting)
    gone += await records.dropRecordsBefore(kind, after(now, -keptMs));
  return gone;
}

/**
 * Removes what was kept of an actor for moderators: copies that orders go by, and appeals. What
 * moderators did and wrote stays, under its own names. Answers how many. Throws LedgerDown.
 */
export async function forgetInRecords(records: OwnRecords, actor: ActorId): Promise<number> {
  await forgetNoticesOf(records, actor);
  return (await forgetCopiesOf(records, actor)) + (await forgetAppealsOf(records, actor));
}
