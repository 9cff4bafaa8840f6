// What was measured, for a terminal of 80 columns.

import { spreadOf } from "../spread.ts";
import type { Entry } from "./contender.ts";
import { type Telling, tellingOf } from "./measure.ts";
import { type Task, type Way, ways } from "./tasks.ts";
import type { Outcome, Trial } from "./trial.ts";

export interface Measured {
  readonly trials: readonly Trial[];
  readonly tasks: readonly Task[];
  /** Who would have taken part, were it installed. */
  readonly absent: readonly Entry[];
}

type Cells = readonly string[];

const head: Cells = ["", "1-AUC %", "at 1 %", "at 0.1 %", "posts/s", "model"];

export function tablesOf(measured: Measured): string {
  const parts = ways.flatMap((way) => {
    const ofWay = measured.trials.filter((trial) => trial.way === way);
    if (ofWay.length === 0) return [];
    return [...bySource(ofWay), medians(way, ofWay), ...together(way, measured)];
  });
  return `${[...parts, ...absences(measured.absent), legend].join("\n\n")}\n`;
}

function bySource(trials: readonly Trial[]): readonly string[] {
  return [...Map.groupBy(trials, ({ source }) => source)].map(([source, own]) => {
    const { way, spam = 0, ham = 0 } = own[0] ?? {};
    const title = `${way}: ${source} (${whole(spam)} spam, ${whole(ham)} ham)`;
    return table(title, own.map(rowOf));
  });
}

function rowOf({ filter, outcome }: Trial): Cells {
  if (outcome.kind === "failed") return [filter, `failed: ${outcome.because}`];
  return [filter, ...tellingCells(outcome), whole(outcome.postsPerSecond), bytes(outcome)];
}

function medians(way: Way, trials: readonly Trial[]): string {
  const rows = [...Map.groupBy(trials, ({ filter }) => filter)].map(([filter, own]) => {
    const outcomes = own.map(({ outcome }) => outcome).filter((one) => one.kind === "measured");
    const median = (of: (one: Outcome) => number): number => spreadOf(outcomes.map(of)).median;
    const told = {
      loss: median(({ loss }) => loss),
      recallAt1: median(({ recallAt1 }) => recallAt1),
      recallAt01: median(({ recallAt01 }) => recallAt01),
    };
    const modelBytes = median((one) => one.modelBytes);
    const name = outcomes.length === own.length ? filter : `${filter} (${outcomes.length})`;
    const speed = whole(median(({ postsPerSecond }) => postsPerSecond));
    return [name, ...tellingCells(told), speed, bytes({ modelBytes })];
  });
  const sources = new Set(trials.map(({ source }) => source)).size;
  return table(`${way}: medians of ${sources} sources`, rows);
}

/** Left out, each source is met by another model, but a server has one threshold for all. */
function together(way: Way, { trials, tasks }: Measured): readonly string[] {
  if (way !== "left out") return [];
  const own = tasks.filter((task) => task.way === way);
  if (own.length < 2) return [];
  const rows = [...Map.groupBy(trials, ({ filter }) => filter)].flatMap(([filter, all]) => {
    const told = pooled(
      own,
      all.filter((trial) => trial.way === way),
    );
    return told === undefined ? [] : [[filter, ...tellingCells(told)]];
  });
  return [table(`${way}: all sources under one threshold`, rows, head.slice(0, 4))];
}

function pooled(tasks: readonly Task[], trials: readonly Trial[]): Telling | undefined {
  const scores: number[] = [];
  const isSpam: boolean[] = [];
  for (const task of tasks) {
    const outcome = trials.find(({ source }) => source === task.source)?.outcome;
    if (outcome?.kind !== "measured") return undefined;
    scores.push(...outcome.scores);
    isSpam.push(...task.scored.map((one) => one.isSpam));
  }
  return tellingOf(scores, isSpam);
}

function absences(absent: readonly Entry[]): readonly string[] {
  if (absent.length === 0) return [];
  const lines = absent.map(({ name, packages }) => `${name}: apt-get install ${packages}`);
  return [["Not installed here, and so not measured:", ...lines].join("\n  ")];
}

const legend = `1-AUC: how often a ham outranks a spam. At 1 %, at 0.1 %: spam found where at
most so many of the ham are taken for it (of fewer than 1,000 ham: none).
Posts a second of one core: scored; online, scored and learned.`;

function table(title: string, rows: readonly Cells[], columns = head): string {
  return [title, line(columns), ...rows.map(line)].join("\n");
}

const [nameWidth, ...widths] = [22, 9, 9, 10, 11, 11];

function line([name = "", ...rest]: Cells): string {
  if (rest.length === 1) return `${name.padEnd(nameWidth)} ${rest[0]}`.slice(0, 80);
  const cells = rest.map((cell, index) => cell.padStart(widths[index] ?? 0));
  return `${name.padEnd(nameWidth)}${cells.join("")}`;
}

function tellingCells({ loss, recallAt1, recallAt01 }: Telling): Cells {
  return [loss.toFixed(2), recallAt1.toFixed(1), recallAt01.toFixed(1)];
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}

function bytes({ modelBytes }: Pick<Outcome, "modelBytes">): string {
  if (modelBytes < 1024 * 1024) return `${Math.ceil(modelBytes / 1024)} KiB`;
  return `${(modelBytes / 1024 / 1024).toFixed(1)} MiB`;
}
