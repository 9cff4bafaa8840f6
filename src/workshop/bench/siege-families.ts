// The families of attacks, each beside a calm background, before each contender.
//
// They do not adapt and keep no books, so their price is read from the log: the accounts that
// they used, on how many hosts, and how old those say they were.

import { assert } from "../../base/assert.ts";
import { day, type EpochMs } from "../../base/units.ts";
import { familyLog } from "../../lab/families/families.ts";
import type { Family } from "../../lab/families/family.ts";
import { prices } from "../../lab/siege/prices.ts";
import type { TrafficLog } from "../../lab/traffic/scribe.ts";
import { hostOf } from "../../model/ids.ts";
import { type Measured, measure, shareOf } from "./siege-measure.ts";
import { type Bill, type Met, metBy, type SiegeSizes } from "./siege-runs.ts";
import { type Spread, spreadOf } from "./spread.ts";

export interface FamilyMet extends Met {
  readonly family: Pick<Family, "id" | "title">;
  /** Of the first contacts by legitimate strangers beside it, by contender, 0 to 1. */
  readonly firstsHeld: readonly Spread[];
}

export async function familiesMet(sizes: SiegeSizes): Promise<readonly FamilyMet[]> {
  const met: FamilyMet[] = [];
  for (const family of sizes.families) met.push(await familyMet(family, sizes));
  return met;
}

async function familyMet(family: Family, sizes: SiegeSizes): Promise<FamilyMet> {
  const { start } = sizes.plan;
  const by = [];
  const firstsHeld: Spread[] = [];
  for (const contender of sizes.contenders) {
    const bills: Bill[] = [];
    const measured: Measured[] = [];
    for (const seed of sizes.seeds) {
      const plan = { ...sizes.beside, seed, start, localActs: contender.isTold };
      const log = familyLog(family, plan);
      const one = await measure(contender.build(), log);
      measured.push(one);
      const { of: caused, part: reached } = one.notified;
      bills.push({ spent: priceOfAttack(log), caused, reached });
    }
    by.push({ contender, bills });
    firstsHeld.push(spreadOf(measured.map((one) => shareOf(one.firstsHeld))));
  }
  return { family, ...metBy(by), firstsHeld };
}

/** Units for accounts, hosts and the days that accounts were aged; work and words come free. */
export function priceOfAttack({ lines, truths }: TrafficLog): number {
  const spam = new Set(truths.filter((one) => one.truth === "spam").map((one) => one.delivery));
  const joined = new Map<string, number>();
  const since = new Map<string, EpochMs>();
  for (const line of lines) {
    if (line.type === "document") {
      const published = line.body?.["published"];
      if (typeof published === "string") joined.set(line.url, Date.parse(published));
    } else if (line.type === "delivery" && spam.has(line.id)) {
      const actor = line.activity["actor"];
      assert(typeof actor === "string", "the lab writes who acts");
      if (!since.has(actor)) since.set(actor, line.at);
    }
  }
  const hosts = new Set([...since.keys()].map(hostOf));
  const accounts = hosts.size * prices.accountOnFurtherHost + (since.size - hosts.size);
  const days = [...since].map(([actor, at]) => (at - (joined.get(actor) ?? at)) / day);
  const aged = days.reduce((sum, one) => sum + Math.floor(Math.max(0, one)), 0);
  return accounts * prices.account + aged * prices.agedDay;
}
