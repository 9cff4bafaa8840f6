// `npm run bench -- words --corpus DIR`: text filters on the same labelled texts, in one run.
//
// The folder holds JSON lines (labelled-texts.ts). Ours begins without what is shipped: that was
// made from texts like these. Everybody is a small file beside this one that says how it is fed.

import { labelledTextsIn } from "../../labelled-texts.ts";
import type { BenchOptions, Tables } from "../main.ts";
import type { Entry } from "./contender.ts";
import { lineup } from "./lineup.ts";
import { isOnPath } from "./programs.ts";
import { sampleTexts } from "./sample-texts.ts";
import { tablesOf } from "./tables.ts";
import { type Bounds, type Task, tasksOf, ways } from "./tasks.ts";
import { type Trial, trialOf } from "./trial.ts";

/** Some minutes for everybody; all of a large folder takes the slow ones hours. */
const postsMax = { full: 1000, smoke: 60 };

export async function benchWords(options: BenchOptions): Promise<Tables> {
  const { corpus, smoke } = options;
  if (corpus === undefined) process.stderr.write(noCorpus);
  const texts = corpus === undefined ? sampleTexts() : labelledTextsIn(corpus);
  const tasks = tasksOf(texts, boundsOf(options));
  if (tasks.length === 0) throw new Error("no source has 20 of spam and 20 of ham within --posts");
  const wanted = lineup.filter((entry) => isWanted(entry, options.filters));
  if (wanted.length === 0) throw new Error(`--only knows ${namesOf(lineup)}`);
  const present = wanted.filter(({ programs }) => programs.every(isOnPath));
  const absent = wanted.filter((entry) => !present.includes(entry));
  const trials = await trialsOf(
    smoke ? present.filter(({ runs }) => runs === "here") : present,
    tasks,
  );
  const told = trials.map(({ outcome, ...about }) => ({ ...about, ...withoutScores(outcome) }));
  return {
    json: { trials: told, absent: absent.map(({ name, packages }) => ({ name, packages })) },
    text: tablesOf({ trials, tasks, absent }),
  };
}

/** Asked to end, it ends after the trial under way, and tells what it has; asked twice, at once. */
async function trialsOf(entries: readonly Entry[], tasks: readonly Task[]): Promise<Trial[]> {
  const trials: Trial[] = [];
  let isToEnd = false;
  const end = (): void => {
    if (isToEnd) process.exit(1);
    isToEnd = true;
  };
  process.on("SIGINT", end).on("SIGTERM", end);
  try {
    for (const [entry, task] of tasks.flatMap((task) =>
      entries.map((entry) => [entry, task] as const),
    )) {
      if (isToEnd) break;
      const which = `${trials.length + 1} of ${tasks.length * entries.length}`;
      process.stderr.write(`${which}: ${task.way}, ${task.source}: ${entry.name}\n`);
      trials.push(await trialOf(entry, task));
    }
  } finally {
    for (const entry of entries) await entry.close();
    process.off("SIGINT", end).off("SIGTERM", end);
  }
  return trials;
}

const noCorpus = `No --corpus DIR, so this runs on a few made-up texts, whose figures mean nothing.
Give a folder of JSON lines with "text", "label" (spam or ham), "lang" and "source".
`;

function boundsOf({ smoke, posts, ways: some, sources, untaught }: BenchOptions): Bounds {
  return {
    postsMax: smoke ? postsMax.smoke : (posts ?? postsMax.full),
    ways: some === undefined ? ways : ways.filter((way) => some.includes(way)),
    sources,
    untaught: untaught ?? [],
  };
}

function isWanted({ name }: Entry, filters: readonly string[] | undefined): boolean {
  return filters?.some((one) => name.toLowerCase().includes(one.toLowerCase())) ?? true;
}

function namesOf(entries: readonly Entry[]): string {
  return entries.map(({ name }) => name).join(", ");
}

function withoutScores(outcome: Trial["outcome"]): object {
  if (outcome.kind === "failed") return outcome;
  const { scores: _, ...figures } = outcome;
  return figures;
}
