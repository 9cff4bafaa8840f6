// What else somebody should know who looks at a week: settings that had mail wait.

import type { ContactMode } from "../model/contact-mode.ts";
import type { Week } from "../services/week.ts";

/** Sentences. */
export function weekNotes(week: Week, contact: ContactMode): readonly string[] {
  const waited = deliveriesFor(week, "FIRST_CONTACT") + deliveriesFor(week, "WAVE_UNDER_WAY");
  if (contact === "open" && waited === 0) return [];
  const would = week.mode === "watch" ? "would have " : "";
  return [
    `Contact mode: ${contact} now. Because of it ${waited} first ` +
      `${waited === 1 ? "contact" : "contacts"} of strangers ${would}waited in this time, ` +
      "whatever their score said. breakwater contact changes it.",
  ];
}

function deliveriesFor({ held, settled }: Week, symbol: string): number {
  const told = [...held.reasons, ...settled.reasons].filter((one) => one.symbol === symbol);
  return told.reduce((sum, { deliveries }) => sum + deliveries, 0);
}
