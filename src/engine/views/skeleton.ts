// Letters as they are compared in sketches: accents left off, what passes for another letter as
// that letter, so that who varies them says the same. Nothing else of it is readable, so it may
// be coarser than normalised text: Vietnamese without its tones is still itself.

import { confusableDense, confusableLatin } from "../text/confusables.ts";

/** What a code unit is compared as; `space` for what is no letter. */
export function skeletonOf(unit: number): number {
  return skeletons[unit] as number;
}

export const space = 32;

/** Close enough to \p{L}\p{M} after normalisation. */
function isLetter(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x61 && unit <= 0x7a;
  if (unit < 0x2000) return unit >= 0xaa && unit !== 0xd7 && unit !== 0xf7;
  return (unit >= 0x2c00 && unit < 0x2e00) || (unit >= 0x3041 && unit < 0xfe00) || unit >= 0xff10;
}

/** Latin, Greek, Cyrillic: their letters stand without accents too. */
const accented: readonly (readonly [from: number, to: number])[] = [
  [0xc0, 0x24f],
  [0x386, 0x52f],
  [0x1e00, 0x1fff],
];

const skeletons = build();

function build(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) table[unit] = isLetter(unit) ? unit : space;
  for (const [from, to] of accented) {
    for (let unit = from; unit <= to; unit++) table[unit] = withoutAccents(unit);
  }
  for (const [from, to] of [confusableLatin, confusableDense]) {
    const instead = [...to.toLowerCase()];
    for (const [at, letter] of [...from].entries()) {
      table[letter.charCodeAt(0)] = (instead[at] ?? letter).charCodeAt(0);
    }
  }
  // In lower case "l" is what "I", "1" and "|" were, as often as not.
  return table.map((unit) => (unit === 0x6c ? 0x69 : unit));
}

function withoutAccents(unit: number): number {
  const bare = String.fromCharCode(unit).normalize("NFD").charCodeAt(0);
  return isLetter(bare) ? bare : space;
}
