// Watches whether first contacts score higher than those that weights and threshold were tuned on.
// If they do, what was tuned is out of force at once and the configuration counts: that is
// the safe state, so whoever provokes an alarm gains nothing by it.

import { z } from "zod";
import { Recent } from "../base/recent.ts";
import { after, day, type EpochMs, epochMs, minute } from "../base/units.ts";
import {
  alarmAt,
  changeIn,
  type Drift,
  noDrift,
  seenBy,
  watched,
} from "../engine/calibrate/drift.ts";
import { rescored } from "../engine/calibrate/rescore.ts";
import type { Receipt } from "../model/ids.ts";
import type { Chronicle, Place, Remembered } from "../ports/chronicle.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Config } from "./config.ts";
import { isFirst, judgedIn, keyOf } from "./first-contacts.ts";
import { ownValue } from "./own-value.ts";
import { baseOf, sound } from "./tuning.ts";

const watchShape = z.object({
  /** Scores are compared as these settings score. */
  base: z.string(),
  since: z.number().transform(epochMs),
  /** The last decision that was looked at. */
  at: z.number().transform(epochMs),
  receipt: z.string().transform((one) => one as Receipt),
  counts: z.array(z.number()).readonly(),
  bets: z.array(z.number()).readonly(),
});

type Watch = Readonly<z.infer<typeof watchShape>>;

const watchValue = ownValue("drift", watchShape);

/** An alarm a minute late is no later than one on time. */
export const driftEveryMs = minute;

/** By then a decision is written down. */
const writtenMs = minute;

/** A campaign counts once; of those longest ago it is forgotten that they did. */
const campaignsMax = 10_000;

/** Who did it, in the history. */
const ourselves = "breakwater";

export interface DriftParts {
  readonly ledger: Pick<Ledger, "setting" | "putSetting">;
  readonly chronicle: Pick<Chronicle, "judged">;
  readonly clock: Pick<Clock, "now">;
  readonly config: () => Pick<Config, "policy" | "tune">;
  /** Orders those that score alike: 0 to 1. */
  readonly random: () => number;
  readonly say: (fields: object, sentence: string) => void;
}

/** Answers a function to be called now and then. It throws LedgerDown. */
export function makeDriftWatch(parts: DriftParts): () => Promise<void> {
  const { ledger, chronicle, clock } = parts;
  const campaigns = new Recent<string, true>(campaignsMax);

  const isNew = (one: Remembered): boolean => {
    const key = keyOf(one.decision);
    if (!isFirst(one) || campaigns.get(key) !== undefined) return false;
    campaigns.set(key, true);
    return true;
  };

  return async () => {
    const { policy, tune } = parts.config();
    if (tune === "off") return;
    const now = clock.now();
    const base = baseOf(policy);
    const before = await watchValue.read(ledger);
    const watch = before?.base === base ? before : begun(base, now);
    const stretch = { since: watch.at, until: after(now, -writtenMs) };
    let drift: Drift = watch;
    let last: Place = watch;
    for await (const page of judgedIn(stretch, chronicle, watch)) {
      last = page.at(-1)?.decision ?? last;
      for (const one of page.filter(isNew)) {
        drift = watched(drift, rescored(one.decision.evidence, policy), parts.random());
        if (changeIn(drift) < alarmAt(quarterOf(drift, watch.since, now))) continue;
        await alarm(drift, watch.since, now, parts);
        return watchValue.write(ledger, { ...begun(base, now), ...placeOf(last) });
      }
    }
    const { counts, bets } = drift;
    if (last !== watch || before !== watch)
      await watchValue.write(ledger, { ...watch, ...placeOf(last), counts, bets });
  };
}

/** What the watch has seen, and how near it is to an alarm (1: there). Throws LedgerDown. */
export async function driftSeen(
  ledger: Pick<Ledger, "setting">,
  now: EpochMs,
): Promise<{ readonly since: EpochMs; readonly seen: number; readonly near: number } | undefined> {
  const watch = await watchValue.read(ledger);
  if (watch === undefined) return undefined;
  const near = changeIn(watch) / alarmAt(quarterOf(watch, watch.since, now));
  return { since: watch.since, seen: seenBy(watch), near };
}

function begun(base: string, now: EpochMs): Watch {
  return { base, since: now, at: now, receipt: "" as Receipt, ...noDrift };
}

function placeOf({ at, receipt }: Place): Place {
  return { at, receipt };
}

/** First contacts in 90 days, at the pace of what was seen. */
function quarterOf(drift: Drift, since: EpochMs, now: EpochMs): number {
  return (seenBy(drift) * 90 * day) / Math.max(day, now - since);
}

async function alarm(
  drift: Drift,
  since: EpochMs,
  now: EpochMs,
  { ledger, say }: DriftParts,
): Promise<void> {
  const because = "first contacts score higher than they did";
  await sound(ledger, because, { by: ourselves, at: now });
  const sentence = `${because}: what was tuned is out of force, the configuration counts`;
  say({ firstContacts: seenBy(drift), since: new Date(since).toISOString() }, sentence);
}
