// What moderators write to each other about a case or a single delivery: plain text, kept with who
// wrote it and when.

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { after, day, type EpochMs } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Hand, Through } from "../../model/hand.ts";
import type { Receipt } from "../../model/ids.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { noteAudit } from "../audit.ts";
import { recordsOf } from "../own-records.ts";

const notes = recordsOf(
  "case-note",
  z.object({ text: z.string(), by: z.string(), through: z.enum(["desk", "command", "gate"]) }),
);

/** A long paragraph, and more of them than anybody reads. Chosen by us. */
export const noteMax = 2000;
export const notesOfOneMax = 100;

/** As long as anybody may come back to a case. Chosen by us. */
export const notesKeptMs = 180 * day;

export interface Note {
  readonly text: string;
  readonly by: string;
  readonly through: Through;
  readonly at: EpochMs;
}

export type NotNoted = "nothing is said" | "too long" | "too many notes";

type Subject = CampaignId | Receipt;

/** On disk once it returns; what is not answered with a word was noted. Throws LedgerDown. */
export async function addNote(
  about: Subject,
  said: string,
  hand: Hand,
  records: OwnRecords,
): Promise<Note | NotNoted> {
  const text = plain(said);
  if (text === "") return "nothing is said";
  if (text.length > noteMax) return "too long";
  await notes.dropBefore(records, after(hand.at, -notesKeptMs));
  if ((await notes.count(records, about)) >= notesOfOneMax) return "too many notes";
  const { by, through, at } = hand;
  await notes.put(records, { id: randomUUID(), about, at }, { text, by, through });
  await noteAudit(records, { ...hand, did: "noted", about, details: text.slice(0, 200) });
  return { text, by, through, at };
}

/** The last first. Throws LedgerDown. */
export async function notesOn(about: Subject, records: OwnRecords): Promise<readonly Note[]> {
  const found = await notes.list(records, { about, limit: notesOfOneMax });
  return found.map(({ at, value }) => ({ at, ...value }));
}

export async function countNotesOn(about: Subject, records: OwnRecords): Promise<number> {
  return notes.count(records, about);
}

/** What was noted on one case is on another from now on. */
export async function moveNotes(was: CampaignId, is: CampaignId, records: OwnRecords) {
  const found = await notes.list(records, { about: was, limit: notesOfOneMax });
  for (const { id, at, value } of [...found].reverse())
    await notes.put(records, { id, about: is, at }, value);
}

/** Lines stay; what else steers a screen goes. */
function plain(said: string): string {
  return said
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}\p{Cf}]/gu, (one) => (one === "\n" ? one : ""))
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
