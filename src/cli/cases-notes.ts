// `cases note` and `cases assign`: what moderators tell each other about a case.

import type { CampaignId } from "../model/campaign.ts";
import type { Hand } from "../model/hand.ts";
import type { Receipt } from "../model/ids.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { assign } from "../services/cases/assignment.ts";
import { addNote, type Note, type NotNoted, noteMax, notesOn } from "../services/cases/notes.ts";
import { campaignIn } from "../services/cases/preview.ts";
import { Complaint, type ExitCode, exitCodes } from "./exit-code.ts";
import { shortTime } from "./moment.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";

export interface NoteStores {
  readonly ledger: Pick<Ledger, "caseRecord" | "find">;
  readonly ownRecords: OwnRecords;
}

/** Without a text it lists them. Exit code 1 if there is none, or nothing goes by that name. */
export async function runNote(
  named: string,
  text: string | undefined,
  options: { readonly json?: boolean },
  { ledger, ownRecords }: NoteStores,
  hand: Hand,
  output: Output,
): Promise<ExitCode> {
  const about = await subjectNamed(named, ledger);
  if (about === undefined) return tellUnknown(named, output);
  if (text !== undefined) {
    const noted = await addNote(about, text, hand, ownRecords);
    if (typeof noted === "string") throw new Complaint(notNoted[noted]);
  }
  const notes = await notesOn(about, ownRecords);
  if (options.json) printJson(output, notes.map(noteAsJson));
  else if (text !== undefined) output.line(`Noted on ${printable(about)}.`);
  else if (notes.length === 0) output.line(`Nothing is noted on ${printable(about)}.`);
  else for (const line of noteLines(notes)) output.line(line);
  return notes.length === 0 ? exitCodes.no : exitCodes.done;
}

/** Exit code 1 if nothing goes by that name. */
export async function runAssign(
  named: string,
  { to, drop, json }: { readonly to?: string; readonly drop?: boolean; readonly json?: boolean },
  { ledger, ownRecords }: NoteStores,
  hand: Hand,
  output: Output,
): Promise<ExitCode> {
  if (drop && to !== undefined)
    throw new Complaint("--to NAME or --drop, not both: it is somebody's or nobody's.");
  const about = await subjectNamed(named, ledger);
  if (about === undefined) return tellUnknown(named, output);
  const whom = drop ? undefined : (to ?? hand.by);
  const changed = await assign(about, whom, hand, ownRecords);
  if (json) printJson(output, { about, assignedTo: whom ?? null, changed });
  else {
    const whose = whom === undefined ? "nobody" : printable(whom);
    output.line(`${printable(about)}: ${whose} looks after it${changed ? "" : " already"}.`);
  }
  return exitCodes.done;
}

/** What a case goes by now; a receipt of what is kept. */
async function subjectNamed(
  named: string,
  ledger: NoteStores["ledger"],
): Promise<CampaignId | Receipt | undefined> {
  const campaign = campaignIn(named);
  if (campaign !== undefined) return (await ledger.caseRecord(campaign))?.campaign;
  return (await ledger.find(named as Receipt))?.delivery.receipt;
}

function tellUnknown(named: string, output: Output): ExitCode {
  output.aside(`Nothing goes by ${printable(named)}; "breakwater cases list" shows what is kept.`);
  return exitCodes.no;
}

const notNoted: Readonly<Record<NotNoted, string>> = {
  "nothing is said": "a note needs some words.",
  "too long": `a note has at most ${noteMax} characters: make two of it.`,
  "too many notes": "so much is noted there already that nobody reads more.",
};

function noteLines(notes: readonly Note[]): string[] {
  return notes.flatMap(({ at, by, text }) => [
    `${shortTime(at)} UTC, ${printable(by)}:`,
    ...text.split("\n").map((line) => `  ${printable(line)}`),
  ]);
}

function noteAsJson({ at, by, through, text }: Note): object {
  return { at: new Date(at).toISOString(), by, through, text };
}
