// A ruling waits half a minute before it takes effect, and can be taken back whole until then.
//
//   given ──30 s──▶ due ──chore──▶ done, dropped
//     └──undo──▶ dropped, as if never given
//
// It stands in the ledger's file, so that it outlives a restart. Who is first to write under its
// name in `decided` decides what becomes of it: no ruling is both undone and done.

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { err, ok, type Result } from "../../base/result.ts";
import { after, type EpochMs, epochMs, second } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Hand } from "../../model/hand.ts";
import type { Receipt } from "../../model/ids.ts";
import type { KeptSummary } from "../../model/kept.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { noteAudit } from "../audit.ts";
import { recordsOf } from "../own-records.ts";
import { subjectsOf } from "./apply.ts";
import { amountOf, auditRuling } from "./audit-ruling.ts";
import type { PendingWords, Preview } from "./preview.ts";
import { sumsOf } from "./sums.ts";
import { openUntil } from "./ways.ts";

/** Long enough to see what one has done; the issue's. */
export const undoMs = 30 * second;

/** So long before a way in closes. */
const spareMs = 2 * second;

/** For what was put off, between an undo and that: a home server answers in less. */
const afterUndoMs = 5 * second;

/** At once, of all moderators. More is nobody's half minute. */
const pendingMax = 100;

/** Named singly at once; a page shows no more. */
export const receiptsMax = 500;

const campaigns = z.array(z.string().transform((text) => text as CampaignId));
const receipts = z.array(z.string().transform((text) => text as Receipt));

const shape = z.object({
  word: z.enum(["release", "refuse"]),
  cases: campaigns,
  receipts,
  late: z.boolean(),
  all: z.boolean(),
  /** Keep refusing, or never again: an order on what comes of these cases later. */
  standing: z.boolean(),
  /** When that order ends; null: by itself. */
  until: z.number().transform(epochMs).nullable().default(null),
  /** Who stood out when it was given and was not meant. */
  left: receipts,
  by: z.string(),
  through: z.enum(["desk", "command", "gate"]),
  takesEffectAt: z.number().transform(epochMs),
  sums: z.object({
    deliveries: z.number(),
    senders: z.number(),
    domains: z.number(),
    people: z.number(),
  }),
});

const pending = recordsOf("pending-ruling", shape);
/** Beside it, as it may be long: all that it was on when it was given. */
const meantThen = recordsOf("pending-meant", receipts);
const decided = recordsOf("decided-ruling", z.enum(["undone", "done"]));

export interface PendingRuling extends Readonly<z.infer<typeof shape>> {
  readonly id: string;
  readonly givenAt: EpochMs;
}

/** Why a ruling was not taken. */
export type NotGiven = "nothing is meant" | "too many at once" | "too many names";

/** Those that wait, the last first. Throws LedgerDown. */
export async function pendingRulings(records: OwnRecords): Promise<readonly PendingRuling[]> {
  const found = await pending.list(records, { limit: pendingMax });
  return found.map(({ id, at, value }) => ({ id, givenAt: at, ...value }));
}

/** Which of them is about to fall on this one. */
export function fallsOn(
  { receipt, verdict }: Pick<KeptSummary, "receipt" | "verdict">,
  all: readonly PendingRuling[],
): PendingRuling | undefined {
  const { campaign } = verdict;
  return all.find(
    ({ receipts, cases, left }) =>
      receipts.includes(receipt) ||
      (campaign !== undefined && cases.includes(campaign) && !left.includes(receipt)),
  );
}

/** As a preview asks for them. */
export function pendingWords(all: readonly PendingRuling[]): PendingWords {
  return {
    onOne: (kept) => fallsOn(kept, all) !== undefined,
    onCase: (campaign) => fallsOnCase(campaign, all) !== undefined,
  };
}

/** Which of them is about to fall on a whole case. */
export function fallsOnCase(
  campaign: CampaignId,
  all: readonly PendingRuling[],
): PendingRuling | undefined {
  return all.find(({ cases }) => cases.includes(campaign));
}

export interface GivenWith {
  /** With an order on what comes later of the cases that it is on. */
  readonly standing?: boolean | undefined;
  /** When that order ends; else by itself. */
  readonly until?: EpochMs | undefined;
}

