// Names by a pattern: `*` stands for anything, `#` for a number, all else for itself, folded.
//
//   "katie####"   meets  katie4821, Katie_7      "*free crypto*"   meets  💰 Frее Crypto 💰

import { wordsOf } from "./rule-text.ts";

/** Pieces that stand in a name one after another, with anything between them. */
export interface NamePattern {
  readonly pieces: readonly string[];
  readonly opensAny: boolean;
  readonly endsAny: boolean;
}

export function namePatternOf(text: string): NamePattern {
  const pieces = text.split(/\*+/).map(pieceOf);
  return {
    pieces: pieces.filter((piece) => piece !== ""),
    opensAny: text.startsWith("*"),
    endsAny: text.endsWith("*"),
  };
}

/** Digits are one `0` where text is normalised, and letters with digits read as such. */
function pieceOf(text: string): string {
  const numbered = text.split(/#+/).map(foldedName);
  return numbered.join("0").replace(/0+/g, "0");
}

/** Letters of a pattern that tell something. */
export function lettersOfPattern({ pieces }: NamePattern): number {
  return pieces.join("").replace(/[^\p{L}\p{M}]/gu, "").length;
}

/** Linear in the name, for each piece. `name`: folded by `foldedName`. */
export function matchesName(name: string, { pieces, opensAny, endsAny }: NamePattern): boolean {
  let at = 0;
  for (const [index, wanted] of pieces.entries()) {
    const isFirst = index === 0 && !opensAny;
    const isLast = index === pieces.length - 1 && !endsAny;
    const found = isLast ? name.lastIndexOf(wanted) : name.indexOf(wanted, at);
    if (found < at || (isFirst && found !== 0)) return false;
    at = found + wanted.length;
    if (isLast && at !== name.length) return false;
  }
  return true;
}

/** `katie_4821`, `katie 4821` and `katie4821` are made by the same hand. */
export function foldedName(name: string): string {
  return wordsOf(name).replaceAll(" ", "");
}
