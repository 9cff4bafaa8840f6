/**
 * Who is told what, when.
 *
 *   notice ─▶ waiting (its topic was chosen) ─▶ one letter with all that waits, at most six an
 *         │                                      hour, the last of them where there is an alarm
 *         └─▶ later (it was not)             ─▶ the digest, with what still waits
 *
 * Quiet hours hold all but what is urgent. A letter is written down before it goes out, and goes
 * under the same id until somebody takes it: a channel may be down for days, and a crash repeats
 * at most the letter that was on its way. What waits is bounded; beyond that it is counted.
 */

import { randomUUID } from "node:crypto";
import { after, type EpochMs, hour, minute } from "../../base/units.ts";
import type { Letter } from "../../model/letter.ts";
import type { Subscription } from "../../model/subscription.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Notifiers, Sent } from "../../ports/notifier.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { digestsApartMs, isQuiet, lastDigestAt } from "./daytime.ts";
import { type Digest, digestLetter, linesMax, noticesLetter } from "./letter.ts";
import { type Notice, newestNotices, noticeOf, noticesAfter, topicOf } from "./notices.ts";
import { sendTo } from "./send-to.ts";
import {
  freshState,
  lettersAnHour,
  noteTold,
  putState,
  type Sending,
  type SubscriptionState,
  stateOf,
  toldLately,
} from "./subscription-state.ts";
import { dropSubscription, type Subscribed, subscriptionsIn } from "./subscriptions.ts";

export interface OutboxParts {
  readonly records: OwnRecords;
  /** As configured by now. */
  readonly notifiers: () => Notifiers;
  /** The desk's own URL, where there is one. */
  readonly desk: () => string | undefined;
  readonly digest: (since: EpochMs, until: EpochMs) => Promise<Digest>;
  readonly clock: Pick<Clock, "now">;
  readonly warn: (fields: object, sentence: string) => void;
}

/** Looks for what is to be told, and tells it. Throws LedgerDown. */
export type Outbox = () => Promise<void>;

/** By name; what is beyond is counted. A letter names a dozen. Chosen by us. */
const waitingMax = 100;

/** Of one look at what is new: many times what a round can bring. */
const noticesMax = 500;

/** Letters on their way at once. Chosen by us. */
const atOnce = 8;

/** Between two tries of one letter; doubled each time. */
const [firstRetryMs, longestRetryMs] = [minute, hour];

export function makeOutbox(parts: OutboxParts): Outbox {
  const { records, clock } = parts;

  return async () => {
    const at = clock.now();
    const all = await subscriptionsIn(records);
    if (all.length === 0) return;
    const [newest] = await newestNotices(records, 1);
    const states = new Map<string, SubscriptionState>();
    for (const one of all)
      states.set(one.id, (await stateOf(records, one.id)) ?? freshState(one.number, one.at));
    const seen = Math.min(...[...states.values()].map(({ upTo }) => upTo));
    const fresh =
      newest === undefined || newest.number <= seen
        ? []
        : await noticesAfter(records, seen, noticesMax);
    const digests = makeDigests(parts, at);
    for (let i = 0; i < all.length; i += atOnce) {
      const some = all.slice(i, i + atOnce);
      await Promise.all(
        some.map((one) => {
          const state = states.get(one.id) ?? freshState(one.number, one.at);
          return tellOne(one, state, fresh, digests, at, parts);
        }),
      );
    }
  };
}

type Digests = (since: EpochMs) => Promise<Digest>;

/** Those who are told at the same time share the counting. */
function makeDigests({ digest }: OutboxParts, at: EpochMs): Digests {
  const made = new Map<EpochMs, Promise<Digest>>();
  return (since) => {
    const found = made.get(since) ?? digest(since, at);
    made.set(since, found);
    return found;
  };
}

async function tellOne(
  subscribed: Subscribed,
  before: SubscriptionState,
  fresh: readonly Notice[],
  digests: Digests,
  at: EpochMs,
  parts: OutboxParts,
): Promise<void> {
  const { id, value } = subscribed;
  const { records } = parts;
  const taken = takeUp(before, value, fresh);
  const state = await withLetter(taken, subscribed, digests, at, parts);
  if (state !== before) await putState(records, id, state, at);
  const { sending, retryAt } = state;
  if (sending === undefined || (retryAt !== undefined && retryAt > at)) return;
  const letter = await letterOf(sending, value, digests, parts);
  const sent = await sendTo(value.to, letter, parts.notifiers());
  await noteSent(sent, subscribed, state, sending, at, parts);
}

function takeUp(
  state: SubscriptionState,
  { what, digestAt }: Subscription,
  fresh: readonly Notice[],
): SubscriptionState {
  const news = fresh.filter(({ number }) => number > state.upTo);
  const last = news.at(-1);
  if (last === undefined) return state;
  const chosen = news.filter(({ value }) => what.includes(topicOf(value)));
  const rest = digestAt.length === 0 ? [] : news.filter((one) => !chosen.includes(one));
  const waiting = bounded(inLine(state.waiting, chosen));
  const later = bounded([...state.later, ...rest.map(({ id }) => id)]);
  return {
    ...{ ...state, upTo: last.number, waiting: waiting.kept, later: later.kept },
    more: state.more + waiting.left,
    laterMore: state.laterMore + later.left,
  };
}

