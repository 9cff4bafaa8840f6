// An online classifier for short posts: what was shipped, and on top of it what was learned here.
//
// Logistic regression over hashed features, each step as long as the feature is new (AdaGrad:
// Duchi, Hazan, Singer, "Adaptive Subgradient Methods", JMLR 2011). Goodman and Yih ("Online
// discriminative spam filter training", CEAS 2006) showed that one pass of it beats the usual
// Bayes filters. There is no constant term: of a text without a known feature it says nothing.
//
// Learning from what strangers write has a price: they choose what is learned. So
//   - what one word may add is bounded, by far more tightly for what was learned here, so that
//     spam which names an innocent in every post does not make the name evidence;
//   - a feature counts for a label once several authors had it under that label;
//   - a campaign is one lesson, and one author.

import type { Decibans } from "../../base/units.ts";
import type { WordsLesson, WordsOpinion } from "../../model/words.ts";
import { authorBit, counts, withAuthor } from "./authors.ts";
import type { Features } from "./features.ts";
import { noPrior, type Prior } from "./prior.ts";

const cellBits = 18;
export const cells = 2 ** cellBits;

/** What was learned here; changed by `learn` alone. Four numbers a cell. */
export interface Words {
  readonly prior: Prior;
  /** In nats, before a text's length is taken into account. */
  readonly weights: Float32Array;
  /** The same where several authors stand behind it, otherwise 0. */
  readonly counted: Float32Array;
  /** Sums of squared gradients. */
  readonly squares: Float32Array;
  /** Sketches of who used it, by label. */
  readonly authors: Uint16Array;
  lessons: number;
}

export function newWords(prior: Prior = noPrior): Words {
  return {
    prior,
    weights: new Float32Array(cells),
    counted: new Float32Array(cells),
    squares: new Float32Array(cells),
    authors: new Uint16Array(cells),
    lessons: 0,
  };
}

/** More than this the words alone never say, either way. Chosen by us. */
const opinionMax: Decibans = 15;

/** What one word may add, with all runs and pairs that begin in it: see docs/models/words.md. */
const priorWordMax = 1.2;
const localWordMax = 0.2;

const decibansPerNat = 10 / Math.LN10;

/** Linear in the features; changes nothing. */
export function weigh(words: Words, features: Features): WordsOpinion {
  const { prior, counted } = words;
  const { hashes, ends } = features;
  const scale = scaleOf(features);
  let sum = 0;
  let known = 0;
  let at = 0;
  for (const end of ends) {
    let shipped = 0;
    let learned = 0;
    for (; at < end; at++) {
      const hash = hashes[at] as number;
      const one = prior.weights[hash >>> prior.shift] as number;
      const other = counted[cellOf(hash)] as number;
      if (one !== 0 || other !== 0) known++;
      shipped += one;
      learned += other;
    }
    sum += within(shipped * prior.unit * scale, priorWordMax);
    sum += within(learned * scale, localWordMax);
  }
  return { decibans: within(sum * decibansPerNat, opinionMax), known };
}

/** Learns one text. The same text twice is two lessons. */
export function learn(words: Words, features: Features, lesson: WordsLesson): void {
  const isSpam = lesson.label === "spam";
  const scale = scaleOf(features);
  const error = probability(marginOf(words, features) * scale) - (isSpam ? 1 : 0);
  const gradient = error * lesson.weight * scale;
  const bit = authorBit(lesson.author, isSpam);
  for (const hash of features.hashes) step(words, cellOf(hash), gradient, bit);
  words.lessons++;
}

/** Members of one campaign that are learned; more of them say nothing new. */
const membersMax = 16;

/** One lesson: what belongs together weighs as much as a single post, and is one author. */
export function learnTogether(
  words: Words,
  members: readonly Features[],
  lesson: WordsLesson,
): void {
  const some = spread(members, membersMax);
  const weight = lesson.weight / some.length;
  for (const features of some) learn(words, features, { ...lesson, weight });
}

/** First, last and what lies evenly between. */
function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from(
    { length: most },
    (_, at) => all[Math.floor((at * (all.length - 1)) / (most - 1))] as T,
  );
}

/** Step length and what keeps the first steps short: chosen by online learning of text messages. */
const rate = 1;
const caution = 0.1;

function step(words: Words, cell: number, gradient: number, bit: number): void {
  const squares = (words.squares[cell] as number) + gradient * gradient;
  const weight =
    (words.weights[cell] as number) - (rate * gradient) / Math.sqrt(caution ** 2 + squares);
  const authors = withAuthor(words.authors[cell] as number, bit);
  words.squares[cell] = squares;
  words.weights[cell] = weight;
  words.authors[cell] = authors;
  words.counted[cell] = counts(authors, weight > 0) ? weight : 0;
}

/** What is believed so far, who said it or not, and without bounds, so that learning ends. */
function marginOf({ prior, weights }: Words, { hashes }: Features): number {
  let sum = 0;
  for (const hash of hashes) {
    sum += (prior.weights[hash >>> prior.shift] as number) * prior.unit;
    sum += weights[cellOf(hash)] as number;
  }
  return sum;
}

/** Long texts have more features, most of them saying the same again. */
function scaleOf({ hashes }: Features): number {
  return hashes.length === 0 ? 0 : 1 / Math.sqrt(hashes.length);
}

function cellOf(hash: number): number {
  return hash >>> (32 - cellBits);
}

function within(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

function probability(nats: number): number {
  return 1 / (1 + Math.exp(-nats));
}
