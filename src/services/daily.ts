// One line a day in the log: what yesterday was like.

import { after, day, type EpochMs, minute, startOf } from "../base/units.ts";
import type { Clock } from "../ports/clock.ts";
import { type Group, type Week, type WeekParts, weekOf } from "./week.ts";

export interface DailyParts extends Omit<WeekParts, "mode"> {
  readonly mode: () => WeekParts["mode"];
  readonly clock: Pick<Clock, "now">;
  readonly say: (fields: object, sentence: string) => void;
}

/** Chosen by us: the line comes within this of the day's end (UTC). */
export const dailyLookMs = 10 * minute;

/**
 * Answers a function to be called now and then: it says its line once a day, for the day (UTC)
 * that has ended since it was called last. A day that ended while the gate was down has no line;
 * `breakwater week` has it. Throws LedgerDown, and says it the next time.
 */
export function makeDaily(parts: DailyParts): () => Promise<void> {
  const today = (): EpochMs => startOf(day, parts.clock.now());
  let told = today();
  return async () => {
    const until = today();
    if (until <= told) return;
    const week = await weekOf(
      { since: after(until, -day), until },
      { ...parts, mode: parts.mode() },
    );
    told = until;
    parts.say(fieldsOf(week), sentenceOf(week));
  };
}

function sentenceOf({ mode, contacts, settled, held }: Week): string {
  const [waited, kept] =
    mode === "watch" ? ["would have waited", "would have been held"] : ["waited", "were held"];
  const counts = `${settled.deliveries} ${waited}, ${held.deliveries} ${kept}`;
  return `yesterday: ${contacts} contacts, ${counts}`;
}

function fieldsOf(week: Week): object {
  const { since, mode, contacts, judged, settled, held, rejected, delays, disturbed } = week;
  return {
    day: new Date(since).toISOString().slice(0, 10),
    mode,
    contacts,
    judged,
    settled: settled.deliveries,
    held: held.deliveries,
    rejected: rejected.deliveries,
    because: reasonsOf(held),
    ended: held.fates.ended + settled.fates.ended,
    disturbed: disturbed.length,
    waitedMinutes: Math.round(delays.medianMs / minute),
  };
}

const reasonsShown = 3;

function reasonsOf({ reasons }: Group): string {
  return reasons
    .slice(0, reasonsShown)
    .map(({ symbol, deliveries }) => `${symbol} ${deliveries}`)
    .join(", ");
}