/** Where more waits than a letter names, alarms go first: waves must not push them out. */
function inLine(waiting: readonly string[], chosen: readonly Notice[]): readonly string[] {
  const isLong = waiting.length + chosen.length > linesMax;
  const isFirst = ({ value }: Notice): boolean => isLong && topicOf(value) === "alarm";
  const ids = (some: readonly Notice[]) => some.map(({ id }) => id);
  const others = chosen.filter((one) => !isFirst(one));
  return [...ids(chosen.filter(isFirst)), ...waiting, ...ids(others)];
}

/** The first stay: what an hour of hundreds began with tells what it is. */
function bounded(ids: readonly string[]) {
  return { kept: ids.slice(0, waitingMax), left: Math.max(0, ids.length - waitingMax) };
}

/** With a letter begun, where it is time for one and none is on its way. */
async function withLetter(
  state: SubscriptionState,
  { value }: Subscribed,
  digests: Digests,
  at: EpochMs,
  parts: OutboxParts,
): Promise<SubscriptionState> {
  if (state.sending !== undefined) return state;
  const due = lastDigestAt(value, at);
  if (due !== undefined && due - state.digestDueAt >= digestsApartMs)
    return { ...withDigest(state, await digests(state.digestUntil), at), digestDueAt: due };
  const quiet = isQuiet(value, at);
  const notices = quiet ? await urgentOf(state.waiting, value, parts.records) : state.waiting;
  const more = quiet ? 0 : state.more;
  if (notices.length + more === 0) return state;
  const lately = await toldLately(parts.records, value.by, at);
  // At the same moment, over another channel, it is no other letter.
  const left = lately.includes(at) ? lettersAnHour : lettersAnHour - lately.length;
  if (left <= 0 || (left === 1 && !(await isAlarmed(notices, parts.records)))) return state;
  const waiting = state.waiting.filter((one) => !notices.includes(one));
  const sending = { id: newLetterId(), kind: "notices", notices, more, at } as const;
  return { ...state, waiting, more: state.more - more, sending };
}

/** A day with nothing in it needs no letter. */
function withDigest(state: SubscriptionState, digest: Digest, at: EpochMs): SubscriptionState {
  const { waiting, more, later, laterMore } = state;
  const notices = [...waiting, ...later];
  const all = more + laterMore;
  const { settled, held, flagged, expired } = digest;
  const happened = settled + held + flagged + expired;
  if (notices.length + all + happened + digest.waiting === 0) return { ...state, digestUntil: at };
  const sending = { id: newLetterId(), kind: "digest", notices, more: all, at } as const;
  return {
    ...{ ...state, waiting: [], more: 0, later: [], laterMore: 0, digestUntil: at },
    sending: { ...sending, since: state.digestUntil },
  };
}

async function urgentOf(
  ids: readonly string[],
  { urgent }: Subscription,
  records: OwnRecords,
): Promise<readonly string[]> {
  if (urgent.length === 0 || ids.length === 0) return [];
  const notices = await noticesOf(ids, records);
  return notices.filter(({ value }) => urgent.includes(topicOf(value))).map(({ id }) => id);
}

/** The hour's last letter is theirs: who starts waves must not be able to silence them. */
async function isAlarmed(ids: readonly string[], records: OwnRecords): Promise<boolean> {
  return (await noticesOf(ids, records)).some(({ value }) => topicOf(value) === "alarm");
}

async function noticesOf(ids: readonly string[], records: OwnRecords): Promise<readonly Notice[]> {
  const found = await Promise.all(ids.map((id) => noticeOf(records, id)));
  return found.filter((one) => one !== undefined);
}

async function letterOf(
  { id, kind, notices, more, since }: Sending,
  value: Subscription,
  digests: Digests,
  { records, desk }: OutboxParts,
): Promise<Letter> {
  const found = await noticesOf(notices, records);
  if (kind === "notices" || since === undefined)
    return noticesLetter(id, found, more, value, desk());
  return digestLetter(id, await digests(since), found, more, value, desk());
}

async function noteSent(
  sent: Sent,
  { id, value }: Subscribed,
  state: SubscriptionState,
  sending: Sending,
  at: EpochMs,
  { records, warn }: OutboxParts,
): Promise<void> {
  const about = { subscription: id, channel: value.to.channel };
  if (sent.kind === "gone") {
    warn({ ...about, because: sent.because }, "whom notices went to is gone: unsubscribed");
    await dropSubscription(records, id, { by: "gate", at, through: "gate" });
    return;
  }
  if (sent.kind === "failed") {
    const failures = state.failures + 1;
    const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures - 1, 16));
    const said = { at, taken: false, words: sent.because };
    if (failures === 1) warn({ ...about, because: sent.because }, "a notice could not be sent");
    await putState(records, id, { ...state, failures, retryAt: after(at, wait), said }, at);
    return;
  }
  const said = { at, taken: true, words: sent.answer };
  const done = { ...state, sending: undefined, failures: 0, retryAt: undefined, said };
  await putState(records, id, done, at);
  if (sending.kind === "notices") await noteTold(records, value.by, at);
}

/** As many letters as a push service takes for the name of one (RFC 8030, section 5.4). */
export function newLetterId(): string {
  return randomUUID().replaceAll("-", "");
}
