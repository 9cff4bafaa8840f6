// What a subscription still has to hear, and how sending went: one record each, so that a crash
// loses nothing and repeats at most the letter that was on its way.

import { z } from "zod";
import { after, type EpochMs, epochMs, hour } from "../../base/units.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { recordsOf } from "../own-records.ts";
import { digestsApartMs } from "./daytime.ts";

const moment = z.number().transform(epochMs);
const noticeIds = z.array(z.string()).readonly();

const sendingShape = z.object({
  /** The letter's. */
  id: z.string(),
  kind: z.enum(["notices", "digest"]),
  notices: noticeIds,
  /** More than it names. */
  more: z.int(),
  at: moment,
  /** A digest's stretch. */
  since: moment.optional(),
});

/** A letter that was begun: it goes out as it is, under its id, until somebody takes it. */
export type Sending = Readonly<z.infer<typeof sendingShape>>;

const stateShape = z.object({
  /** The last notice that was looked at, by its number. */
  upTo: z.int(),
  /** Notices to be told at once, oldest first. */
  waiting: noticeIds,
  /** How many more there were than can wait by name. */
  more: z.int(),
  /** Notices for the digest, and how many more. */
  later: noticeIds,
  laterMore: z.int(),
  /** Until when the last digest told, and when it was due. */
  digestUntil: moment,
  digestDueAt: moment,
  sending: sendingShape.optional().transform((one) => one),
  /** In a row. */
  failures: z.int(),
  retryAt: moment.optional().transform((one) => one),
  /** What the other side said last, and when. */
  said: z
    .object({ at: moment, taken: z.boolean(), words: z.string() })
    .optional()
    .transform((one) => one),
});

export type SubscriptionState = Readonly<z.infer<typeof stateShape>>;

const states = recordsOf<SubscriptionState>("subscription state", stateShape);

/** Throws LedgerDown. */
export async function stateOf(
  records: OwnRecords,
  id: string,
): Promise<SubscriptionState | undefined> {
  return (await states.get(records, id))?.value;
}

/** Throws LedgerDown. */
export function putState(
  records: OwnRecords,
  id: string,
  state: SubscriptionState,
  at: EpochMs,
): Promise<void> {
  return states.put(records, { id, about: "", at }, state);
}

/** Throws LedgerDown. */
export async function dropState(records: OwnRecords, id: string): Promise<void> {
  await states.take(records, id);
}

/**
 * Who subscribes hears of what comes from then on. The first digest may follow at once, so its
 * stretch began before.
 */
export function freshState(number: number, at: EpochMs): SubscriptionState {
  const before = after(at, -digestsApartMs);
  return {
    ...{ upTo: number, waiting: [], more: 0, later: [], laterMore: 0 },
    ...{ digestUntil: before, digestDueAt: before },
    ...{ sending: undefined, failures: 0, retryAt: undefined, said: undefined },
  };
}

const toldShape = z.object({ at: z.array(moment).readonly() });
const told = recordsOf("person told", toldShape);

/**
 * Letters an hour and person, but digests. One in ten minutes is what wakes somebody and still
 * lets them work; who starts hundreds of campaigns at once must not ring anybody's phone all
 * night. Chosen by us.
 */
export const lettersAnHour = 6;

/** When somebody was told in the hour before, oldest first. Throws LedgerDown. */
export async function toldLately(
  records: OwnRecords,
  person: string,
  at: EpochMs,
): Promise<readonly EpochMs[]> {
  const all = (await told.get(records, person))?.value.at ?? [];
  return all.filter((one) => one > after(at, -hour) && one <= at);
}

/** Throws LedgerDown. */
export async function noteTold(records: OwnRecords, person: string, at: EpochMs): Promise<void> {
  const before = (await toldLately(records, person, at)).filter((one) => one !== at);
  const value = { at: [...before, at].slice(-lettersAnHour) };
  await told.put(records, { id: person, about: "", at }, value);
}
