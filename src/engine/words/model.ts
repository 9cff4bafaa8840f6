// An online classifier for short posts: what was shipped, and on top of it what was learned here.
//
// Logistic regression over hashed features, learned in one pass as texts come (Goodman, Yih,
// "Online discriminative spam filter training", CEAS 2006: better than the usual Bayes filters).
// Steps shrink as a feature is used (AdaGrad: Duchi, Hazan, Singer, JMLR 2011) and are longer for
// rare features, as idf weights would make them (Jones, "A statistical interpretation of term
// specificity", J. Documentation 1972). The base rate is learned apart and left out of opinions.
//
// Learning from what strangers write has a price: they choose what is learned. So
//   - a word alone says next to nothing: it counts as much as the fourth strongest word of the
//     same text does. Spam is spam in many of its words; the name of an innocent that stood in
//     every spam is alone in whatever else mentions it;
//   - a feature counts for a label once several authors had it under that label;
//   - a campaign is one lesson, and one author;
//   - looking like ham excuses little, so that nobody can fill up spam with good words.

import type { Decibans } from "../../base/units.ts";
import type { WordsLesson, WordsOpinion } from "../../model/words.ts";
import { authorBit, counts, withAuthor } from "./authors.ts";
import { bounded } from "./bounded.ts";
import { cellOf, cellShift, cells } from "./cells.ts";
import type { Features } from "./features.ts";
import type { Prior } from "./prior.ts";
import { shippedPrior } from "./shipped.ts";

/** What was learned here; changed by `learn` alone. */
export interface Words {
  readonly prior: Prior;
  /** In nats, before a text's length is taken into account. */
  readonly weights: Float32Array;
  /** The same where several authors stand behind it, otherwise 0. */
  readonly counted: Float32Array;
  /** Sums of squared gradients. */
  readonly squares: Float32Array;
  /** In how many lessons it was. */
  readonly met: Float32Array;
  /** Sketches of who used it, by label. */
  readonly authors: Uint16Array;
  readonly all: Overall;
}

/** Of all lessons together. */
export interface Overall {
  lessons: number;
  /** Nats that spam is likelier than ham among them, and its squared gradients. */
  base: number;
  squares: number;
}

/** Of lessons it knows none; of the shipped words all, or those of `prior`. */
export function newWords(prior: Prior = shippedPrior()): Words {
  return {
    prior,
    weights: new Float32Array(cells),
    counted: new Float32Array(cells),
    squares: new Float32Array(cells),
    met: new Float32Array(cells),
    authors: new Uint16Array(cells),
    all: { lessons: 0, base: 0, squares: 0 },
  };
}

const decibansPerNat = 10 / Math.LN10;

/** More than this the words alone never say, either way. Chosen by us. */
const opinionMax: Decibans = 15;

/** What looking like ham may excuse, shipped and learned: less than half of what spam can say. */
const priorCreditMax: Decibans = 3;
const localCreditMax: Decibans = 6;

/**
 * Nats that one word may always say. A name of three words then moves a post by 0.9 decibans, if
 * nothing else in the post is like spam. What was shipped was learned from texts we have read.
 */
const localWordMax = 0.07;
export const priorWordMax = 0.3;

/** Linear in the features; changes nothing. */
export function weigh(words: Words, features: Features): WordsOpinion {
  const shipped = shippedOn(words.prior, features);
  if (words.all.lessons === 0) return opinionOf(shipped.decibans, shipped.known);
  const said = bounded(features, { weights: words.counted, shift: cellShift }, localWordMax);
  const learned = within(said.sum * decibansPerNat, localCreditMax);
  return opinionOf(shipped.decibans + learned, Math.max(shipped.known, said.known));
}

function opinionOf(decibans: Decibans, known: number): WordsOpinion {
  return { decibans: within(decibans, opinionMax), known };
}

/** Nears its bounds without reaching them, so that what is clearer still counts for more. */
function within(decibans: Decibans, creditMax: Decibans): Decibans {
  const most = decibans < 0 ? creditMax : opinionMax;
  return most * Math.tanh(decibans / most);
}

function shippedOn(prior: Prior, features: Features): WordsOpinion {
  const { unit, base, slope } = prior;
  const { sum, known } = bounded(features, prior, priorWordMax / unit);
  if (known === 0) return { decibans: 0, known };
  const decibans = slope * (sum * unit - base) * decibansPerNat;
  return { decibans: within(decibans, priorCreditMax), known };
}

/** Learns one text. The same text twice is two lessons. */
export function learn(words: Words, features: Features, lesson: WordsLesson): void {
  const { all } = words;
  const { label, weight, author } = lesson;
  const isSpam = label === "spam";
  const scale = scaleOf(features);
  const error = probability(marginOf(words, features)) - (isSpam ? 1 : 0);
  all.lessons += weight;
  const one: Step = {
    gradient: error * weight * scale,
    weight,
    bit: authorBit(author, isSpam),
    logLessons: Math.log1p(all.lessons),
  };
  for (const hash of features.hashes) step(words, cellOf(hash), one);
  all.squares += (error * weight) ** 2;
  all.base -= (baseRate * error * weight) / Math.sqrt(1 + all.squares);
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
  const step = (all.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => all[Math.floor(at * step)] as T);
}

interface Step {
  readonly gradient: number;
  readonly weight: number;
  readonly bit: number;
  readonly logLessons: number;
}

/**
 * Step length, and what keeps the first steps short; with the third power of rarity chosen by
 * online learning of five sources, of which none needed anything else: docs/models/words.md.
 */
const rate = 0.02;
const caution = 0.3;
const baseRate = 0.3;

function step(words: Words, cell: number, { gradient, weight, bit, logLessons }: Step): void {
  const squares = (words.squares[cell] as number) + gradient * gradient;
  const met = (words.met[cell] as number) + weight;
  const authors = withAuthor(words.authors[cell] as number, bit);
  const rarity = 1 + logLessons - Math.log1p(met);
  const length = (rate * rarity ** 3) / Math.sqrt(caution ** 2 + squares);
  const moved = (words.weights[cell] as number) - length * gradient;
  words.squares[cell] = squares;
  words.met[cell] = met;
  words.weights[cell] = moved;
  words.authors[cell] = authors;
  words.counted[cell] = counts(authors, moved > 0) ? moved : 0;
}

/** What is believed so far, who said it or not, and without bounds, so that learning ends. */
function marginOf({ prior, weights, all }: Words, features: Features): number {
  let sum = 0;
  for (const hash of features.hashes) sum += weights[cellOf(hash)] as number;
  return all.base + shippedOn(prior, features).decibans / decibansPerNat + sum * scaleOf(features);
}

/** Long texts have more features, most of them saying the same again. */
function scaleOf({ hashes }: Features): number {
  return hashes.length === 0 ? 0 : 1 / Math.sqrt(hashes.length);
}

function probability(nats: number): number {
  return 1 / (1 + Math.exp(-nats));
}
