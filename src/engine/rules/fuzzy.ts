// A phrase found where it is misspelled or pulled apart.
//
//   "casino bonus"   ▶ cassino bonnus · c-a-s-i-n-o bonus · casinobonus · ca sino bo nus
//
// Word by word with a few wrong letters; or letter by letter where spaces were moved, then with
// none wrong: "caso no" is Spanish, and no casino.

import { editsAllowed, isNear, lettersIn, mayBeNear } from "./near-spelling.ts";
import { isDense } from "./rule-text.ts";
import type { SeenWord, Sight, Unspaced } from "./sight.ts";

interface FuzzyWord extends SeenWord {
  readonly most: number;
}

export interface FuzzyPhrase {
  readonly words: readonly FuzzyWord[];
  readonly letters: string;
  readonly isDense: boolean;
}

/** `phrase`: in words. */
export function fuzzyPhraseOf(phrase: string): FuzzyPhrase {
  const words = phrase.trim().split(" ");
  return {
    words: words.map((word) => ({ word, bits: lettersIn(word), most: editsAllowed(word.length) })),
    letters: words.join(""),
    isDense: isDense(phrase),
  };
}

/** What stands there for it; undefined where nothing does. */
export function findFuzzy(phrase: FuzzyPhrase, sight: Sight): string | undefined {
  if (standsUnspaced(phrase, sight.unspaced())) return phrase.letters;
  return phrase.isDense ? undefined : misspelledIn(phrase, sight);
}

/** From where a word begins to where one ends. */
function standsUnspaced({ letters, isDense: anywhere }: FuzzyPhrase, text: Unspaced): boolean {
  for (let tries = 0, at = text.letters.indexOf(letters); at !== -1; tries++) {
    if (anywhere || (text.begins[at] === 1 && text.begins[at + letters.length] === 1)) return true;
    if (tries === triesMax) return false;
    at = text.letters.indexOf(letters, at + 1);
  }
  return false;
}

/** Of a text made of nothing but beginnings of it. */
const triesMax = 1000;

function misspelledIn({ words }: FuzzyPhrase, sight: Sight): string | undefined {
  const near = words.map((one) => nearTo(one, sight.seen()));
  if (near.some((found) => found.length === 0)) return undefined;
  if (near.length === 1) return near[0]?.[0];
  return inOneOrder(near, sight.words());
}

function nearTo({ word, bits, most }: FuzzyWord, seen: readonly SeenWord[]): readonly string[] {
  const found: string[] = [];
  for (const one of seen) {
    if (Math.abs(one.word.length - word.length) > most || !mayBeNear(one.bits, bits, most))
      continue;
    // Words that rhyme are other words, and whoever disguises one keeps how it begins.
    if (most === 1 && one.word[0] !== word[0]) continue;
    if (isNear(one.word, word, most)) found.push(one.word);
    if (found.length === nearMax) break;
  }
  return found;
}

/** Spellings of one word that are tried in company. Chosen by us. */
const nearMax = 8;

/** One of each, side by side. */
function inOneOrder(near: readonly (readonly string[])[], text: string): string | undefined {
  let begun = near[0] ?? [];
  for (const next of near.slice(1)) {
    begun = begun
      .flatMap((one) => next.map((other) => `${one} ${other}`))
      .filter((phrase) => text.includes(` ${phrase} `))
      .slice(0, nearMax);
  }
  return begun[0];
}
