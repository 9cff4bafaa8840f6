// Where a text wants its reader to go, however it is worded: names, numbers and places outside.
//
// A campaign that is written anew for each person, in another language each day, still has to say
// where it is paid: a name on a messenger, a telephone number, a wallet, a site spelled out. Real
// links and mentions are views of their own.

import type { Reading } from "../../model/reading.ts";
import type { Sight } from "./sight.ts";

/** Chosen by us: of one post compared. */
const payloadsMax = 6;

/** Where a post is longer it is an article; what is looked through costs 7 µs a letter at worst. */
const lookedThroughMax = 8192;

/** Chosen by us: names and numbers that people pass on are rarer than sites. Learned, too. */
const usual = 0.0005;

/** Also as a disguised text is read, which takes the digits of a wallet for letters. */
export function payloadTraits({ text, comparable }: Reading): readonly Sight[] {
  // Again, since one letter may become eighteen.
  const unfolded = text.slice(0, lookedThroughMax).normalize("NFKC").slice(0, lookedThroughMax);
  const shown = unfolded.replace(address, " ");
  const plain = shown.toLowerCase().replace(/\p{Nd}+/gu, "0");
  const undisguised = comparable.slice(0, lookedThroughMax).replace(address, " ");
  const found = new Set([...placesIn(plain), ...numbersIn(shown), ...placesIn(undisguised)]);
  return [...found].slice(0, payloadsMax).map((content) => ({ view: "payload", content, usual }));
}

/** A link as it is shown is a link's affair, whole or cut. */
const address = /(?:https?:\/\/|www\.)\S*|(?<!\S)[^\s/]*\/\S*/giu;

const mail = /[\p{L}0][\p{L}0._+-]{1,63}@[\p{L}0-]{2,63}(?:\.[\p{L}0-]{2,63})+/gu;

/** A dot as people write it where a link would be looked at. */
const dot = String.raw` ?[\[\(\{]\.[\]\)\}] ?| [\[\(]?(?:dot|punkt|punto|point|точка)[\]\)]? `;

const aDot = new RegExp(dot, "u");

const site = new RegExp(
  String.raw`(?<![\p{L}0@._\-])[\p{L}0\-]{3,63}(?:\.|${dot})\p{L}{2,24}(?![\p{L}0@_\-]|\.\p{L})`,
  "gu",
);

/** What no language has for a word: letters with digits or low lines in between; wallets, too. */
const coined =
  /(?=[\p{L}0_]{5,64}(?![\p{L}0_]))(?<![\p{L}0_@/.-])0*(?:\p{L}+[0_]+\p{L}*)[\p{L}0_]*/gu;

/** Fewer letters are a size, a model or a date. */
const lettersMin = 4;

/** In text of small letters, in which digits are folded to 0. */
function placesIn(comparable: string): readonly string[] {
  return placesWorthLookingFor(comparable).flatMap((place) =>
    [...comparable.matchAll(place)]
      .map(([found]) => plainly(found))
      .filter((found) => (found.match(/\p{L}/gu)?.length ?? 0) >= lettersMin),
  );
}

/** One look at all of a text, which most texts end with, is a tenth of what the others take. */
function placesWorthLookingFor(comparable: string): readonly RegExp[] {
  const places = comparable.includes("@") ? [mail] : [];
  if (dotWithin.test(comparable)) places.push(site);
  if (mixed.test(comparable)) places.push(coined);
  return places;
}

const dotWithin = /\.[\p{L}\])}]|[ [(](?:dot|punkt|punto|point|точка)[\]) ]/u;

const mixed = /\p{L}[0_]/u;

/** `name [.] site`, `name dot site` and `name.site` are one. */
function plainly(found: string): string {
  return found.replace(aDot, ".");
}

/** Nine digits and more, E.164 has 15 at most: shorter ones are prices, years and dates. */
const number =
  /(?<![\p{L}\p{N}])\+?\p{Nd}(?:[ ()./\u2010-\u2015-]{0,2}\p{Nd}){8,14}(?![\p{L}\p{N}])/gu;

/** A day of this century, with an hour behind it; before a day nobody puts a plus. */
const moment = /^20\d\d[01]\d[0-3]\d/;

function numbersIn(text: string): readonly string[] {
  return [...text.matchAll(number)]
    .map(([found]) => ({ digits: digitsOf(found), abroad: found.startsWith("+") }))
    .filter(({ digits, abroad }) => abroad || !moment.test(digits))
    .map(({ digits }) => digits);
}

/** Of whatever script, as 0 to 9: in Unicode the ten of a script stand in a row. */
function digitsOf(found: string): string {
  return Array.from(found.match(/\p{Nd}/gu) ?? [], (digit) => {
    const last = digit.codePointAt(0) ?? 0;
    let zero = last;
    while (last - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return last - zero;
  }).join("");
}
