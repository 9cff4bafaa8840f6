// What else somebody should know who looks at a week: settings that had mail wait.

import type { ContactMode } from "../model/contact-mode.ts";
import type { NeglectedHost } from "../services/host-ladder.ts";
import type { Week } from "../services/week.ts";
import { neglectedInLine, suggested, suggestionFor } from "./neglect-words.ts";

/** Sentences. */
export function weekNotes(
  week: Week,
  contact: ContactMode,
  hosts: readonly NeglectedHost[],
): readonly string[] {
  return [...contactNotes(week, contact), ...hostNotes(hosts)];
}

function hostNotes(hosts: readonly NeglectedHost[]): readonly string[] {
  const others = hosts.filter(({ rung }) => rung !== "suggested");
  const line = neglectedInLine(others);
  const told = suggested(hosts).slice(0, suggestionsMax).map(suggestionFor);
  return line === undefined ? told : [...told, `On the ladder: ${line}.`];
}

/** Whoever has more of them reads the log. */
const suggestionsMax = 5;

function contactNotes(week: Week, contact: ContactMode): readonly string[] {
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
