// Text with `{one|other}` in it, of which one is drawn.

import type { Dice } from "../dice.ts";

/** Draws one of each `{one|other}`, the innermost first. */
export function spun(text: string, dice: Dice): string {
  const innermost = /\{([^{}]*)\}/g;
  let now = text;
  while (innermost.test(now)) {
    now = now.replace(innermost, (_, words: string) => dice.pick(words.split("|")));
  }
  return now;
}
