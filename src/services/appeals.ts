// Appeals of held senders: anybody may ask, nobody learns by it whether anything is held.
//
// An appeal is no evidence: asking costs a spammer a second of a machine. It puts what it is about
// before a moderator sooner, and releases nothing. Of one subject there is one, however often it
// is asked for, and all those of a campaign are one line.

import { hash } from "node:crypto";
import { z } from "zod";
import { after, day, type EpochMs, epochMs } from "../base/units.ts";
import { domainOf } from "../engine/text/domain.ts";
import {
  type Appeal,
  type AppealSubject,
  actorsOf,
  appealNamesOf,
  appealSubjectIn,
} from "../model/appeal.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Hand } from "../model/hand.ts";
import type { ActorId, Receipt } from "../model/ids.ts";
import type { KeptSummary } from "../model/kept.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { noteAudit } from "./audit.ts";
import { type Recorded, recordsOf } from "./own-records.ts";

/** As long as what is held is kept. */
export const appealsKeptMs = 30 * day;

/** A sentence or two. */
export const appealTextMax = 500;

/**
 * All that stand at once, and of one registrable domain: a machine that asks in masses fills no
 * more than that. What finds nothing here goes first. Chosen by us.
 */
export const appealsMax = 2000;
const ofDomainMax = 50;

/** Who was answered may ask anew after that. */
const answeredForMs = 7 * day;

/** What an appeal remembers of what it found. */
const [receiptsMax, campaignsMax] = [20, 5];

const shape = z.object({
  subject: z.string(),
  text: z.string(),
  firstAt: z.number(),
  times: z.int(),
  receipts: z.array(z.string()),
  campaigns: z.array(z.string()),
  closed: z
    .object({ by: z.string(), at: z.number().transform(epochMs), how: z.string() })
    .optional(),
});

type Written = z.infer<typeof shape>;

const appeals = recordsOf("appeal", shape);

export interface AppealStores {
  readonly records: OwnRecords;
  readonly ledger: Pick<Ledger, "of">;
}

/**
 * Whatever becomes of it, whoever asks hears nothing: it takes the same steps in every case, and
 * answers nothing. Throws LedgerDown.
 */
export async function fileAppeal(
  { records, ledger }: AppealStores,
  subject: AppealSubject,
  text: string,
  now: EpochMs,
): Promise<void> {
  await appeals.dropBefore(records, after(now, -appealsKeptMs));
  const found = await keptOf(subject, ledger);
  const id = hash("sha256", subject.names.join("\n"), "hex");
  const before = await appeals.get(records, id);
  const about = domainOf(subject.host);
  const others = await appeals.count(records, about);
  const place = { id, about, at: now };
  if (before !== undefined) {
    await appeals.put(records, place, again(before.value, found, text, now));
    return;
  }
  if (others >= ofDomainMax || !(await madeRoom(records))) return;
  await appeals.put(records, place, {
    ...{ subject: subject.text, text: text.slice(0, appealTextMax), firstAt: now, times: 1 },
    ...found,
  });
}

/** Asked anew it says what it said first; answered, it is not opened for a week. */
function again(
  before: Written,
  found: Pick<Written, "receipts" | "campaigns">,
  text: string,
  now: EpochMs,
): Written {
  const { closed } = before;
  const times = before.times + 1;
  if (closed === undefined) return { ...before, ...found, times };
  if (now - closed.at < answeredForMs) return { ...before, times };
  const { subject } = before;
  return { subject, text: text.slice(0, appealTextMax), firstAt: now, times: 1, ...found };
}

/** The oldest that found nothing gives way. False: all that stand found something. */
async function madeRoom(records: OwnRecords): Promise<boolean> {
  if ((await appeals.count(records)) < appealsMax) return true;
  const all = await appeals.list(records, { limit: appealsMax });
  const last = all.findLast(({ value }) => value.receipts.length === 0 || value.closed);
  return last !== undefined && (await appeals.take(records, last.id)) !== undefined;
}

const open: ReadonlySet<string> = new Set(["settling", "held", "rejected"]);

