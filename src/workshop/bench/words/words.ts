// `npm run bench -- words --corpus DIR`: text filters on the same labelled texts, in one run.
//
// The folder holds JSON lines (labelled-texts.ts). Ours begins without what is shipped: that was
// made from texts like these. Everybody is a small file beside this one that says how it is fed.

import { labelledTextsIn } from "../../labelled-texts.ts";
import { Misused } from "../../misused.ts";
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
  if (tasks.length === 0)
    throw new Misused("no source that was asked for has 20 spam and 20 ham within --posts");
  const wanted = lineup.filter((entry) => isWanted(entry, options.filters));
  if (wanted.length === 0) throw new Misused(`--only knows ${namesOf(lineup)}`);
  const present = wanted.filter(({ programs }) => programs.every(isOnPath));
  const absent = wanted.filter((entry) => !present.includes(entry));
  const { trials, isCut } = await trialsOf(
    smoke ? present.filter(({ runs }) => runs === "here") : present,
    tasks,
  );
  const told = trials.map(({ outcome, ...about }) => ({ ...about, ...withoutScores(outcome) }));
  return {
    json: { trials: told, absent: absent.map(({ name, packages }) => ({ name, packages })) },
    text: tablesOf({ trials, tasks, absent }),
    isCut,
  };
}

/** Asked to end, it leaves the trial under way and tells what it has. */
async function trialsOf(entries: readonly Entry[], tasks: readonly Task[]): Promise<Ran> {
  const asked = new AbortController();
  const end = (): void => asked.abort();
  const ended = new Promise<undefined>((resolve) => {
    asked.signal.addEventListener("abort", () => resolve(undefined));
  });
  process.once("SIGINT", end).once("SIGTERM", end);
  const trials: Trial[] = [];
  const all = tasks.flatMap((task) => entries.map((entry) => ({ entry, task })));
  for (const { entry, task } of all) {
    if (asked.signal.aborted) break;
    const which = `${trials.length + 1} of ${all.length}`;
    process.stderr.write(`${which}: ${task.way}, ${task.source}: ${entry.name}\n`);
    const trial = await Promise.race([trialOf(entry, task), ended]);
    if (trial !== undefined) trials.push(trial);
  }
  process.off("SIGINT", end).off("SIGTERM", end);
  if (!asked.signal.aborted) await Promise.all(entries.map((entry) => entry.close()));
  return { trials, isCut: asked.signal.aborted };
}

interface Ran {
  readonly trials: readonly Trial[];
  /** What was under way still is, and ends with the process. */
  readonly isCut: boolean;
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
