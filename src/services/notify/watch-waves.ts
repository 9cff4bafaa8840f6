// Which waves are to be told of: once when one is first seen with held mail, again when it grew
// tenfold, when its first way in is about to close and when it is about to be deleted, each once.

import { z } from "zod";
import { after, day, type EpochMs, hour, minute } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import type { Case } from "../../model/case.ts";
import type { Clock } from "../../ports/clock.ts";
import { deaf, type Journal } from "../../ports/journal.ts";
import type { Ledger } from "../../ports/ledger.ts";
import type { OwnRecords } from "../../ports/own-records.ts";
import { type Recorded, recordsOf } from "../own-records.ts";
import { heldIn, isOpen } from "./digest.ts";
import { noteNotice } from "./notices.ts";

export interface WaveWatchParts {
  readonly records: OwnRecords;
  readonly ledger: Pick<Ledger, "cases" | "caseRecord">;
  readonly clock: Pick<Clock, "now">;
  readonly expireAfterMs: () => number;
}

export interface WaveWatch {
  /** Hears that something was kept. */
  readonly journal: Journal;
  /** Throws LedgerDown. */
  round(): Promise<void>;
}

/**
 * Two that are alike are a coincidence: three, of two domains, are what engine/campaigns calls a
 * wave; of one domain it takes more, as a class writes from one.
 */
const [heldFrom, domainsFrom, heldOfOneDomainFrom] = [3, 2, 10];

/** It grew so many times: the next order of magnitude is news, each hundred is not. */
const grownTimes = 10;

/** Time to get to a desk, and no more: sooner, more of it may arrive and be ruled on at once. */
const undecidedLeadMs = 20 * minute;

/** Who was told less than this ago was told the deadline with it. */
const justToldMs = 10 * minute;

const expiresLeadMs = 3 * day;

/** Where nothing new is kept, deadlines still come nearer. */
const lookEveryMs = 5 * minute;

/**
 * Waves told of within an hour. Who has a thousand campaigns begin at once gets no more of our
 * disk or of anybody's attention; all of them stand in the list of cases, and the digest counts
 * them. Chosen by us.
 */
const toldAnHourMax = 40;

const casesMax = 1000;

const told = recordsOf("wave told", z.object({ held: z.int() }));
type Told = Recorded<{ readonly held: number }>;

/** What was told of a campaign under a name that it had before. */
type Merged = (campaign: CampaignId) => Promise<Told | undefined>;

/** As long as anything of it can lie here, and longer. */
export const toldKeptMs = 60 * day;

export function makeWaveWatch(parts: WaveWatchParts): WaveWatch {
  const { records, ledger, clock } = parts;
  let lookAt: EpochMs | undefined;
  let isStirred = true;
  let lately: EpochMs[] = [];

  const stir = (): void => {
    isStirred = true;
  };

  async function round(): Promise<void> {
    const at = clock.now();
    if (!isStirred && lookAt !== undefined && at < lookAt) return;
    isStirred = false;
    lookAt = after(at, lookEveryMs);
    try {
      const open = (await ledger.cases(["held"], casesMax, at)).filter(isOpen).filter(isWave);
      const merged = makeMerged();
      for (const one of open) await look(one, merged, at);
    } catch (error) {
      isStirred = true;
      throw error;
    }
  }

  async function look(found: Case, merged: Merged, at: EpochMs): Promise<void> {
    const { campaign } = found;
    const held = heldIn(found);
    const before = (await told.get(records, campaign)) ?? (await merged(campaign));
    if (before === undefined) return tellFirst(found, at);
    if (held >= before.value.held * grownTimes) {
      const { domains } = found;
      const grew = {
        kind: "wave grew",
        campaign,
        held,
        before: before.value.held,
        domains,
      } as const;
      await noteNotice(records, `wave ${campaign} grew to ${held}`, grew, at);
      await told.put(records, { id: campaign, about: "", at: before.at }, { held });
    }
    const until = found.nextReplayUntil;
    if (until !== undefined && until - at <= undecidedLeadMs && at - before.at >= justToldMs) {
      const undecided = { kind: "wave undecided", campaign, held, until } as const;
      await noteNotice(records, `wave ${campaign} undecided`, undecided, at);
    }
    const expires = after(found.firstAt, parts.expireAfterMs());
    if (expires - at <= expiresLeadMs) {
      const goes = { kind: "wave expires", campaign, held, until: expires } as const;
      await noteNotice(records, `wave ${campaign} expires`, goes, at);
    }
  }

  async function tellFirst(found: Case, at: EpochMs): Promise<void> {
    lately = lately.filter((one) => one > after(at, -hour));
    if (lately.length >= toldAnHourMax) return stir();
    lately.push(at);
    const { campaign, domains, recipients, nextReplayUntil: until } = found;
    const held = heldIn(found);
    const wave = { kind: "wave", campaign, held, domains, recipients, until } as const;
    await noteNotice(records, `wave ${campaign}`, wave, at);
    await told.put(records, { id: campaign, about: "", at }, { held });
  }

  /** Two waves that were told of turned out to be one, which goes by the smaller number. */
  function makeMerged(): Merged {
    let byName: Promise<Map<CampaignId, Told>> | undefined;
    return async (campaign) => {
      byName ??= toldByName();
      const one = (await byName).get(campaign);
      if (one === undefined) return undefined;
      await told.put(records, { id: campaign, about: "", at: one.at }, one.value);
      return one;
    };
  }

  /** What each goes by now. */
  async function toldByName(): Promise<Map<CampaignId, Told>> {
    const names = new Map<CampaignId, Told>();
    for (const one of await told.list(records, { limit: casesMax })) {
      const is = await ledger.caseRecord(one.id as CampaignId);
      if (is !== undefined) names.set(is.campaign, one);
    }
    return names;
  }

  return {
    journal: {
      ...deaf,
      judged: (_arrival, _verdict, done) => done === "held" && stir(),
      moved: stir,
    },
    round,
  };
}

function isWave(found: Case): boolean {
  const held = heldIn(found);
  if (found.domains >= domainsFrom) return held >= heldFrom;
  return held >= heldOfOneDomainFrom;
}
