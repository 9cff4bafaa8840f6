// Strangers' text on an admin's terminal: it may say what it likes, and move nothing.

/**
 * Everything that steers instead of showing: C0 and C1 controls (escape sequences begin with
 * one), line and paragraph separators, bidirectional overrides and other invisible format
 * characters, lone surrogates. The joiners U+200C and U+200D stay: scripts and emoji need them.
 */
const steering = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** More marks on one letter climb into the lines above. Vietnamese needs two, Thai three. */
const marksMax = 4;
const tower = new RegExp(`(\\p{M}{${marksMax}})\\p{M}+`, "gu");

/** One line of text that shows what is there: `\u{1b}[2J` instead of a cleared screen. */
export function printable(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, " ")
    .replace(steering, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(tower, "$1");
}
