// Rulings that wait for their half minute, and `cases undo`, which takes one back.

import { amount } from "../base/amount.ts";
import { type EpochMs, isoTime } from "../base/units.ts";
import type { Hand } from "../model/hand.ts";
import type { Receipt } from "../model/ids.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import {
  namesOf,
  type PendingRuling,
  pendingRulings,
  undoRuling,
} from "../services/cases/pending.ts";
import { campaignIn } from "../services/cases/preview.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import type { CommonOptions } from "./frame.ts";
import { type Output, printJson } from "./output.ts";
import { printable } from "./printable.ts";

export interface UndoStores {
  readonly ledger: Pick<Ledger, "caseRecord" | "ofCase" | "find">;
  readonly ownRecords: OwnRecords;
}

/** What stands below the list. */
export function pendingLines(all: readonly PendingRuling[]): string[] {
  return all.map((one) => {
    const { by, takesEffectAt } = one;
    return (
      `${whatOf(one)} by ${printable(by)} takes effect at ${clockTime(takesEffectAt)} UTC; ` +
      `"breakwater cases undo ${printable(nameOf(one))}" takes it back.`
    );
  });
}

/** What the one who gave it hears. */
export function givenLine(one: PendingRuling): string {
  return (
    `Takes effect at ${clockTime(one.takesEffectAt)} UTC, where a gate runs; ` +
    `"breakwater cases undo ${printable(nameOf(one))}" takes it back until then.`
  );
}

/** Exit code 1 if nothing was taken back. */
export async function runUndo(
  named: string | undefined,
  options: CommonOptions,
  { ledger, ownRecords }: UndoStores,
  hand: Hand,
  output: Output,
): Promise<ExitCode> {
  const all = await pendingRulings(ownRecords);
  const found = await meantBy(named, all, hand, ledger);
  const undone = found && (await undoRuling(found.id, hand, ownRecords));
  const taken = undone?.ok ? undone.value : undefined;
  if (options.json) printJson(output, { undone: taken === undefined ? null : asJson(taken) });
  else if (taken !== undefined) output.line(`Taken back: ${whatOf(taken)}, as if never given.`);
  else if (named === undefined) output.line("No ruling of yours waits that could be taken back.");
  else for (const line of await afterwards(named, ledger)) output.line(line);
  return taken === undefined ? exitCodes.no : exitCodes.done;
}

/** By any name that it was given for, or by its own. */
async function meantBy(
  named: string | undefined,
  all: readonly PendingRuling[],
  { by }: Hand,
  ledger: UndoStores["ledger"],
): Promise<PendingRuling | undefined> {
  if (named === undefined) return all.find((one) => one.by === by);
  const campaign = campaignIn(named);
  const record = campaign && (await ledger.caseRecord(campaign));
  const names = [named, record?.campaign];
  return all.find((one) => one.id === named || namesOf(one).some((name) => names.includes(name)));
}

/** What is left to be done once a ruling took effect. */
async function afterwards(named: string, ledger: UndoStores["ledger"]): Promise<string[]> {
  const name = printable(named);
  const none = `${name}: no ruling waits that could be taken back.`;
  const refused = await refusedUnder(named, ledger);
  if (refused === 0) return [none, "What was let in can't be unsent."];
  const what = amount(refused, "refused delivery is", "refused deliveries are");
  return [none, `${what} still here: "breakwater cases release ${name}" lets them in after all.`];
}

async function refusedUnder(named: string, ledger: UndoStores["ledger"]): Promise<number> {
  const campaign = campaignIn(named);
  if (campaign === undefined) {
    const kept = await ledger.find(named as Receipt);
    return Number(kept?.state === "rejected" && kept.delivery.body.length > 0);
  }
  const record = await ledger.caseRecord(campaign);
  const all = record && (await ledger.ofCase(record.campaign, ["rejected"], refusedMax));
  return all?.filter(({ bytes }) => bytes > 0).length ?? 0;
}

const refusedMax = 20_000;

function whatOf({ word, sums, ...one }: PendingRuling): string {
  const names = namesOf(one);
  const more = names.length > 1 ? ` and ${names.length - 1} more` : "";
  const what = `${word} of ${printable(names[0] ?? "nothing")}${more}`;
  return `${what} (${amount(sums.deliveries, "delivery", "deliveries")})`;
}

function nameOf(one: PendingRuling): string {
  return namesOf(one)[0] ?? one.id;
}

function clockTime(at: EpochMs): string {
  return isoTime(at).slice(11, 19);
}

function asJson({ id, word, cases, receipts, by, givenAt, sums }: PendingRuling): object {
  return { id, word, cases, receipts, by, givenAt: isoTime(givenAt), ...sums };
}
