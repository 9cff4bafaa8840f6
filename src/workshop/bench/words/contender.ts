// What `npm run bench -- words` measures: any filter that learns from labelled texts.

import type { LabelledText } from "../../labelled-texts.ts";

export type Lesson = Pick<LabelledText, "text" | "isSpam">;

/**
 * A filter in a bench of its own: it begins knowing nothing. Scores order texts, higher is more
 * like spam; their scale is its own business. Only one method runs at a time.
 */
export interface Contender {
  /** Learns all of them, in this order or any that is better for it. */
  train(lessons: readonly Lesson[]): Promise<void>;
  /** One score a text, without learning. */
  score(texts: readonly string[]): Promise<readonly number[]>;
  /**
   * Each text is scored, then learned, before the next is seen (the way of TREC's spam track).
   * Like `train` and `score` in turns, but a filter may have a quicker way.
   */
  stream(lessons: readonly Lesson[]): Promise<readonly number[]>;
  /** Of what it has learned, as it is on disk or in memory. */
  modelBytes(): Promise<number>;
  /** Ends its processes and removes its files. */
  end(): Promise<void>;
}

/** How a contender comes into the bench. */
export interface Entry {
  readonly name: string;
  /** Debian packages that bring it; none for what is in the project. */
  readonly packages: string;
  /** Its programs, looked for on the path. */
  readonly programs: readonly string[];
  /** Whose computing counts: this process's, or that of the processes it starts. */
  readonly runs: "here" | "beside";
  /** Anew for each task. */
  make(): Promise<Contender>;
  /** Ends what its contenders share, after the last of them. */
  close(): Promise<void>;
}

/** For entries whose contenders share nothing. */
export async function nothingShared(): Promise<void> {
  // All of it ended with the contenders.
}

/** For filters that have no quicker way. */
export async function scoredThenLearned(
  contender: Pick<Contender, "train" | "score">,
  lessons: readonly Lesson[],
): Promise<readonly number[]> {
  const scores: number[] = [];
  for (const lesson of lessons) {
    scores.push(...(await contender.score([lesson.text])));
    await contender.train([lesson]);
  }
  return scores;
}
