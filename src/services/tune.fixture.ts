// A server's memory of first contacts, made up for tests of tuning.

import { ProcessChronicle } from "../adapters/process/chronicle.ts";
import { ProcessLedger } from "../adapters/process/ledger.ts";
import { after, day, type EpochMs, hour } from "../base/units.ts";
import { type PolicySettings, shippedSettings } from "../engine/policy.ts";
import type { CampaignId } from "../model/campaign.ts";
import { senderOf, someDecision } from "../ports/chronicle.fixture.ts";
import type { Decision, Happening } from "../ports/chronicle.ts";
import { later } from "../ports/kept.fixture.ts";
import { takeUp } from "./first-contacts.ts";
import type { TuneParts } from "./tune.ts";

/** One signal whose strength says the score: from the prior to far above any threshold. */
const span = 60;
export const ruler: PolicySettings = {
  ...shippedSettings,
  holdAt: 12,
  groupMax: { ...shippedSettings.groupMax, content: 100 },
  signals: { RULER: { decibans: span, enabled: true, values: {} } },
};

export const tuneConfig = { policy: ruler, budget: 1 / 1000, tune: "propose" } as const;

/** The `number`-th contact, which was let in and scored so. */
export function scored(
  number: number,
  score: number,
  at: EpochMs,
  more: Partial<Decision> = {},
): Happening {
  const strength = (score - ruler.prior) / span;
  const evidence = [{ symbol: "RULER", group: "content", strength, decibans: score - ruler.prior }];
  const decision = someDecision(number, {
    ...{ at, score, evidence, action: "accept", done: "passed", why: undefined },
    ...more,
  });
  return { kind: "judged", decision, lookAt: undefined };
}

export const today = later(40 * day);

/** Stores that have taken up `quiet` first contacts of ham, all far below the threshold. */
export async function storesWith(
  quiet: number,
  young: readonly Happening[] = [],
): Promise<TuneParts & { ledger: ProcessLedger; chronicle: ProcessChronicle }> {
  const [ledger, chronicle] = [new ProcessLedger(), new ProcessChronicle()];
  const old = Array.from({ length: quiet }, (_, number) =>
    scored(100_000 + number, -5, later(20 * day + number)),
  );
  await chronicle.write(old);
  const before = after(today, -14 * day);
  await takeUp({ ledger, chronicle }, "seed", before);
  await chronicle.expire(before);
  await chronicle.write(young);
  return { ledger, chronicle, seed: "seed" };
}

/** Spam of the last days that was let in, and whose accounts are gone. */
export function spamAt(score: number, count: number): readonly Happening[] {
  return Array.from({ length: count }, (_, index): Happening[] => {
    const number = 500 + index;
    return [
      scored(number, score, later(38 * day + index * hour)),
      { kind: "ended", actor: senderOf(number), how: "gone", at: later(39 * day) },
    ];
  }).flat();
}

export function ofCampaign(id: string): Partial<Decision> {
  return { campaign: id as CampaignId };
}
