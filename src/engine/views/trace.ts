// A contact's trace: what is kept of it to compare later ones with.

import type { Likeness, Trace, Trait } from "../../model/likeness.ts";

/** No trait has this key: behind it comes what only regulars teach. */
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
