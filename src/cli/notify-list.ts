// What `notify list` shows of one subscription: what is wanted, and how sending goes.

import type { EpochMs } from "../base/units.ts";
import { isoTime } from "../base/units.ts";
import type { OwnRecords } from "../ports/own-records.ts";
import { shownMinutes } from "../services/notify/daytime.ts";
import { stateOf } from "../services/notify/subscription-state.ts";
import {
  type Subscribed,
  shownAddress,
  subscriptionsIn,
} from "../services/notify/subscriptions.ts";
import { shortTime } from "./moment.ts";
import { table } from "./table.ts";

export interface ListedSubscription extends Subscribed {
  /** What the other side said last. */
  readonly said:
    | { readonly at: EpochMs; readonly taken: boolean; readonly words: string }
    | undefined;
  /** Notices that it has yet to hear of. */
  readonly waiting: number;
}

/** The newest first. Throws LedgerDown. */
export async function listed(
  records: OwnRecords,
  by: string | undefined,
): Promise<readonly ListedSubscription[]> {
  const all = await subscriptionsIn(records, by);
  return Promise.all(
    all.map(async (one) => {
      const state = await stateOf(records, one.id);
      const waiting = (state?.waiting.length ?? 0) + (state?.sending?.notices.length ?? 0);
      return { ...one, said: state?.said, waiting };
    }),
  );
}

export function listedTable(found: readonly ListedSubscription[], width: number): string[] {
  const titles = ["id", "for", "channel", "told at once", "quiet", "digest", "last"];
  const rows = found.map((one) => [
    one.id,
    one.value.by,
    one.value.to.channel,
    topicsOf(one),
    quietOf(one),
    one.value.digestAt.map(shownMinutes).join(", ") || "none",
    `${lastOf(one)}; to ${shownAddress(one.value.to)}, ${one.value.zone}, ${one.value.language}`,
  ]);
  return table(
    titles.map((title) => ({ title })),
    rows,
    width,
  );
}

/** `wave!` where it is urgent. */
function topicsOf({ value }: ListedSubscription): string {
  const marked = value.what.map((one) => (value.urgent.includes(one) ? `${one}!` : one));
  return marked.join(", ") || "nothing";
}

function quietOf({ value: { quiet } }: ListedSubscription): string {
  return quiet === undefined ? "-" : `${shownMinutes(quiet.from)}-${shownMinutes(quiet.until)}`;
}

function lastOf({ said, waiting }: ListedSubscription): string {
  const more = waiting === 0 ? "" : `, ${waiting} waiting`;
  if (said === undefined) return `nothing sent yet${more}`;
  const word = said.taken ? "taken" : "FAILED";
  return `${word} ${shortTime(said.at)}${more}: ${said.words}`;
}

export function listedJson({ id, at, value, said, waiting }: ListedSubscription): object {
  const { by, to, what, urgent, quiet, digestAt, zone, language } = value;
  return {
    ...{ id, for: by, channel: to.channel, address: shownAddress(to), what, urgent },
    quiet: quiet && { from: shownMinutes(quiet.from), until: shownMinutes(quiet.until) },
    digestAt: digestAt.map(shownMinutes),
    ...{ zone, language, since: isoTime(at), waiting },
    last: said && { ...said, at: isoTime(said.at) },
  };
}
