// What is kept of a contact to compare later ones with: a few hundred bytes, no words.

import type { Likeness, Sketch, Trait } from "../../model/likeness.ts";

export interface Trace {
  readonly sketch: Sketch;
  /** Of its traits, in their order; what only regulars teach comes last, behind `untaught`. */
  readonly keys: Uint32Array;
}

/** No trait has this key. */
const untaught = 0;

export function traceOf({ sketch, traits }: Likeness): Trace {
  const keys: number[] = [];
  for (const trait of traits) if (trait.view !== "post" && !isFace(trait)) keys.push(trait.key);
  const faces = traits.filter(isFace);
  if (faces.length > 0) keys.push(untaught, ...faces.map(({ key }) => key));
  return { sketch, keys: Uint32Array.from(keys) };
}

function isFace({ view }: Trait): boolean {
  return view === "face" || view === "page";
}

/**
 * What a contact teaches of what is common. A wave of strangers that shows one picture or leads to
 * one page would teach that everybody does; what regulars show is common.
 */
export function lessonOf(trace: Trace, regular: boolean): Trace {
  const end = regular ? -1 : trace.keys.indexOf(untaught);
  return end === -1 ? trace : { ...trace, keys: trace.keys.subarray(0, end) };
}
