// Letters that pass for others. A word that mixes scripts is read in the script it
// pretends to be; real Russian or Greek words stay as they are.
//
//   "раураl" with Cyrillic р а у    ▶  "paypal"     Latin letters among them
//   "cтавки" with a Latin c         ▶  "ставки"      Cyrillic letters no Latin one passes for
//
// By Unicode's TR39 (confusables.ts), and before it what shows alike in common fonts, by eye.

import { confusableForeign } from "./confusables.ts";

export interface Folded {
  readonly text: string;
  /** Letters that were exchanged. */
  readonly exchanged: number;
}

/** In mixed words only. Each letter on the left passes for the one beside it. */
const foreign = pairs([
  confusableForeign,
  ["асеорхуіјѕһԁԛԝѵ", "aceopxyijshdqwv"],
  ["АВЕКМНОРСТХУІЈЅԚԜҮ", "ABEKMHOPCTXYIJSQWY"],
  ["οανριυκηχγ", "oavpiuknxy"],
  ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
  ["օոսհցզյ", "onuhgqj"],
  ["ЬвгнтҽӏѡҮ", "bbrhteiwY"],
  ["στγϳϜϺ", "otyjFM"],
  ["քռգաՏՍՕ", "fnqwSUO"],
  ["ᎪᏴᏟᎠᎬᏀᏳᎻᎫᏦᏞᎷᏢᎡᏒᏕᏚᎢᏙᎳᏔᎩᎽᏃᏏᏧᎥᏂ", "ABCDEGGHJKLMPRRSSTVWWYYZbdih"],
  ["ꭺᏼꮯꭰꭼꮐᏻꮋꭻꮶꮮꮇꮲꭱꮢꮥꮪꭲꮩꮃꮤꭹꮍꮓ", "abcdegghjklmprrsstvwwyyz"],
]);

/** Everywhere: letters of the Latin script itself, drawn small or oddly. */
const odd = pairs([
  ["ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"],
  ["ɑɡıɩƖ℮", "agiile"],
]);

/** Latin letters that pass for Cyrillic ones, where the rest of the word is Cyrillic. */
const toCyrillic = pairs([
  ["aceopxyij", "асеорхуіј"],
  ["ABEKMHOPCTXYIJ", "АВЕКМНОРСТХУІЈ"],
  ["tkmhbrnu", "ткмнвгпи"],
]);

const anyOdd = new RegExp(`[${[...odd.keys()].join("")}]`, "gu");
const words = /[\p{L}\p{M}]+/gu;

/** All of them, for a class in a regular expression. */
export const passingForLatin = [...foreign.keys()].join("");

/** Letters that pass for Latin ones, and all of Greek, Cyrillic and Armenian. */
const foreignLetter = new RegExp(`[\\u0370-\\u058F${passingForLatin}]`, "u");

/** Latin letters, and those that no Cyrillic word has: without any of them nothing is mixed. */
const notCyrillic = new RegExp(
  `[A-Za-z\\u0370-\\u03FF\\u0530-\\u058F${passingForLatin.replace(/\p{sc=Cyrl}/gu, "")}]`,
  "u",
);

/** ASCII alone has none. */
const beyondAscii = /[^\0-\x7F]/;

export function foldLookalikes(text: string): Folded {
  if (!beyondAscii.test(text)) return { text, exchanged: 0 };
  const plain = text.replace(anyOdd, (letter) => odd.get(letter) ?? letter);
  if (!foreignLetter.test(plain) || !notCyrillic.test(plain)) return { text: plain, exchanged: 0 };
  let exchanged = 0;
  const folded = plain.replace(words, (word) => {
    const read = readWord(word);
    exchanged += read.exchanged;
    return read.text;
  });
  return { text: folded, exchanged };
}

/** Read as what it takes fewer exchanges to be: "тeст" is one Latin letter from Russian. */
function readWord(word: string): Folded {
  const untouched = { text: word, exchanged: 0 };
  if (!foreignLetter.test(word) || !notCyrillic.test(word)) return untouched;
  const latin = /[A-Za-z]/.test(word) ? exchange(word, passesForLatin, latinLetter) : undefined;
  const cyrillic = /[\u0400-\u052F]/.test(word)
    ? exchange(word, passesForCyrillic, cyrillicLetter)
    : undefined;
  if (latin === undefined || cyrillic === undefined) return latin ?? cyrillic ?? untouched;
  return cyrillic.exchanged < latin.exchanged ? cyrillic : latin;
}

const latinLetter = /[A-Za-z\u00C0-\u02AF\u1E00-\u1EFF\p{M}]/u;
const cyrillicLetter = /[\u0400-\u052F\p{M}]/u;

function passesForLatin(letter: string): string | undefined {
  return foreign.get(letter);
}

/** What passes for a Latin letter passes for the Cyrillic one which that passes for. */
function passesForCyrillic(letter: string): string | undefined {
  return toCyrillic.get(letter) ?? toCyrillic.get(foreign.get(letter) ?? "");
}

/** Undefined where a letter is neither at home nor in the table: then the word is no disguise. */
function exchange(
  word: string,
  instead: (letter: string) => string | undefined,
  home: RegExp,
): Folded | undefined {
  let text = "";
  let exchanged = 0;
  for (const letter of word) {
    const other = home.test(letter) ? undefined : instead(letter);
    if (other === undefined && !home.test(letter)) return undefined;
    if (other !== undefined) exchanged++;
    text += other ?? letter;
  }
  return { text, exchanged };
}

function pairs(rows: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const [from, to] of rows) {
    const instead = [...to];
    for (const [at, letter] of [...from].entries()) table.set(letter, instead[at] ?? letter);
  }
  return table;
}
