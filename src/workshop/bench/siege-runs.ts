// The runs behind `bench -- siege` and docs/attack-cost.md: each contender is besieged under
// several seeds, and what came of it is put together.

import { dice } from "../../lab/dice.ts";
import { families } from "../../lab/families/families.ts";
import type { Family } from "../../lab/families/family.ts";
import { type Contender, lineup } from "../../lab/rivals/lineup.ts";
import { adaptive, ladder, type Program, parade } from "../../lab/siege/programs.ts";
import { laySiege, type SiegePlan, usualSiege } from "../../lab/siege/siege.ts";
import type { SiegeReport, Toll } from "../../lab/siege/tally.ts";
import { type Spread, spreadOf } from "./spread.ts";

export interface SiegeSizes {
  readonly seeds: readonly string[];
  readonly contenders: readonly Contender[];
  /** Of the attacker that searches, and of the ladder. */
  readonly plan: Omit<SiegePlan, "seed" | "filter" | "program">;
  /** Deliveries of each move, where every move is made once. */
  readonly perMove: number;
  readonly paradeMax: number;
  readonly families: readonly Family[];
  /** What is beside a family: it need not be found, so less will do. */
  readonly beside: { readonly days: number; readonly hamPerDay: number };
}

export const wholeSiege: SiegeSizes = {
  seeds: ["1", "2", "3"],
  contenders: lineup,
  plan: usualSiege,
  perMove: 48,
  paradeMax: 8_000,
  families,
  beside: { days: 4, hamPerDay: 130 },
};

/** Only shows that it runs. */
export const smallSiege: SiegeSizes = {
  seeds: ["1"],
  contenders: lineup.filter(({ name }) => name === "no filter" || name === "Breakwater"),
  plan: { ...usualSiege, days: 1, deliveriesMax: 80, hamPerDay: 60 },
  perMove: 4,
  paradeMax: 12,
  families: families.filter(({ id }) => id === "T22"),
  beside: { days: 1, hamPerDay: 60 },
};

/** What one contender came to; every figure over the seeds. */
export interface Standing {
  readonly contender: Contender;
  readonly price: Price;
  /** Of the notifications that the attacker was out for, the share that people got, 0 to 1. */
  readonly reached: Spread;
  /** Of the first contacts by legitimate strangers, 0 to 1. */
  readonly firstsHeld: Spread;
  /** What the attacker settled on, in each run in which something worked. */
  readonly found: readonly Found[];
  readonly runs: number;
}

/** A way through that worked for a good many posts, and what a notification costs that way. */
export interface Found {
  readonly applied: readonly string[];
  readonly price: number;
}

/** Units a notification. Where none came through in some runs it is at least that much. */
export interface Price {
  readonly spread: Spread;
  readonly isAtLeast: boolean;
}

/** One way of attacking, and how each contender met it. */
export interface Met {
  /** What a notification costs where nothing is filtered. */
  readonly unprotected: Spread;
  readonly by: readonly {
    readonly contender: Contender;
    readonly price: Price;
    readonly reached: Spread;
  }[];
}

export interface MoveMet extends Met {
  /** Its id; `first`: what the operator begins with. */
  readonly move: string;
}

export async function besieged(
  program: "adaptive" | "ladder",
  sizes: SiegeSizes,
): Promise<readonly Standing[]> {
  const made = (seed: string): Program =>
    program === "adaptive" ? adaptive(dice(`${seed}/search`)) : ladder(sizes.plan.deliveriesMax);
  const standings: Standing[] = [];
  for (const contender of sizes.contenders) {
    standings.push(standingOf(contender, await runs(contender, made, sizes)));
  }
  return standings;
}

/** Each move made by itself, against each contender. */
export async function paraded(sizes: SiegeSizes): Promise<readonly MoveMet[]> {
  const plan = { ...sizes.plan, deliveriesMax: sizes.paradeMax };
  const reports = new Map<Contender, readonly SiegeReport[]>();
  for (const contender of sizes.contenders) {
    const made = (): Program => parade(sizes.perMove);
    reports.set(contender, await runs(contender, made, { ...sizes, plan }));
  }
  const first = [...reports.values()][0]?.[0]?.tried ?? [];
  return first.map(({ tried: move }) => {
    const by = [...reports].map(([contender, some]) => {
      const bills = some.flatMap(({ tried }) => tried.filter((one) => one.tried === move));
      return { contender, bills };
    });
    return { move, ...metBy(by) };
  });
}

/** The first of the contenders lets everything in: what it costs there is unprotected. */
export function metBy(
  met: readonly { readonly contender: Contender; readonly bills: readonly Bill[] }[],
): Met {
  return {
    unprotected: spreadOf(pricesOf(met[0]?.bills ?? [])),
    by: met.map(({ contender, bills }) => {
      return { contender, price: priceOf(bills), reached: reachOf(bills) };
    }),
  };
}

async function runs(
  { build, isTold }: Contender,
  program: (seed: string) => Program,
  { seeds, plan }: SiegeSizes,
): Promise<readonly SiegeReport[]> {
  const reports: SiegeReport[] = [];
  for (const seed of seeds) {
    const localActs = plan.localActs && isTold;
    const run = { ...plan, localActs, seed, filter: build(), program: program(seed) };
    reports.push(await laySiege(run));
  }
  return reports;
}

function standingOf(contender: Contender, reports: readonly SiegeReport[]): Standing {
  const tolls = reports.map(({ whole }) => whole);
  const ham = reports.map((report) => report.ham);
  return {
    contender,
    runs: reports.length,
    price: priceOf(tolls),
    reached: reachOf(tolls),
    firstsHeld: spreadOf(ham.map(({ firstsHeld, firsts }) => firstsHeld / Math.max(1, firsts))),
    found: reports.flatMap(({ found }) =>
      found === undefined ? [] : [{ applied: found.applied, price: found.price ?? 0 }],
    ),
  };
}

/** What was paid, the notifications that it was to buy, and those that it bought. */
export type Bill = Pick<Toll, "spent" | "caused" | "reached">;

function priceOf(bills: readonly Bill[]): Price {
  return {
    spread: spreadOf(pricesOf(bills)),
    isAtLeast: bills.some(({ reached }) => reached === 0),
  };
}

/** Who bought nothing with what was spent would have paid all of it for the next. */
function pricesOf(bills: readonly Bill[]): readonly number[] {
  return bills.map(({ spent, reached }) => spent / Math.max(1, reached));
}

function reachOf(bills: readonly Bill[]): Spread {
  return spreadOf(bills.map(({ reached, caused }) => reached / Math.max(1, caused)));
}
