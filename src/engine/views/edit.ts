// What an edit made of a post, from what was kept of its first version: a trace, no words.

import type { Brought } from "../../model/edit.ts";
import type { Likeness, Sketch, Trace } from "../../model/likeness.ts";
import { sketchSize } from "./sketch.ts";

/** Fewer shingles are a word or two: whoever replaces them replaced nothing. Chosen by us. */
const shinglesMin = 12;

/**
 * The share of the first version's words that this one still has, by a fair sample of both (see
 * sketch.ts): what was added beside them does not count against it. 1 where there were hardly any.
 */
export function wordsKept(now: Sketch, first: Sketch): number {
  if (first.length < shinglesMin) return 1;
  const [has, had] = [new Set(now), new Set(first)];
  const union = [...new Set([...now, ...first])].sort((one, other) => one - other);
  const before = union.slice(0, sketchSize).filter((shingle) => had.has(shingle));
  if (before.length === 0) return 0;
  return before.filter((shingle) => has.has(shingle)).length / before.length;
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