/** On disk, with its line in the audit, once it returns. Throws LedgerDown. */
export async function giveRuling(
  preview: Preview,
  { standing = false, until }: GivenWith,
  hand: Hand,
  records: OwnRecords,
): Promise<Result<PendingRuling, NotGiven>> {
  const { asked, parts } = preview;
  const subjects = subjectsOf(preview);
  if (subjects.length === 0) return err("nothing is meant");
  if (asked.receipts.length > receiptsMax) return err("too many names");
  if ((await pending.count(records)) >= pendingMax) return err("too many at once");
  const whole = parts.flatMap(({ campaign, found, isPending }) =>
    campaign && found && !isPending ? [campaign] : [],
  );
  const { deliveries, senders, domains, people } = sumsOf(preview);
  const value: z.infer<typeof shape> = {
    ...{ word: asked.word, late: asked.late === true, all: asked.all === true, standing },
    until: until ?? null,
    cases: whole,
    receipts: meantSingly(preview),
    left: leftOf(preview),
    ...{ by: hand.by, through: hand.through, takesEffectAt: effectAt(preview, hand.at) },
    sums: { deliveries, senders, domains, people },
  };
  const id = randomUUID().slice(0, 8);
  const meant = parts.flatMap((part) => part.meant.map(({ kept }) => kept.receipt));
  await meantThen.put(records, { id, about: "", at: hand.at }, meant);
  await pending.put(records, { id, about: subjects[0] ?? "", at: hand.at }, value);
  await auditRuling(preview, hand, records);
  return ok({ id, givenAt: hand.at, ...value });
}

/** As if it had never been given. Throws LedgerDown. */
export async function undoRuling(
  id: string,
  hand: Hand,
  records: OwnRecords,
): Promise<Result<PendingRuling, NotUndone>> {
  const found = await pending.get(records, id);
  if (found === undefined) return err("unknown");
  if (!(await decided.add(records, { id, about: "", at: hand.at }, "undone")))
    return err("too late");
  const taken = await pending.take(records, id);
  await Promise.all([decided.take(records, id), meantThen.take(records, id)]);
  if (taken === undefined) return err("too late");
  const undone = { id, givenAt: taken.at, ...taken.value };
  const details = `${undone.word} of ${undone.by}, ${amountOf(undone.sums)}`;
  const line = { ...hand, did: "took back a ruling", details } as const;
  await Promise.all(namesOf(undone).map((about) => noteAudit(records, { ...line, about })));
  return ok(undone);
}

export type NotUndone = "unknown" | "too late";

/** False where it was undone; true also where it was begun and not ended. Throws LedgerDown. */
export async function beginRuling(id: string, at: EpochMs, records: OwnRecords): Promise<boolean> {
  const isFirst = await decided.add(records, { id, about: "", at }, "done");
  const wasUndone = !isFirst && (await decided.get(records, id))?.value === "undone";
  if (!wasUndone && (await pending.get(records, id)) !== undefined) return true;
  await endRuling(id, records);
  return false;
}

/** It is done, and nothing of it waits any more. Throws LedgerDown. */
export async function endRuling(id: string, records: OwnRecords): Promise<void> {
  await pending.take(records, id);
  await Promise.all([decided.take(records, id), meantThen.take(records, id)]);
}

/** What it was on when it was given: what another case brings in since was seen by nobody. */
export async function meantWhenGiven(
  { id }: Pick<PendingRuling, "id">,
  records: OwnRecords,
): Promise<ReadonlySet<Receipt>> {
  return new Set((await meantThen.get(records, id))?.value);
}

/** What it goes by in lists and in the audit. */
export function namesOf({
  cases,
  receipts,
}: Pick<PendingRuling, "cases" | "receipts">): readonly (CampaignId | Receipt)[] {
  return [...cases, ...receipts];
}

function meantSingly({ asked, parts }: Preview): Receipt[] {
  const meant = new Set(parts.flatMap((part) => part.meant.map(({ kept }) => kept.receipt)));
  return asked.receipts.filter((receipt) => meant.has(receipt));
}

/** What is too late now will be so then. */
function leftOf({ parts }: Preview): Receipt[] {
  const left = parts.flatMap((part) => (part.campaign === undefined ? [] : part.left));
  return left.filter(({ because }) => because !== "too late").map(({ receipt }) => receipt);
}

/**
 * Earlier where a way in would close meanwhile: for what is let in, and for what the machine would
 * have decided by then, which is put off (pending-chore.ts).
 */
function effectAt({ asked, parts }: Preview, at: EpochMs): EpochMs {
  const latest = after(at, undoMs);
  const ends = parts.flatMap(({ meant }) =>
    meant.map(({ kept, way }) => {
      if (asked.word === "refuse") return isDueBy(kept, latest) ? closesAt(kept, at) : undefined;
      return way === undefined ? undefined : openUntil(kept);
    }),
  );
  let first: number = latest;
  for (const end of ends) first = Math.min(first, (end ?? latest + spareMs) - spareMs);
  return epochMs(Math.max(at, first));
}

/** Whether the machine would decide by then. */
export function isDueBy({ dueAt, ruledBy, behind }: KeptSummary, moment: EpochMs): boolean {
  return ruledBy === undefined && behind === undefined && (dueAt ?? moment) < moment;
}

/** After an undo it still has to get in. */
function closesAt({ replayUntil }: KeptSummary, at: EpochMs): EpochMs | undefined {
  return replayUntil <= at ? undefined : after(replayUntil, -afterUndoMs);
}
