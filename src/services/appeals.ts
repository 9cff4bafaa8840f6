// Appeals of held senders: anybody may ask, nobody learns by it whether anything is held.
//
// An appeal is no evidence: asking costs a spammer a second of a machine. It puts what it is about
// before a moderator sooner, and releases nothing. Of one subject there is one, however often it
// is asked for, and all those of a campaign are one line.

import { hash } from "node:crypto";
import { z } from "zod";
import { after, day, type EpochMs, epochMs, second } from "../base/units.ts";
import { domainOf } from "../engine/text/domain.ts";
import {
  type Appeal,
  type AppealSubject,
  appealNamesOf,
  appealSubjectIn,
  handleOf,
  isOfActor,
} from "../model/appeal.ts";
import type { CampaignId } from "../model/campaign.ts";
import type { Hand } from "../model/hand.ts";
import { type ActorId, hostOf, type Receipt } from "../model/ids.ts";
import type { KeptSummary } from "../model/kept.ts";
import { parseActor } from "../model/parse.ts";
import type { Documents } from "../ports/documents.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { noteAudit } from "./audit.ts";
import type { Glimpse, HeldLately } from "./held-lately.ts";
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
  /** Somebody has looked what of it is kept. */
  sorted: z.boolean(),
  receipts: z.array(z.string()),
  campaigns: z.array(z.string()),
  closed: z
    .object({ by: z.string(), at: z.number().transform(epochMs), how: z.string() })
    .optional(),
});

type Written = z.infer<typeof shape>;

const appeals = recordsOf("appeal", shape);

/** What of it is kept, where whoever files it knows that. */
type Found = Pick<Written, "receipts" | "campaigns" | "sorted">;

/**
 * Whatever becomes of it, whoever asks hears nothing: what is kept is not looked at here, so that
 * no answer comes sooner or later for it. `sortAppeals` does that afterwards. Throws LedgerDown.
 */
export async function fileAppeal(
  records: OwnRecords,
  subject: AppealSubject,
  text: string,
  now: EpochMs,
  found: Found = { receipts: [], campaigns: [], sorted: false },
): Promise<void> {
  await appeals.dropBefore(records, after(now, -appealsKeptMs));
  const id = hash("sha256", subject.names.join("\n"), "hex");
  const about = domainOf(subject.host);
  const place = { id, about, at: now };
  const fresh = {
    ...{ subject: subject.text, text: text.slice(0, appealTextMax), firstAt: now, times: 1 },
    ...found,
  };
  const before = await appeals.get(records, id);
  if (before !== undefined) {
    await appeals.put(records, place, again(before.value, fresh, now));
    return;
  }
  const isRoom =
    (await madeRoom(records, ofDomainMax, about)) && (await madeRoom(records, appealsMax));
  if (!isRoom) return;
  await appeals.put(records, place, fresh);
}

/**
 * Asked anew it says what it said first; answered, it is not opened for a week. What found nothing
 * is looked for again, and takes the later words: else whoever asks first, for somebody else and
 * before anything is held, would have silenced them.
 */
function again(before: Written, fresh: Written, now: EpochMs): Written {
  const { closed } = before;
  if (closed !== undefined && now - closed.at >= answeredForMs) return fresh;
  if (closed === undefined && foundNothing(before)) return { ...fresh, times: before.times + 1 };
  const { receipts, campaigns, sorted } = fresh;
  const found = sorted ? { receipts, campaigns, sorted } : {};
  return { ...before, ...found, times: before.times + 1 };
}

/**
 * The oldest that found nothing gives way, of a domain as well: anybody may fill up one that is
 * not theirs with names. False: all that stand found something.
 */
async function madeRoom(records: OwnRecords, most: number, about?: string): Promise<boolean> {
  if ((await appeals.count(records, about)) < most) return true;
  const all = await appeals.list(records, { about, limit: most });
  const last = all.findLast(({ value }) => value.closed !== undefined || foundNothing(value));
  return last !== undefined && (await appeals.take(records, last.id)) !== undefined;
}

function foundNothing({ sorted, receipts }: Written): boolean {
  return sorted && receipts.length === 0;
}

export const appealsSortedEveryMs = 20 * second;

/** Accounts of one host whose profiles are looked into for a handle. */
const profilesMax = 50;

export interface SortingParts {
  readonly records: OwnRecords;
  readonly held: Pick<HeldLately, "read">;
  readonly documents: Pick<Documents, "get">;
}

/** Finds what new appeals are about, beside whatever strangers are told. Throws LedgerDown. */
export async function sortAppeals({ records, held, documents }: SortingParts): Promise<void> {
  const all = await appeals.list(records, { limit: appealsMax });
  const unsorted = all.filter(({ value }) => !value.sorted);
  if (unsorted.length === 0) return;
  const glimpses = await held.read();
  const pairs = glimpses.flatMap((one) => appealNamesOf(one).map((name) => ({ name, one })));
  const byName = Map.groupBy(pairs, ({ name }) => name);
  for (const one of unsorted.toReversed()) {
    const subject = appealSubjectIn(one.value.subject);
    const named =
      subject?.names.flatMap((name) => byName.get(name)?.map((pair) => pair.one) ?? []) ?? [];
    const found =
      named.length > 0 || subject === undefined
        ? named
        : await byProfile(subject, glimpses, documents);
    await appeals.put(records, placeOf(one), { ...one.value, ...foundOf(found) });
  }
}

/** Where an account's id does not show its handle, its profile does: as far as it is here. */
async function byProfile(
  { names, host }: AppealSubject,
  glimpses: readonly Glimpse[],
  documents: Pick<Documents, "get">,
): Promise<readonly Glimpse[]> {
  const there = glimpses.filter(({ sender }) => hostOf(sender) === host);
  const senders = [...new Set(there.map(({ sender }) => sender))].slice(0, profilesMax);
  for (const sender of senders) {
    const profile = (await documents.get(sender))?.outcome;
    if (profile?.kind !== "found") continue;
    const actor = parseActor(profile.body);
    if (!actor.ok || actor.value.username === undefined) continue;
    const handle = handleOf(actor.value.username, host);
    if (names.includes(handle)) return there.filter((one) => one.sender === sender);
  }
  return [];
}

function foundOf(glimpses: readonly Glimpse[]): Found {
  const receipts = new Set(glimpses.map(({ receipt }) => receipt));
  const campaigns = new Set(glimpses.flatMap(({ campaign }) => campaign ?? []));
  return {
    receipts: [...receipts].slice(0, receiptsMax),
    campaigns: [...campaigns].slice(0, campaignsMax),
    sorted: true,
  };
}

/** Of one who knows what it is about. */
export function foundIn({ receipt, campaign }: Pick<Glimpse, "receipt" | "campaign">): Found {
  const campaigns = campaign === undefined ? [] : [campaign];
  return { receipts: [receipt], campaigns, sorted: true };
}

/** The last asked first, answered or not. Throws LedgerDown. */
export async function allAppeals(records: OwnRecords): Promise<readonly Appeal[]> {
  const found = await appeals.list(records, { limit: appealsMax });
  return found.map(appealFrom).filter((one) => one !== undefined);
}

/** Grows with each that is filed, asked anew or answered; 0: none stands. Throws LedgerDown. */
export async function newestAppealNumber(records: OwnRecords): Promise<number> {
  return (await appeals.list(records, { limit: 1 }))[0]?.number ?? 0;
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
  const theirs = all.filter(({ subject }) => isOfActor(subject, actor));
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
