// All of a memory as lines, for a fresh journal, while it goes on changing.

import type { EpochMs } from "../../base/units.ts";
import type { SegmentedMap } from "../process/bounded-map.ts";
import type { Contents } from "../process/contents.ts";
import { inWindow } from "../process/windows.ts";
import {
  actorLine,
  contactLine,
  domainLine,
  everywhereLine,
  habitsLines,
  hasEnded,
  regardLine,
  reporterLine,
  vouchesLine,
} from "./records.ts";
import { campaignLines, memberLines, type NamedView, viewLines } from "./unwritten.ts";

/**
 * Each thing as it stands when its line is asked for: whoever asks writes behind them what
 * changed since the first. What counts in no window any more is forgotten on the way, here and
 * on disk.
 */
export function* wholeOf(contents: Contents, now: EpochMs): Generator<string> {
  const { actors, domains, regards, reporters, views, journal, campaigns } = contents;
  for (const [, actor, rank] of present(actors)) yield actorLine(actor, rank, now);
  for (const [name, domain, rank] of present(domains)) {
    yield domainLine(name, domain, rank, now);
    yield* habitsLines(name, domain, now);
  }
  yield everywhereLine(contents.everywhere);
  for (const [pair, regard, rank] of present(regards)) yield regardLine(pair, regard, rank);
  for (const [person, reporter] of reporters.entries()) yield reporterLine(person, reporter);
  yield* vouchesOf(contents, now);
  for (const contact of journal.contacts()) {
    if (inWindow(contact.mark.at, now)) yield contactLine(contact);
    else journal.forget(contact);
  }
  yield* viewLines(stillCounting(views.byKey, now), now);
  for (const id of campaigns.members(now)) yield* memberLines(campaigns, id);
  for (const name of campaigns.registry.all()) yield* campaignLines(campaigns, name);
}

function* vouchesOf({ vouches: { byVoucher } }: Contents, now: EpochMs): Generator<string> {
  for (const [voucher, vouched] of byVoucher.entries()) {
    if (vouched.some(({ at }) => inWindow(at, now))) yield vouchesLine(voucher, vouched, now);
    else byVoucher.delete(voucher);
  }
}

function* stillCounting(views: Contents["views"]["byKey"], now: EpochMs): Generator<NamedView> {
  for (const one of present(views)) {
    if (hasEnded(one[1], now)) views.delete(one[0]);
    else yield one;
  }
}

/** What is touched meanwhile moves to the end and comes again: reading is faster than touching. */
function* present<V>({ segments }: SegmentedMap<V>): Generator<[string, V, number]> {
  for (const [rank, segment] of segments.entries()) {
    for (const [key, value] of segment.entries()) yield [key, value, rank];
  }
}
