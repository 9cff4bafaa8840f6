// Whether it is time for guard, in the words of an admin who has watched for a week.

import { day } from "../base/units.ts";
import type { Mode } from "../model/mode.ts";
import type { Week } from "./week.ts";

export interface Advice {
  readonly guard: "now" | "not yet" | "already";
  /** Sentences. */
  readonly because: string;
}

/**
 * Chosen by us: weekdays and weekends differ, and a wave may come on any of them. Half a day less
 * than a week, for whoever looks on the seventh day.
 */
const watchedMs = 6.5 * day;

/** `budget`: of contacts, how many with a record of ham may be held. */
export function adviceOn(week: Week, mode: Mode, budget: number): Advice {
  if (mode === "guard") return { guard: "already", because: "Verdicts are acted on already." };
  const { firstAt, until, contacts } = week;
  if (firstAt === undefined || contacts === 0)
    return {
      guard: "not yet",
      because:
        "No contact was seen yet: does your web server send mail to the gate? " +
        "breakwater doctor looks.",
    };
  const watched = until - firstAt;
  if (watched < watchedMs) {
    const days = Math.floor(watched / day);
    const so = days === 0 ? "less than a day" : days === 1 ? "one day" : `${days} days`;
    const because = `It has watched for ${so}. Let it see a whole week first.`;
    return { guard: "not yet", because };
  }
  const hamHeld = week.disturbed.filter(({ action }) => action !== "settle").length;
  if (hamHeld > contacts * budget) {
    const who = hamHeld === 1 ? "one sender" : `${hamHeld} senders`;
    const because =
      `It would have held mail of ${who} with a record of ham. Look at them above, and allow ` +
      "those who are welcome (breakwater allow ACTOR).";
    return { guard: "not yet", because };
  }
  return { guard: "now", because: "Nothing speaks against it." };
}
