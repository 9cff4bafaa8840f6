// What an edit made of a post, from what was kept of its first version: a trace, no words.

import type { Brought } from "../../model/edit.ts";
import type { Likeness, Sketch } from "../../model/likeness.ts";
import { compare } from "./sketch.ts";
import type { Trace } from "./trace.ts";

/** Fewer shingles are a word or two: whoever replaces them replaced nothing. Chosen by us. */
const shinglesMin = 12;

/**
 * The share of the first version's words that this one still has: what was added beside them does
 * not count against it. 1 where there were hardly any.
 */
export function wordsKept(now: Sketch, first: Sketch): number {
  if (first.length < shinglesMin) return 1;
  const before = new Set(first);
  let [all, kept] = [0, 0];
  compare(now, first, (shingle, shared) => {
    if (!before.has(shingle)) return;
    all++;
    if (shared) kept++;
  });
  return all === 0 ? 0 : kept / all;
}

/** Kinds of things in which nothing of this version stood in the first. */
export function broughtBy({ traits }: Likeness, first: Trace): readonly Brought[] {
  const brought: Brought[] = [];
  for (const [view, what] of [
    ["link", "link"],
    ["media", "picture"],
  ] as const) {
    const own = traits.filter((one) => one.view === view);
    if (own.length > 0 && own.every(({ key }) => !first.keys.includes(key))) brought.push(what);
  }
  return brought;
}
