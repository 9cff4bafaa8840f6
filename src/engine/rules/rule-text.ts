// Text as rules are matched on it, and rules as texts are matched by: both folded the same way.
//
//   "Ｆrее  CRYPTO!!!"   ▶ normalised  "free crypto!!!"   ▶ in words  " free crypto "
//
// A phrase with a space before and behind is found in a text in words only where whole words are.

import { textLengthMax } from "../../base/limits.ts";
import { normalize, withShortRuns } from "../text/normalize.ts";

/** In small letters without accents, each run of signs a space, with one before and behind. */
export function inWords(normalized: string): string {
  return ` ${withoutAccents(normalized).replace(noWord, " ").trim()} `;
}

/** The same of what nobody has normalised. */
export function wordsOf(raw: string): string {
  return inWords(normalize(raw).text);
}

/**
 * Of what has digits the digits count: what is normalised has one for all. Letters in disguise
 * are not undone then, only wide, small and invisible ones.
 */
export function wordsWithDigits(raw: string): string {
  const plain = plainText(raw).toLowerCase();
  return ` ${withoutAccents(plain).replace(noWord, " ").trim()} `;
}

/** As it is shown, without what has no shape, in the letters of a keyboard. */
export function plainText(raw: string): string {
  if (!beyondAscii.test(raw)) return raw;
  const shown = withShortRuns(raw.slice(0, textLengthMax).toWellFormed().replace(shapeless, ""));
  return shown.normalize("NFKC").slice(0, textLengthMax);
}

const beyondAscii = /[^\0-\x7F]/;
const shapeless = /\p{Default_Ignorable_Code_Point}+/gu;
const noWord = /[^\p{L}\p{M}\p{N}]+/gu;

/** Accents of Latin, Greek and Cyrillic letters; marks of other scripts are letters to them. */
function withoutAccents(text: string): string {
  if (!beyondAscii.test(text)) return text;
  return text.normalize("NFD").replace(accents, "").normalize("NFC");
}

const accents = /[\u0300-\u036F]+/g;

/** Scripts that put no spaces between words: there a phrase may stand anywhere. */
const dense =
  /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;

export function isDense(text: string): boolean {
  return dense.test(text);
}

/** Where a phrase may be part of a longer word. */
export interface OpenEdges {
  readonly opens: boolean;
  readonly ends: boolean;
}

/**
 * What to look for in a text in words, for a phrase in words: with its spaces, but not where an
 * edge is open, nor beside a letter of a script without.
 */
export function needleOf(phrase: string, { opens, ends }: OpenEdges): string {
  const bare = phrase.trim();
  const letters = [...bare];
  const [first = "", last = ""] = [letters[0], letters.at(-1)];
  const before = opens || isDense(first) ? "" : " ";
  const behind = ends || isDense(last) ? "" : " ";
  return `${before}${bare}${behind}`;
}
