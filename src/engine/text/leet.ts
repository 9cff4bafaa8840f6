// Digits and signs that stand for letters: "fr33 m0n3y" is read as "free money".
//
// What stands between two letters is meant as one, mostly; a number at the end of a word is a
// number ("covid19", "mp3"), unless the word has such a letter within. Which letter it is goes by
// the script of its neighbour. Numbers that stay are set apart, so that reading twice is the same.

import { passingForLatin } from "./lookalikes.ts";

export interface Spelled {
  readonly text: string;
  /** Letters that were read, in words that are plainly spelled so. */
  readonly exchanged: number;
}

/** What is common in such spelling; "2" and "6" mean themselves as often ("b2b", "v6"). */
const latin = table("0135478@$!€9", "oiesatbasieg");
const cyrillic = table("0346", "озчб");
const none = table("", "");

function table(signs: string, letters: string): ReadonlyMap<string, string> {
  const instead = [...letters];
  return new Map([...signs].map((sign, i) => [sign, instead[i] as string]));
}

/** Of scripts that such spelling is seen in, and whatever passes for one of their letters. */
const cyrillicLetter = String.raw`\u0400-\u04FF`;
const letter = String.raw`[\p{sc=Latn}\p{sc=Grek}${cyrillicLetter}${passingForLatin}]`;

/** Cheap: most texts have nothing of the kind; digits of other scripts are in the range. */
const signWithin = /\S[\d@$!€\u0660-\uFFFF]\S/;
const perhaps = new RegExp(String.raw`${letter}[\p{Nd}@$!€]+${letter}`, "u");

const word = /[\p{L}\p{M}\p{Nd}@$!€]+/gu;

/** Within a word: what is before it tells the script. */
const within = new RegExp(
  String.raw`(?<=(\p{sc=Latn})|([${cyrillicLetter}])|${letter})[\p{Nd}@$!€]+(?=${letter})`,
  "gu",
);

/** Only digits, and `$`: other signs around a word are punctuation. */
const first = new RegExp(String.raw`^[\p{Nd}$]+(?=${letter})`, "u");
const last = new RegExp(String.raw`(?<=${letter})[\p{Nd}$]+$`, "u");

/** Longer runs are numbers. */
const runMax = 2;

/** `text`: in lower case. */
export function readLeet(text: string): Spelled {
  if (!signWithin.test(text) || !perhaps.test(text)) return { text, exchanged: 0 };
  let exchanged = 0;
  const read = text.replace(word, (whole, at: number) => {
    if (!perhaps.test(whole) || isAddress(text, whole, at)) return whole;
    const spelled = readWord(whole);
    exchanged += spelled.exchanged;
    return spelled.text;
  });
  return { text: read, exchanged };
}

/** What has an `@`, and a dot in what follows, is an address of mail. */
function isAddress(text: string, whole: string, at: number): boolean {
  const end = at + whole.length;
  return whole.includes("@") && restOfHost.test(text.slice(end, end + hostLengthMax));
}

const hostLengthMax = 64;
const restOfHost = /^[\p{L}\p{Nd}-]*\.\p{L}/u;

function readWord(whole: string): Spelled {
  let inside = 0;
  const read = whole.replace(within, (run, isLatin?: string, isCyrillic?: string) => {
    const script = isLatin !== undefined ? latin : isCyrillic !== undefined ? cyrillic : none;
    const letters = lettersFor(run, script);
    if (letters !== undefined) inside++;
    return letters ?? ` ${run} `;
  });
  if (inside === 0) return { text: read, exchanged: 0 };
  const script = /^[^a-z]*[\u0400-\u04FF]/.test(read) ? cyrillic : latin;
  const edge = (run: string): string => lettersFor(run, script) ?? run;
  return {
    text: read.replace(first, edge).replace(last, edge),
    exchanged: inside > 1 && isMostlyLetters(whole) ? inside : 0,
  };
}

function lettersFor(run: string, script: ReadonlyMap<string, string>): string | undefined {
  if (run.length > runMax) return undefined;
  let letters = "";
  for (const sign of run) {
    const letter = script.get(sign);
    if (letter === undefined) return undefined;
    letters += letter;
  }
  return letters;
}

/** Codes and hashes have as many digits as letters; one such letter is a name ("h1n1"). */
function isMostlyLetters(whole: string): boolean {
  const letters = whole.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 2 * (whole.length - letters);
}
