// The picture of docs/attack-cost.md, and the figures that page and picture are made from.

import { type Bar, barChart, type Panel, type Tone } from "./bar-chart.ts";
import { type FamilyMet, familiesMet } from "./bench/siege-families.ts";
import {
  besieged,
  type Met,
  type MoveMet,
  paraded,
  type SiegeSizes,
  type Standing,
} from "./bench/siege-runs.ts";
import type { Spread } from "./bench/spread.ts";

export interface AttackFigures {
  readonly seeds: readonly string[];
  readonly searching: readonly Standing[];
  readonly rungs: readonly Standing[];
  readonly met: readonly MoveMet[];
  readonly kinds: readonly FamilyMet[];
}

export async function figuresOf(sizes: SiegeSizes): Promise<AttackFigures> {
  return {
    seeds: sizes.seeds,
    searching: await besieged("adaptive", sizes),
    rungs: await besieged("ladder", sizes),
    met: await paraded(sizes),
    kinds: await familiesMet(sizes),
  };
}

export function attackCostChart({ searching, kinds, met }: AttackFigures): string {
  return barChart({
    title: "What a notification costs an attacker, and what it costs others",
    description:
      "Bars for no filter, four rules that admins run today, and Breakwater. First the price of " +
      "a notification for an attacker that searches for a way through, then the share of " +
      "legitimate first contacts held beside it, then the share of spam that reached people " +
      "through Breakwater, by move and by family. The page has the same as tables.",
    legend: [
      { tone: "open", text: "no filter" },
      { tone: "rival", text: "what admins run today" },
      { tone: "ours", text: "Breakwater" },
    ],
    panels: [
      prices(searching),
      firsts(searching),
      waysThrough("Moves that bring most past Breakwater", met, ({ move }) => move),
      waysThrough("Families past Breakwater", kinds, ({ family }) => family.title),
    ],
  });
}

function toneOf({ contender }: Standing): Tone {
  return contender.side;
}

function prices(standings: readonly Standing[]): Panel {
  return {
    title: "The price of a notification",
    note: "Units, searching included; 1 unit is an account on an open host. Higher is better.",
    scale: "logarithmic",
    bars: standings.map((one): Bar => {
      const { spread } = one.price;
      const text = spread.median.toPrecision(2);
      return { label: one.contender.name, tone: toneOf(one), range: spread, text };
    }),
  };
}

function firsts(standings: readonly Standing[]): Panel {
  return {
    title: "Legitimate first contacts that were held meanwhile",
    note: "Per cent. Lower is better.",
    scale: "linear",
    bars: standings.map((one) => percentBar(one.contender.name, toneOf(one), one.firstsHeld)),
  };
}

const barsMost = 12;

/** Those that get through most; what never does takes no room. */
function waysThrough<T extends Met>(
  title: string,
  met: readonly T[],
  nameOf: (one: T) => string,
): Panel {
  const bars = met
    .map((one) => ({ name: nameOf(one), reached: oursOf(one) }))
    .toSorted((a, b) => b.reached.median - a.reached.median || (a.name < b.name ? -1 : 1))
    .slice(0, barsMost)
    .map(({ name, reached }) => percentBar(shortened(name), "ours", reached));
  return {
    title,
    note: "Per cent of their notifications. Lower is better.",
    scale: "linear",
    bars,
  };
}

function oursOf({ by }: Met): Spread {
  const ours = by.find(({ contender }) => contender.side === "ours");
  return ours?.reached ?? { median: 0, min: 0, max: 0 };
}

function percentBar(label: string, tone: Tone, { median, min, max }: Spread): Bar {
  const range = { median: 100 * median, min: 100 * min, max: 100 * max };
  return { label, tone, range, text: `${Number(range.median.toPrecision(2))} %` };
}

/** What stands left of a bar has room for about this many letters. */
const lettersMost = 42;

function shortened(name: string): string {
  if (name.length <= lettersMost) return name;
  const words = name.slice(0, lettersMost);
  return `${words.slice(0, words.lastIndexOf(" "))} …`;
}
