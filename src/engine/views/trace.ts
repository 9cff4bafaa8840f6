// What is kept of a contact to compare later ones with: a few hundred bytes, no words.

import type { Likeness, Sketch } from "../../model/likeness.ts";

export interface Trace {
  readonly sketch: Sketch;
  /** Of its traits, in their order. */
  readonly keys: Uint32Array;
}

export function traceOf({ sketch, traits }: Likeness): Trace {
  return { sketch, keys: Uint32Array.from(traits, ({ key }) => key) };
}
