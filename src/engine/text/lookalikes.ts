// Letters that pass for others. A word that mixes scripts is read in the script it
// pretends to be; real Russian or Greek words stay as they are.
//
//   "раураl" with Cyrillic р а у    ▶  "paypal"     Latin letters among them
//   "cтавки" with a Latin c         ▶  "ставки"      Cyrillic letters no Latin one passes for
//
// The table is ours, by eye, and short: what shows alike in common fonts. Unicode's TR39
// lists many more; a later version may measure what they add.

export interface Folded {
  readonly text: string;
  /** Letters that were exchanged. */
  readonly exchanged: number;
}

/** In mixed words only. Each letter on the left passes for the one below it. */
const foreign = pairs([
  ["асеорхуіјѕһԁԛԝѵ", "aceopxyijshdqwv"],
  ["АВЕКМНОРСТХУІЈЅԚԜҮ", "ABEKMHOPCTXYIJSQWY"],
  ["οανριυκηχγ", "oavpiuknxy"],
  ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
  ["օոսհցզյ", "onuhgqj"],
]);

/** Everywhere: letters of the Latin script itself, drawn small or oddly. */
const odd = pairs([
  ["ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"],
  ["ɑɡıɩƖ", "agiil"],
]);

/** Latin letters that pass for Cyrillic ones, where the rest of the word is Cyrillic. */
const toCyrillic = pairs([
  ["aceopxyij", "асеорхуіј"],
  ["ABEKMHOPCTXYIJ", "АВЕКМНОРСТХУІЈ"],
]);

const anyOdd = new RegExp(`[${[...odd.keys()].join("")}]`, "gu");
const words = /[\p{L}\p{M}]+/gu;

export function foldLookalikes(text: string): Folded {
  const plain = text.replace(anyOdd, (letter) => odd.get(letter) ?? letter);
  if (!/[\u0370-\u058F]/.test(plain) || !/[A-Za-z]/.test(plain))
    return { text: plain, exchanged: 0 };
  let exchanged = 0;
  const folded = plain.replace(words, (word) => {
    const read = readWord(word);
    exchanged += read.exchanged;
    return read.text;
  });
  return { text: folded, exchanged };
}

function readWord(word: string): Folded {
  if (!/[A-Za-z]/.test(word) || !/[\u0370-\u058F]/.test(word)) return { text: word, exchanged: 0 };
  return (
    exchange(word, foreign, /[A-Za-z\u00C0-\u024F\p{M}]/u) ??
    exchange(word, toCyrillic, /[\u0400-\u052F\p{M}]/u) ?? { text: word, exchanged: 0 }
  );
}

/** Undefined where a letter is neither at home nor in the table: then the word is no disguise. */
function exchange(
  word: string,
  table: ReadonlyMap<string, string>,
  home: RegExp,
): Folded | undefined {
  let text = "";
  let exchanged = 0;
  for (const letter of word) {
    const instead = table.get(letter);
    if (instead === undefined && !home.test(letter)) return undefined;
    if (instead !== undefined) exchanged++;
    text += instead ?? letter;
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
