// Ways to write the same letters so that a reader reads them and a program reads others.
// Written without knowing how any filter normalises.

import type { Dice } from "../dice.ts";
import type { Method } from "./method.ts";

const alike: Readonly<Record<string, string>> = {
  a: "аɑα",
  c: "сϲ",
  e: "еҽ",
  h: "һ",
  i: "іı",
  j: "ј",
  k: "κ",
  n: "ո",
  o: "оοօ",
  p: "рρ",
  s: "ѕ",
  u: "υս",
  v: "ν",
  x: "х",
  y: "у",
  A: "АΑ",
  B: "ВΒ",
  C: "С",
  E: "ЕΕ",
  H: "НΗ",
  I: "ІΙ",
  M: "МΜ",
  O: "ОΟ",
  P: "РΡ",
  T: "ТΤ",
};

const digits: Readonly<Record<string, string>> = { a: "4", e: "3", i: "1", o: "0", s: "5", t: "7" };

/** What is between two letters and takes no room. */
const invisible = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f"];

/** How dense, drawn once a text: from some letters to two of five. */
export function disguised(dice: Dice, text: string, letters: Method["letters"]): string {
  const share = dice.int(8, 40) / 100;
  switch (letters) {
    case "plain":
    case "split-html":
      return text;
    case "look-alike":
      return eachLetter(text, (letter) =>
        dice.chance(share) ? dice.pick([...(alike[letter] ?? letter)]) : letter,
      );
    case "invisible":
      return eachLetter(text, (letter) =>
        dice.chance(share) ? letter + dice.pick(invisible) : letter,
      );
    case "full-width":
      return eachLetter(text, (letter) => (dice.chance(share + 0.4) ? wide(letter) : letter));
    case "spaced":
      return eachWord(text, (word) => (dice.chance(share) ? pulledApart(dice, word) : word));
  }
}

/** What `disguised` can't do before there is HTML: tags and hidden letters inside words. */
export function splitHtml(dice: Dice, content: string): string {
  const hidden = (): string => `<span class="invisible">${dice.letters("aeimnorst", 2)}</span>`;
  return content.replace(/>([^<]+)</g, (_, shown: string) => {
    const pieces = eachLetter(shown, (letter) => {
      if (!/\p{L}/u.test(letter) || !dice.chance(0.2)) return letter;
      return dice.chance(0.5) ? `<span>${letter}</span>` : letter + hidden();
    });
    return `>${pieces}<`;
  });
}

function eachLetter(text: string, change: (letter: string) => string): string {
  return eachWord(text, (word) => [...word].map(change).join(""));
}

/** Links stay as they are: changed, they would lead nowhere. */
function eachWord(text: string, change: (word: string) => string): string {
  return text
    .split(/(\s+)/)
    .map((word) => (/^https?:/.test(word) || word.trim() === "" ? word : change(word)))
    .join("");
}

function wide(letter: string): string {
  return /[!-~]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter;
}

function pulledApart(dice: Dice, word: string): string {
  const between = dice.pick([" ", ".", "-", "·", "_"]);
  const leet = [...word].map((one) => (dice.chance(0.5) ? (digits[one] ?? one) : one));
  return leet.join(between);
}
