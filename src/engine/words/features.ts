// What a text says, as numbers: hashes of its runs of letters and of its pairs of words.
//
//   "free coins"  ▶  ␣f ␣fr ␣fre fr fre free … e␣ e␣c e␣co ␣c ␣co …   runs of 2 to 4 letters
//                    free · coins    free, coins                       sparse pairs, words
//                    no number, no capitals …                           how it is set: shape.ts
//
// Runs of letters survive misspelling, inflexion and scripts without spaces (Kanaris et al.,
// "Words versus character n-grams for anti-spam filtering", IJAIT 2007); sparse pairs keep what
// words say only together (Siefkes et al., "Combining Winnow and Orthogonal Sparse Bigrams for
// Incremental Spam Filtering", PKDD 2004). Hashes instead of a dictionary: Weinberger et al.,
// "Feature Hashing for Large Scale Multitask Learning", ICML 2009.
//
// A feature stands with the word that it begins in, because what one word may do is bounded.

import type { Reading } from "../../model/reading.ts";
import { shapeOf } from "./shape.ts";

/** What of a post its words are read from. */
export type Worded = Pick<Reading, "text" | "comparable" | "links">;

/** What `weigh` and `learn` need of a text; no word can be read back from it. */
export interface Features {
  /** 32-bit hashes, by word; then the shape of it all, and each linked domain, as words. */
  readonly hashes: Uint32Array;
  /** For each word, where its hashes end. */
  readonly ends: Uint32Array;
}

/** Letters that are looked at, of the beginning and of the end. Most posts have fewer in all. */
const lettersMax = 2048;

/** Different domains linked to that are looked at. */
const domainsMax = 8;

/** Lengths of runs; in scripts without spaces a letter says more. */
const runMin = 2;
const runMax = 4;
const denseMin = 1;
const denseMax = 3;

/** Letters of such a script that are bounded as one word, since it has no spaces between words. */
const denseWord = 4;

/**
 * Letters without a space that are bounded as one word. Chosen by us: longer than nearly any word,
 * so that spam which joins its words by commas or fillers is not bounded as a single one.
 */
const longWord = 24;

/** Words before, with which a word makes a pair. */
const pairsBack = 2;

/** Pure; its work is linear in the text, and bounded. */
export function featuresOf({ text, comparable, links }: Worded): Features {
  const draft = newDraft(` ${ends(comparable.trim(), lettersMax)} `);
  for (let at = 0; at < draft.length; at++) {
    const unit = units[at] as number;
    addRuns(draft, at, unit);
    if (endsPart(draft, unit)) endPart(draft);
    if (unit !== space) draft.word = mixed(draft.word, unit);
    else if (draft.word !== wordSeed) endWord(draft);
  }
  if (draft.words === 0) draft.count = 0;
  else addShape(draft, ends(text, lettersMax));
  const domains = new Set(links.map(({ domain }) => domain));
  for (const domain of [...domains].slice(0, domainsMax)) addDomain(draft, domain);
  return { hashes: hashes.slice(0, draft.count), ends: wordEnds.slice(0, draft.words) };
}

/** In how many parts a word is bounded: the `ends` that it has. */
export function partsOf(word: string): number {
  const part = { dense: 0, letters: 0 };
  let parts = 1;
  for (let at = 0; at < word.length; at++) {
    if (!endsPart(part, word.charCodeAt(at))) continue;
    [part.dense, part.letters] = [0, 0];
    parts++;
  }
  return parts;
}

/** What was read since the last part or word. */
interface Part {
  dense: number;
  letters: number;
}

function endsPart(part: Part, unit: number): boolean {
  if (unit === space) return false;
  if (isDense(unit)) part.dense++;
  return ++part.letters === longWord || part.dense === denseWord;
}

/** Who fills up a text does so at one end of it. */
function ends(text: string, most: number): string {
  if (text.length <= 2 * most) return text;
  return `${text.slice(0, most)} ${text.slice(-most)}`;
}

interface Draft extends Part {
  /** Of what is read, in `units`. */
  readonly length: number;
  count: number;
  words: number;
  /** Of the word that is read. */
  word: number;
  /** Of the words before it. */
  last: number | undefined;
  lastButOne: number | undefined;
}

const perLetter = Math.max(runMax - runMin, denseMax - denseMin) + 1;
const unitsMax = 2 * lettersMax + 3;
const wordsMax = unitsMax + 1 + domainsMax;

/** More counts than shape.ts has. */
const shapesMax = 16;

/** Paper to write on, the same for every text. */
const units = new Uint16Array(unitsMax);
const hashes = new Uint32Array(unitsMax * perLetter + wordsMax * (1 + pairsBack) + shapesMax);
const wordEnds = new Uint32Array(wordsMax);

/** What this text had already, nearly all of it: saying a thing twice is saying it once. */
const seen = new Uint32Array(2048);
const seenMask = seen.length - 1;

function newDraft(letters: string): Draft {
  const { length } = letters;
  for (let at = 0; at < length; at++) units[at] = letters.charCodeAt(at);
  seen.fill(0);
  return {
    length,
    count: 0,
    words: 0,
    dense: 0,
    letters: 0,
    word: wordSeed,
    last: undefined,
    lastButOne: undefined,
  };
}

/** All that begin here. */
function addRuns(draft: Draft, at: number, first: number): void {
  const dense = isDense(first);
  const least = at + (dense ? denseMin : runMin);
  const end = Math.min(at + (dense ? denseMax : runMax), draft.length);
  let hash = runSeed;
  for (let next = at; next < end; ) {
    hash = mixed(hash, units[next++] as number);
    if (next >= least) add(draft, hash);
  }
}

/** Scripts without spaces, and both halves of what lies beyond the basic plane. */
function isDense(unit: number): boolean {
  return unit >= 0x3041 && unit < 0xe000;
}

function endWord(draft: Draft): void {
  const { word, last, lastButOne } = draft;
  add(draft, word);
  if (last !== undefined) add(draft, mixed(last ^ pairSeed, word));
  if (lastButOne !== undefined) add(draft, mixed(lastButOne ^ farPairSeed, word));
  draft.lastButOne = last;
  draft.last = word;
  draft.word = wordSeed;
  endPart(draft);
}

function endPart(draft: Draft): void {
  [draft.dense, draft.letters] = [0, 0];
  wordEnds[draft.words++] = draft.count;
}

function addShape(draft: Draft, text: string): void {
  for (const [kind, step] of shapeOf(text).entries()) add(draft, shapeSeed ^ (16 * kind + step));
  endPart(draft);
}

function addDomain(draft: Draft, domain: string): void {
  let hash = domainSeed;
  for (let at = 0; at < domain.length; at++) hash = mixed(hash, domain.charCodeAt(at));
  add(draft, hash);
  endPart(draft);
}

function add(draft: Draft, hash: number): void {
  const one = finished(hash);
  const place = one & seenMask;
  if (seen[place] === one) return;
  seen[place] = one;
  hashes[draft.count++] = one;
}

const space = 32;
const runSeed = 0x811c9dc5;
const wordSeed = 0x9e3779b9;
const pairSeed = 0x7f4a7c15;
const farPairSeed = 0x165667b1;
const domainSeed = 0x3c6ef372;
const shapeSeed = 0x27d4eb2f;

/** The step of FNV-1a, over UTF-16 units. */
function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** murmur3's end: the upper bits decide which cell a feature has. */
function finished(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
