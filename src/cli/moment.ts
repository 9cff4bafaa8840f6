// When something ends, as an admin writes it: in a while, or on a day.

import { parseDuration } from "../base/quantity.ts";
import { after, day, type EpochMs, isoTime, parseTime } from "../base/units.ts";
import { Complaint } from "./exit-code.ts";
import { printable } from "./printable.ts";

/** "30d", "2026-12-24" (that day's end, UTC) or "2026-12-24T18:00:00Z"; must lie ahead. */
export function momentAhead(text: string, now: EpochMs): EpochMs {
  const ms = parseDuration(text);
  const moment = ms === undefined ? momentOf(text) : after(now, ms);
  if (moment === undefined)
    throw new Complaint(
      `"${printable(text)}" is no time: write a while such as 30d, or a day such as 2026-12-24.`,
    );
  if (moment <= now) throw new Complaint(`"${printable(text)}" has passed: name a moment ahead.`);
  return moment;
}

/** "2026-12-24 18:00", UTC: what tables have room for. */
export function shortTime(moment: EpochMs): string {
  return isoTime(moment).slice(0, 16).replace("T", " ");
}

function momentOf(text: string): EpochMs | undefined {
  if (!/^\d{4}-\d\d-\d\d(?:T.+)?$/.test(text)) return undefined;
  const moment = parseTime(text);
  return moment === undefined || text.includes("T") ? moment : after(moment, day);
}
