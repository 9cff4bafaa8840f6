// What a threshold promises and what it does: on mail like that which it was set on, with spam
// hidden in it, and across a change of the mail. Scores are made up; nothing is tuned to a log.

import { seeded } from "../../base/prng.ts";
import { alarmAt, changeIn, type Drift, noDrift, watched } from "../../engine/calibrate/drift.ts";
import {
  hamScore,
  holdAt,
  shifts,
  silence,
  spamScore,
} from "../../engine/calibrate/first-contacts.fixture.ts";
import { hamIn } from "../../engine/calibrate/ham.ts";
import { type Ham, lowestWithin } from "../../engine/calibrate/risk.ts";
import { newWords, type Words } from "../../engine/words/model.ts";
import type { BenchOptions, Row } from "./main.ts";
import { spreadOf } from "./spread.ts";
import { languages, shiftTo, taughtAgainst } from "./thresholds-language.ts";

const budget = 1 / 1000;

export async function benchThresholds({ smoke }: BenchOptions): Promise<readonly Row[]> {
  const seeds = smoke ? 2 : 100;
  const [counted, fresh] = smoke ? [2000, 2000] : [4000, 50_000];
  return [
    ...[0, 0.005].flatMap((hidden) => promiseRows(seeds, counted, fresh, hidden)),
    ...alarmRows(seeds, smoke ? 3 : 30),
    ...alarmRows(Math.ceil(seeds / 4), smoke ? 4 : 300),
    ...languageRows(smoke ? 1 : 20, smoke ? 3 : 30, smoke ? languages.slice(0, 1) : languages),
  ];
}

/** Of a thousand first contacts of ham, and of a hundred of spam. */
interface Held {
  /** A thousand where no threshold keeps to the budget. */
  readonly promised: number;
  readonly ham: number;
  readonly spam: number;
}

function promiseRows(seeds: number, counted: number, fresh: number, hidden: number) {
  const ways = [
    ["silence above unlabelled", (all: ReturnType<typeof silence>) => hamIn(all, holdAt, holdAt)],
    ["silence at its word", asTold],
  ] as const;
  return ways.flatMap(([name, ham]): Row[] => {
    const runs = Array.from({ length: seeds }, (_, seed) => {
      const random = seeded(`bench ${hidden} ${seed}`);
      return heldBy(ham(silence(counted, random, hidden)), fresh, random);
    });
    const title = `${100 * hidden} % hidden spam, ${name}`;
    const seen = runs.map(({ ham: held }) => held);
    const mean = seen.reduce((sum, one) => sum + one, 0) / seen.length;
    const unit = "ham held of 1,000";
    return [
      figures(
        `${title}: promised`,
        runs.map(({ promised }) => promised),
        unit,
      ),
      figures(`${title}: seen`, seen, unit),
      figures(`${title}: seen on average`, [mean], unit),
      figures(
        `${title}: spam held`,
        runs.map(({ spam }) => spam),
        "%",
      ),
    ];
  });
}

function asTold(all: ReturnType<typeof silence>): readonly Ham[] {
  return all.map(({ score }) => ({ score, weight: 1 }));
}

function heldBy(ham: readonly Ham[], fresh: number, random: () => number): Held {
  const chosen = lowestWithin(budget, ham, holdAt) ?? { holdAt: holdAt + 3, share: 1 };
  const shareOf = (score: () => number) =>
    Array.from({ length: fresh }, score).filter((one) => one >= chosen.holdAt).length / fresh;
  return {
    promised: 1000 * chosen.share,
    ham: 1000 * shareOf(() => hamScore(random)),
    spam: 100 * shareOf(() => spamScore(random)),
  };
}

function alarmRows(seeds: number, daily: number): readonly Row[] {
  const quiet = Array.from({ length: seeds }, (_, seed) => {
    const random = seeded(`bench quiet ${daily} ${seed}`);
    return falseAlarms(90 * daily, daily, random);
  });
  const title = `${daily} a day`;
  const delays = shifts.map(({ name, changed }) => {
    const all = Array.from({ length: seeds }, (_, seed) => {
      const random = seeded(`bench ${name} ${daily} ${seed}`);
      const begin = run(noDrift, 14 * daily, daily, () => hamScore(random), random);
      const score = () => changed(hamScore(random), random);
      return run(begin.drift, 1000, daily, score, random).after ?? 1000;
    });
    const within = (100 * all.filter((after) => after <= 200).length) / all.length;
    return [
      figures(`${title}, ${name}: alarm after`, all, "first contacts"),
      figures(`${title}, ${name}: within 200`, [within], "%"),
    ];
  });
  const most = (100 * quiet.filter((alarms) => alarms > 1).length) / quiet.length;
  const mean = quiet.reduce((sum, one) => sum + one, 0) / quiet.length;
  return [
    figures(`${title}: false alarms in 90 quiet days, on average`, [mean], "alarms"),
    figures(`${title}: more than one in 90 quiet days`, [most], "% of quarters"),
    ...delays.flat(),
  ];
}

/** With the words as shipped, and with words that were taught against each language. */
function languageRows(seeds: number, daily: number, spoken: readonly string[]): readonly Row[] {
  const rowsOf = (how: string, wordsFor: (language: string) => Words): readonly Row[] => {
    const runs = spoken.flatMap((language) => {
      const words = wordsFor(language);
      return Array.from({ length: seeds }, (_, seed) =>
        shiftTo(language, words, daily, `bench ${language} ${seed}`),
      );
    });
    const within = runs.filter(({ after }) => after !== undefined && after <= 200).length;
    const title = `newcomers speak another language, ${how}`;
    const delays = runs.map(({ after }) => after ?? 400);
    return [
      figures(
        `${title}: scores higher by`,
        runs.map(({ higherBy }) => higherBy),
        "decibans",
      ),
      figures(`${title}: alarm after (400: none)`, delays, "first contacts"),
      figures(`${title}: within 200`, [(100 * within) / runs.length], "%"),
    ];
  };
  return [
    ...rowsOf("shipped words", () => newWords()),
    ...rowsOf("words taught against it", taughtAgainst),
  ];
}

function falseAlarms(count: number, daily: number, random: () => number): number {
  let alarms = 0;
  for (let left = count; left > 0; alarms++) {
    const { after } = run(noDrift, left, daily, () => hamScore(random), random);
    if (after === undefined) return alarms;
    left -= after;
  }
  return alarms;
}

function run(
  begin: Drift,
  count: number,
  daily: number,
  score: () => number,
  random: () => number,
): { readonly after: number | undefined; readonly drift: Drift } {
  let drift = begin;
  for (let index = 0; index < count; index++) {
    drift = watched(drift, score(), random());
    if (changeIn(drift) >= alarmAt(90 * daily)) return { after: index + 1, drift };
  }
  return { after: undefined, drift };
}

function figures(name: string, values: readonly number[], unit: string): Row {
  return { name, ...spreadOf(values), unit };
}
