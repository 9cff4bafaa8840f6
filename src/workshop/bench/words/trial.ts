// One contender at one task.

import type { Contender, Entry } from "./contender.ts";
import { type Telling, tellingOf } from "./measure.ts";
import { secondsSpent } from "./spent.ts";
import type { Task, Way } from "./tasks.ts";

export interface Trial {
  readonly filter: string;
  readonly way: Way;
  readonly source: string;
  readonly spam: number;
  readonly ham: number;
  readonly outcome: Outcome | { readonly kind: "failed"; readonly because: string };
}

export interface Outcome extends Telling {
  readonly kind: "measured";
  /** A second of one core: scored or, online, scored and learned. */
  readonly postsPerSecond: number;
  readonly modelBytes: number;
  /** In the order of the task's texts. */
  readonly scores: readonly number[];
}

/** A contender that fails says why, and the others go on. */
export async function trialOf(entry: Entry, task: Task): Promise<Trial> {
  const spam = task.scored.filter(({ isSpam }) => isSpam).length;
  const ham = task.scored.length - spam;
  const about = { filter: entry.name, way: task.way, source: task.source, spam, ham };
  try {
    return { ...about, outcome: await outcomeOf(entry, task) };
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return { ...about, outcome: { kind: "failed", because } };
  }
}

async function outcomeOf(entry: Entry, task: Task): Promise<Outcome> {
  const contender = await entry.make();
  try {
    const { scores, postsPerSecond } = await scoredBy(contender, entry.runs, task);
    if (scores.length !== task.scored.length || !scores.every(Number.isFinite))
      throw new Error(`answered ${scores.length} of ${task.scored.length}, or not with numbers`);
    const told = tellingOf(
      scores,
      task.scored.map(({ isSpam }) => isSpam),
    );
    const modelBytes = await contender.modelBytes();
    return { kind: "measured", ...told, postsPerSecond, modelBytes, scores };
  } finally {
    await contender.end();
  }
}

interface Scored {
  readonly scores: readonly number[];
  readonly postsPerSecond: number;
}

async function scoredBy(
  contender: Contender,
  runs: Entry["runs"],
  { way, learned, scored }: Task,
): Promise<Scored> {
  if (way === "online") {
    const before = secondsSpent(runs);
    const scores = await contender.stream(scored);
    return { scores, postsPerSecond: scored.length / (secondsSpent(runs) - before) };
  }
  await contender.train(learned);
  return scoredAndTimed(
    contender,
    runs,
    scored.map(({ text }) => text),
  );
}

/** Seconds of computing from which on a rate is no chance; the slow reach them with one pass. */
const secondsMin = 0.3;
const passesMax = 20;

async function scoredAndTimed(
  contender: Contender,
  runs: Entry["runs"],
  texts: readonly string[],
): Promise<Scored> {
  const before = secondsSpent(runs);
  const scores = await contender.score(texts);
  let passes = 1;
  while (secondsSpent(runs) - before < secondsMin && passes < passesMax) {
    await contender.score(texts);
    passes++;
  }
  return { scores, postsPerSecond: (passes * texts.length) / (secondsSpent(runs) - before) };
}