async function keptOf(
  subject: AppealSubject,
  ledger: Pick<Ledger, "of">,
): Promise<Pick<Written, "receipts" | "campaigns">> {
  const names = new Set(subject.names);
  const receipts = new Set<Receipt>();
  const campaigns = new Set<CampaignId>();
  for (const actor of actorsOf(subject)) {
    for (const kept of (await ledger.of(actor as ActorId)).toReversed()) {
      if (receipts.size >= receiptsMax) break;
      const isMeant = open.has(kept.state) && appealNamesOf(kept).some((one) => names.has(one));
      if (!isMeant) continue;
      receipts.add(kept.receipt);
      const { campaign } = kept.verdict;
      if (campaign !== undefined && campaigns.size < campaignsMax) campaigns.add(campaign);
    }
  }
  return { receipts: [...receipts], campaigns: [...campaigns] };
}

/** The last asked first, answered or not. Throws LedgerDown. */
export async function allAppeals(records: OwnRecords): Promise<readonly Appeal[]> {
  const found = await appeals.list(records, { limit: appealsMax });
  return found.map(appealFrom).filter((one) => one !== undefined);
}

/** Those that nobody has answered. Throws LedgerDown. */
export async function openAppeals(records: OwnRecords): Promise<readonly Appeal[]> {
  return (await allAppeals(records)).filter(({ closed }) => closed === undefined);
}

/** Which of them are about a case, or about one of these deliveries. */
export function appealsAbout(
  appealed: readonly Appeal[],
  about: {
    readonly campaign?: CampaignId | undefined;
    readonly kept: readonly Pick<
      KeptSummary,
      "receipt" | "sender" | "author" | "activityId" | "objectId"
    >[];
  },
): readonly Appeal[] {
  if (appealed.length === 0) return [];
  const receipts = new Set(about.kept.map(({ receipt }) => receipt));
  const names = new Set(about.kept.flatMap(appealNamesOf));
  return appealed.filter(
    (one) =>
      (about.campaign !== undefined && one.campaigns.includes(about.campaign)) ||
      one.receipts.some((receipt) => receipts.has(receipt)) ||
      one.subject.names.some((name) => names.has(name)),
  );
}

/** Somebody looked. Answers how many were open. Throws LedgerDown. */
export async function closeAppeals(
  records: OwnRecords,
  ids: readonly string[],
  how: string,
  hand: Hand,
): Promise<number> {
  let closed = 0;
  for (const id of ids) {
    const found = await appeals.get(records, id);
    if (found === undefined || found.value.closed !== undefined) continue;
    const value = { ...found.value, closed: { by: hand.by, at: hand.at, how } };
    await appeals.put(records, placeOf(found), value);
    const line = { ...hand, did: "answered an appeal", about: found.value.subject } as const;
    await noteAudit(records, { ...line, details: how });
    closed++;
  }
  return closed;
}

/** A ruling answers all that were about what it was on. Throws LedgerDown. */
export async function closeRuledAppeals(
  records: OwnRecords,
  subjects: readonly (CampaignId | Receipt)[],
  word: "release" | "refuse",
  hand: Hand,
): Promise<number> {
  const ruled = new Set<string>(subjects);
  const meant = (await openAppeals(records)).filter(
    ({ campaigns, receipts }) =>
      campaigns.some((one) => ruled.has(one)) || receipts.some((one) => ruled.has(one)),
  );
  const how = word === "release" ? "released" : "refused";
  return closeAppeals(
    records,
    meant.map(({ id }) => id),
    how,
    hand,
  );
}

/** Removes what was asked about what an actor sent. Answers how many. Throws LedgerDown. */
export async function forgetAppealsOf(records: OwnRecords, actor: ActorId): Promise<number> {
  const all = await allAppeals(records);
  const theirs = all.filter(({ subject }) => actorsOf(subject).includes(actor));
  for (const { id } of theirs) await appeals.take(records, id);
  return theirs.length;
}

function placeOf({ id, about, at }: Recorded<Written>) {
  return { id, about, at };
}

function appealFrom({ id, value }: Recorded<Written>): Appeal | undefined {
  const subject = appealSubjectIn(value.subject);
  if (subject === undefined) return undefined;
  const { text, firstAt, times, closed } = value;
  return {
    ...{ id, subject, text, firstAt: epochMs(firstAt), times, closed },
    receipts: value.receipts as Receipt[],
    campaigns: value.campaigns as CampaignId[],
  };
}
