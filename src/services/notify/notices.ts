// What there was to tell, each thing once: told to whom and how is for the outbox.

import { z } from "zod";
import { day, type EpochMs, epochMs } from "../../base/units.ts";
import { appealSubjectIn, isOfActor } from "../../model/appeal.ts";
import type { ActorId } from "../../model/ids.ts";
import { neglectRungs } from "../../model/neglect.ts";
import type { Topic } from "../../model/subscription.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { type Recorded, recordsOf } from "../own-records.ts";

const moment = z.number().transform(epochMs);
const campaign = z.string();
const held = z.int();

/** No word of any post, and of names only what a moderator needs to find the page. */
const occasionShape = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("wave"),
    ...{ campaign, held },
    domains: z.int(),
    recipients: z.int(),
    /** When the home server first takes one less. */
    until: moment.optional(),
  }),
  z.object({ kind: z.literal("wave grew"), campaign, held, before: held, domains: z.int() }),
  z.object({ kind: z.literal("wave undecided"), campaign, held, until: moment }),
  z.object({ kind: z.literal("wave expires"), campaign, held, until: moment }),
  z.object({ kind: z.literal("appeal"), sender: z.string(), about: z.string() }),
  z.object({
    kind: z.literal("host"),
    domain: z.string(),
    rung: z.enum(neglectRungs),
    spammers: z.int(),
    days: z.int(),
  }),
  z.object({ kind: z.literal("tuning alarm") }),
  z.object({ kind: z.literal("ledger failed"), times: z.int() }),
  z.object({
    kind: z.literal("disk nearly full"),
    freeBytes: z.number(),
    reserveBytes: z.number(),
  }),
  z.object({ kind: z.literal("nearly all kept"), kept: z.int(), most: z.int() }),
  z.object({ kind: z.literal("home server down"), since: moment }),
]);

export type Occasion = Readonly<z.infer<typeof occasionShape>>;

/** A notice as it lies in the ledger: `id` is what it is about, so that it is told once. */
export type Notice = Recorded<Occasion>;

const notices = recordsOf("notice", occasionShape);

/** What a week away leaves to be read up, and more; chosen by us. */
export const noticesKeptMs = 40 * day;

/**
 * There is something to tell. On disk once it returns; false where the same was noted before, by
 * whatever process, within 40 days. Throws LedgerDown.
 */
export function noteNotice(
  records: OwnRecords,
  id: string,
  occasion: Occasion,
  at: EpochMs,
): Promise<boolean> {
  return notices.add(records, { id, about: topicOf(occasion), at }, occasion);
}

/** Newer than this number, oldest first, at most so many: the newest. Throws LedgerDown. */
export async function noticesAfter(
  records: OwnRecords,
  number: number,
  limit: number,
): Promise<readonly Notice[]> {
  const newest = await notices.list(records, { limit });
  return newest.filter((one) => one.number > number).toReversed();
}

/** Undefined: it is forgotten by now. Throws LedgerDown. */
export function noticeOf(records: OwnRecords, id: string): Promise<Notice | undefined> {
  return notices.get(records, id);
}

/** The newest first. Throws LedgerDown. */
export function newestNotices(records: OwnRecords, limit: number): Promise<readonly Notice[]> {
  return notices.list(records, { limit });
}

/** Removes those that name an actor who appealed. Answers how many. Throws LedgerDown. */
export async function forgetNoticesOf(records: OwnRecords, actor: ActorId): Promise<number> {
  const appeals = await notices.list(records, { about: "appeal", limit: appealsMax });
  const theirs = appeals.filter(({ value }) => isBy(actor, value));
  for (const { id } of theirs) await notices.take(records, id);
  return theirs.length;
}

/** More are noted in no 40 days: a watch notes twenty an hour at most. */
const appealsMax = 20_000;

function isBy(actor: ActorId, occasion: Occasion): boolean {
  const subject = occasion.kind === "appeal" ? appealSubjectIn(occasion.sender) : undefined;
  return subject !== undefined && isOfActor(subject, actor);
}

export function topicOf({ kind }: Occasion): Topic {
  switch (kind) {
    case "wave":
    case "wave grew":
    case "wave undecided":
    case "wave expires":
      return "wave";
    case "appeal":
    case "host":
      return kind;
    case "tuning alarm":
    case "ledger failed":
    case "disk nearly full":
    case "nearly all kept":
    case "home server down":
      return "alarm";
  }
}
