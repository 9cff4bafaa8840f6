// Text for comparison, never for display: what looks the same becomes the same, and
// we count what had to be undone, because people do not write in disguise.
//
// What is ordinary is not counted: joiners inside emoji and in Persian, Urdu and Indic
// words, marks of direction around right-to-left names, variation selectors after
// emoji and ideographs, zero-width spaces beside emoji or between words.

import { textLengthMax } from "../../base/limits.ts";
import { asShown } from "./forced-direction.ts";
import { readLeet } from "./leet.ts";
import { foldLookalikes } from "./lookalikes.ts";

export interface Normalized {
  /** Lower case, digits as `0`, single spaces. */
  readonly text: string;
  /** Invisible characters inside words, forced directions, marks stacked too high. */
  readonly invisible: number;
  /** Letters of another script inside a word. */
  readonly lookalikes: number;
}

/** Idempotent on its text; never longer than `textLengthMax`; linear in the length of `raw`. */
export function normalize(raw: string): Normalized {
  const text = raw.length > textLengthMax ? raw.slice(0, textLengthMax) : raw;
  if (!extraordinary.test(text)) return fold(text.toLowerCase(), 0, 0);
  const shown = asShown(text.toWellFormed()).replace(ignorable, "");
  const hides = shown.length < text.length;
  const letters = withShortRuns(shown.replace(reversed, plainLetter));
  const whole = letters.normalize("NFKC").slice(0, textLengthMax);
  const asWritten = foldLookalikes(whole.replace(enclosing, ""));
  const lower = withoutMarks(asWritten.text.toLowerCase().replaceAll("ς", "σ"));
  const invisible = (hides ? countInvisible(text) : 0) + countStacked(whole);
  return fold(lower, invisible, asWritten.exchanged);
}

/**
 * All but the characters that nothing below changes or counts, in any company: ASCII, the letters
 * of Western Europe, quotation marks, dashes, kana, ideographs, emoji. The long way takes 12 times
 * as long and more (12 to 30 us beside 1, for 90 letters), and most posts have no need of it.
 */
const ordinary = [
  String.raw`\t\n\r\x20-\x7E\xC0-\xFF\u2013\u2014\u2018-\u201E`,
  String.raw`\u3001\u3002\u3041-\u3096\u30A1-\u30FC\u4E00-\u9FFF\u{1F300}-\u{1FAFF}`,
].join("");
const extraordinary = new RegExp(`[^${ordinary}]`, "u");

/** What is left to do in lower case, with what was counted before. */
function fold(text: string, invisible: number, exchanged: number): Normalized {
  const spelled = readLeet(withoutEmojiNames(text));
  const tidied = spelled.text.replace(/\p{Nd}+/gu, "0").replace(untidySpace, " ");
  const joined = pulledApart.test(tidied) ? readLeet(together(tidied)).text : tidied;
  const looked = foldLookalikes(joined);
  return {
    text: looked.text.slice(0, textLengthMax).trim(),
    invisible,
    lookalikes: exchanged + spelled.exchanged + looked.exchanged,
  };
}

/** Pictures of a server's own, as `:blobcat:`; a text of nothing else keeps them. */
function withoutEmojiNames(text: string): string {
  if (!text.includes(":") || !emojiName.test(text)) return text;
  const without = text.replace(everyEmojiName, " ");
  return /[\p{L}\p{N}]/u.test(without) ? without : text;
}

/** Not the minutes of a time, nor words of other scripts between colons; leet is read later. */
const emojiName = /:(?=[^:\s]{0,64}[\p{sc=Latn}_@$!€])[\p{L}\p{M}\p{Nd}_@$!€]{2,64}:/u;
const everyEmojiName = new RegExp(emojiName, "gu");

/** Four single letters or more with one kind of sign between them: a word pulled apart. */
const pulledWord =
  /(?<![\p{L}\p{M}\p{Nd}])\p{L}([ ._*·-])(?:\p{L}\1){2,}\p{L}(?![\p{L}\p{M}\p{Nd}])/gu;

/** The same, cheaply: most texts have nothing of the kind. */
const pulledApart = /[^ ]([ ._*·-])[^ ]\1[^ ]\1/;

function together(text: string): string {
  return text.replace(pulledWord, (word) => word.replace(/[ ._*·-]/g, ""));
}

/** White letters on black squares and circles, which NFKC leaves alone as emoji. */
const reversed = /[\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}]/gu;

function plainLetter(sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  return String.fromCharCode(97 + point - (point < 0x1f170 ? 0x1f150 : 0x1f170));
}

/** Circles and the like around a letter; no script writes with them. */
const enclosing = /\p{Me}+/gu;

/** All white space but a single space, which most is already. */
const untidySpace = /[\s\u2800]{2,}|[^\S ]|\u2800/g;

/** Characters without a shape of their own, and control characters that are not white space. */
const ignorable = /[[\p{Default_Ignorable_Code_Point}\p{Cc}\uFFF9-\uFFFB]--[\t\n\v\f\r]]+/gv;

/** Scripts that put spaces between words and join nothing inside them. */
const spaced = String.raw`[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}]`;
/** Scripts without spaces; ideographs have variation selectors of their own. */
const dense = String.raw`[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]`;
const invisible = String.raw`\p{Default_Ignorable_Code_Point}`;
const insideWords = new RegExp(
  `(?<=${spaced})${invisible}+(?=${spaced})|` +
    `(?<=${dense})[${invisible}--\\p{Variation_Selector}]+(?=${dense})`,
  "gv",
);

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

function countInvisible(text: string): number {
  let count = 0;
  for (const [run] of text.matchAll(insideWords)) count += run.length;
  if (rightToLeft.test(text)) return count;
  return count + (text.match(/[\u202D\u202E]/g)?.length ?? 0);
}

/** Marks on one letter that are still writing: Vietnamese and Hebrew need two, Tibetan three. */
const stackMax = 3;

function countStacked(text: string): number {
  let count = 0;
  for (const run of text.match(/\p{M}{4,}/gu) ?? []) count += run.length - stackMax;
  return count;
}

/**
 * Putting marks into their canonical order takes quadratic time over a long run of them. Unicode's
 * Stream-Safe Text Format (UAX #15, section 13) knows no writing with more than 30: what is beyond
 * is left out, and the 30 that stay are still counted as stacked.
 */
export function withShortRuns(text: string): string {
  return text.replace(longRun, "$1");
}

/** With the half-width kana marks, which become marks. */
const longRun = /([\p{M}\uFF9E\uFF9F]{30})[\p{M}\uFF9E\uFF9F]+/gu;

/** Marks that belong to no script: accents that no composed letter has, vowel signs of Arabic. */
const freeMarks = /[\p{sc=Inherited}&&\p{M}]+/gv;

function withoutMarks(text: string): string {
  if (!/\p{M}/u.test(text)) return text;
  const bare = text.replace(freeMarks, "").replace(/(\p{M}{3})\p{M}+/gu, "$1");
  return bare.normalize("NFC");
}
