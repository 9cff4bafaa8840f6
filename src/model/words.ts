// What the words of a post say, and what somebody taught about words.

import type { Decibans } from "../base/units.ts";

export interface WordsOpinion {
  /** That it is spam, by its words alone; 0 where nothing is known. The base rate is taken out. */
  readonly decibans: Decibans;
  /** How many of its features the model has met. */
  readonly known: number;
}

/** Something that somebody ruled on, for the classifier to learn. */
export interface WordsLesson {
  readonly label: "spam" | "ham";
  /** 1 for a ruling; less for weaker evidence, and for each of many that belong together. */
  readonly weight: number;
  /** Who wrote it, as far as authors are independent of each other: a registrable domain. */
  readonly author: string;
}
