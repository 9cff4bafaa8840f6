// Campaigns that grow now, as they are told: how large, from how many, to how many. The rest of
// what is known of them is in memory and ledger; this is what a page can ask every few seconds.

import { hash32 } from "../../base/prng.ts";
import { Recent } from "../../base/recent.ts";
import { type EpochMs, minute } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Clock } from "../../ports/clock.ts";
import { deaf, type Journal } from "../../ports/journal.ts";
import { laneOf } from "./lanes.ts";

/** For so long after its last contact one is said to be growing. Chosen by us. */
export const growingMs = 10 * minute;

/** Fewer are no wave. Chosen by us: two that are alike happen every day. */
const contactsMin = 3;

export interface Wave {
  readonly campaign: CampaignId;
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
  /** Since then; the first few came before it was known as one. */
  readonly contacts: number;
  /** At most `countedMax` each. */
  readonly senders: number;
  readonly hosts: number;
  readonly people: number;
  /** Kept back when they came. */
  readonly kept: number;
  /** Let in although the verdict said otherwise, as in watch mode. */
  readonly watched: number;
}

export interface Waves {
  readonly journal: Journal;
  /** The oldest first, so that rows stay where they are. */
  growing(): readonly Wave[];
  /** Two turned out to be one, which goes by `is`. */
  merged(was: CampaignId, is: CampaignId): void;
}

/** Distinct senders, hosts and people counted of one wave; beyond it says "at least". */
export const countedMax = 1000;

/** Of campaigns that were heard of last. With the above at most some megabytes. */
const campaignsMax = 50;

interface Growing extends Record<"contacts" | "kept" | "watched", number> {
  readonly campaign: CampaignId;
  readonly firstAt: EpochMs;
  lastAt: EpochMs;
  readonly senders: Set<number>;
  readonly hosts: Set<number>;
  readonly people: Set<number>;
}

export function makeWaves(clock: Pick<Clock, "now">): Waves {
  const known = new Recent<CampaignId, Growing>(campaignsMax);

  /** One that lay still begins anew. */
  const waveOf = (campaign: CampaignId, at: EpochMs): Growing => {
    const found = known.get(campaign);
    if (found !== undefined && at - found.lastAt < growingMs) return found;
    const fresh = {
      ...{ campaign, firstAt: at, lastAt: at, contacts: 0, kept: 0, watched: 0 },
      senders: new Set<number>(),
      hosts: new Set<number>(),
      people: new Set<number>(),
    };
    known.set(campaign, fresh);
    return fresh;
  };

  const merged = (was: CampaignId, is: CampaignId): void => {
    const one = known.get(was);
    if (one === undefined || was === is) return;
    const other = known.get(is);
    known.delete(was);
    const firstAt =
      other === undefined || one.firstAt < other.firstAt ? one.firstAt : other.firstAt;
    const both = { ...one, campaign: is, firstAt };
    if (other !== undefined) join(both, other);
    known.set(is, both);
  };

  return {
    merged,
    journal: {
      ...deaf,
      judged({ sender, audience }, verdict, done) {
        const { campaign } = verdict;
        if (campaign === undefined) return;
        const at = clock.now();
        const wave = waveOf(campaign, at);
        wave.lastAt = at;
        wave.contacts++;
        note(wave.senders, sender.actor);
        note(wave.hosts, sender.domain);
        for (const { actor } of audience.notified) note(wave.people, actor);
        const lane = laneOf(verdict, done);
        if (lane === "settle" || lane === "hold" || lane === "reject") wave.kept++;
        if (lane.startsWith("would")) wave.watched++;
      },
    },
    growing() {
      const now = clock.now();
      return known
        .values()
        .filter(({ lastAt }) => now - lastAt < growingMs)
        .filter(({ contacts, kept, watched }) => contacts >= contactsMin && kept + watched > 0)
        .map((one) => ({
          ...one,
          senders: one.senders.size,
          hosts: one.hosts.size,
          people: one.people.size,
        }))
        .sort((a, b) => a.firstAt - b.firstAt || (a.campaign < b.campaign ? -1 : 1));
    },
  };
}

function join(one: Growing, other: Growing): void {
  for (const what of ["contacts", "kept", "watched"] as const) one[what] += other[what];
  if (other.lastAt > one.lastAt) one.lastAt = other.lastAt;
  for (const what of ["senders", "hosts", "people"] as const)
    for (const name of other[what]) if (one[what].size < countedMax) one[what].add(name);
}

/** By a hash: names of strangers may be long, and one in a million that collides is no matter. */
function note(seen: Set<number>, name: string): void {
  if (seen.size < countedMax) seen.add(hash32(name));
}
