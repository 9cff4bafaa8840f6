// When a campaign is plain enough that even mail which would pass unread is looked at.

import { hour } from "../../base/units.ts";
import type { Campaign } from "../../model/observation.ts";
import type { Verdict } from "../../model/verdict.ts";

/** For so long after its last copy a wave counts as under way. Chosen by us. */
export const underWayMs = 6 * hour;

/** Chosen by us: as many as CAMPAIGN needs, with a likeness that no phrase in common explains. */
const [strangersMin, domainsMin, bitsMin] = [3, 2, 20];

/** What comes with a copy of it shows a wave under way, not a meme, nor what was found harmless. */
export function isWave({ bits, ruled, strangers, regulars, domains }: Campaign): boolean {
  if (ruled === "ham" || bits < bitsMin) return false;
  if (strangers.sixHours < strangersMin || domains.sixHours < domainsMin) return false;
  return regulars.thirtyDays * 2 <= strangers.thirtyDays;
}

/** Decibans of being one of many that show more than a coincidence. Chosen by us. */
const plain = 10;

/** The verdict rests on what others sent too, or on a ruling on that. */
export function isOfACampaign({ evidence }: Verdict): boolean {
  const told = evidence.filter(
    ({ group, symbol }) => group === "repetition" || symbol === "CONDEMNED_CAMPAIGN",
  );
  return told.reduce((sum, { decibans }) => sum + decibans, 0) >= plain;
}
