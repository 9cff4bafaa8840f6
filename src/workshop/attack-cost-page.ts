// Writes docs/attack-cost.md and docs/attack-cost.svg by laying siege: npm run attack-cost
//
// That takes minutes, so no test asks whether the page is current: it says which commit wrote it.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { moves } from "../lab/siege/moves.ts";
import { type AttackFigures, attackCostChart, figuresOf } from "./attack-cost-chart.ts";
import { after, before, howItWorks, introduction } from "./attack-cost-words.ts";
import type { Met, Price, Standing } from "./bench/siege-runs.ts";
import { wholeSiege } from "./bench/siege-runs.ts";
import type { Spread } from "./bench/spread.ts";

export function attackCostPage(figures: AttackFigures, commit: string): string {
  const { searching, rungs, met, kinds, seeds } = figures;
  return [
    introduction(commit, seeds),
    inShort(searching),
    before,
    standingsTable(searching),
    foundLines(searching),
    howItWorks,
    "## Down the ladder\n",
    "Links, then short links, plain text, words spelled in handles, without a setting changed in",
    "between.\n",
    standingsTable(rungs),
    "## By move\n",
    "Each move alone, on the method that an operator begins with. What beats us stands first.\n",
    metTable(met.map((one) => ({ ...one, name: one.move, says: saysOf(one.move) }))),
    "## By family\n",
    "Attacks that do not adapt, each drawn anew from wide ranges under each seed. Their price is",
    "read from the log: accounts, hosts and the days that accounts say they were aged.\n",
    metTable(kinds.map((one) => ({ ...one, name: one.family.id, says: one.family.title }))),
    after,
  ].join("\n");
}

/** The first paragraph that somebody in a hurry reads. */
function inShort(standings: readonly Standing[]): string {
  const open = standings.find(({ contender }) => contender.side === "open");
  const ours = standings.find(({ contender }) => contender.side === "ours");
  if (open === undefined || ours === undefined) return "";
  const cost = (price: Price): string => units(price.spread.median);
  const times = ours.price.spread.median / open.price.spread.median;
  return [
    `A notification costs an attacker ${cost(open.price)} units where nothing is filtered, and`,
    `${cost(ours.price)} before Breakwater: ${times.toFixed(1)} times as much, all its searching`,
    `included. ${percent(ours.reached)} of the notifications that it was out for reached people.`,
    "It does find ways through, and they are named below.\n",
  ].join("\n");
}

function standingsTable(standings: readonly Standing[]): string {
  const open = standings.find(({ contender }) => contender.side === "open");
  const free = open?.price.spread.median ?? 0;
  const rows = standings.map(({ contender, price, reached, firstsHeld }) => [
    contender.name,
    shownPrice(price),
    free === 0 ? "" : `${(price.spread.median / free).toFixed(1)} ×`,
    percents(reached),
    percents(firstsHeld),
  ]);
  return tableOf(
    [
      "",
      "units a notification",
      "beside no filter",
      "spam notifications that reached people",
      "legitimate first contacts held",
    ],
    rows,
  );
}

function foundLines(standings: readonly Standing[]): string {
  const lines = standings
    .filter(({ contender }) => contender.side !== "open")
    .map(({ contender, found, runs }) => `- ${contender.name}: ${foundBy(found, runs)}`);
  const lead = "What it settled on, where something brought most of its posts through:";
  return `${lead}\n\n${lines.join("\n")}\n`;
}

function foundBy(found: Standing["found"], runs: number): string {
  if (found.length === 0) return "nothing.";
  const ways = found.map(({ applied, price }) => {
    return `${applied.join(" + ") || "what it began with"} (${units(price)})`;
  });
  return `in ${found.length} of ${runs} runs: ${[...new Set(ways)].join("; ")}.`;
}

/** Sorted by what gets past us; equal ones by name. */
function metTable(met: readonly (Met & { name: string; says: string })[]): string {
  const ours = (one: Met): number => {
    return one.by.find(({ contender }) => contender.side === "ours")?.reached.median ?? 0;
  };
  const sorted = met.toSorted((a, b) => ours(b) - ours(a) || (a.name < b.name ? -1 : 1));
  const others = met[0]?.by.filter(({ contender }) => contender.side !== "open") ?? [];
  const rows = sorted.map((one) => [
    `${one.name}: ${one.says}`,
    units(one.unprotected.median),
    ...one.by
      .filter(({ contender }) => contender.side === "ours" && contender.isTold)
      .map(({ price }) => shownPrice(price)),
    ...one.by
      .filter(({ contender }) => contender.side !== "open")
      .toReversed()
      .map(({ reached }) => percents(reached)),
  ]);
  const names = others.map(({ contender }) => `reached people, ${contender.name}`).toReversed();
  return tableOf(["", "units, no filter", "units, Breakwater", ...names], rows);
}

function saysOf(move: string): string {
  return moves.find(({ id }) => id === move)?.because ?? "What an operator begins with.";
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, i) => (i === 0 ? "---" : "---:"));
  return `${[head, rule, ...rows].map(line).join("\n")}\n`;
}

/** Where nothing came through in some run, the price there is more than all that was paid. */
function shownPrice({ spread, isAtLeast }: Price): string {
  const { median, min, max } = spread;
  const range =
    min === max ? "" : ` (${units(min)} to ${units(max)}${isAtLeast ? " or more" : ""})`;
  const none = isAtLeast && median === max;
  return `${none ? "more than " : ""}${units(median)}${range}`;
}

function units(value: number): string {
  if (value >= 100) return String(Math.round(value));
  return value.toPrecision(2);
}

function percents(share: Spread): string {
  if (share.min === share.max) return percent(share);
  return `${percent(share)} (${percentOf(share.min)} to ${percentOf(share.max)})`;
}

function percent({ median }: Spread): string {
  return `${percentOf(median)} %`;
}

function percentOf(share: number): string {
  return Number((100 * share).toPrecision(2)).toString();
}

export function writeAttackCost(figures: AttackFigures, commit: string): void {
  const file = (name: string): URL => new URL(`../../docs/attack-cost.${name}`, import.meta.url);
  writeFileSync(file("md"), attackCostPage(figures, commit));
  writeFileSync(file("svg"), attackCostChart(figures));
}

if (import.meta.main) {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" });
  writeAttackCost(await figuresOf(wholeSiege), commit.trim());
}
