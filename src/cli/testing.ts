// What the tests of commands stand on: an output that remembers.

import type { Output } from "./output.ts";

export interface FakeOutput extends Output {
  /** The answer so far. */
  text(): string;
  /** What was said beside it. */
  asides(): string;
}

export function fakeOutput(more: Partial<Output> = {}): FakeOutput {
  let text = "";
  let asides = "";
  return {
    line: (line = "") => {
      text += `${line}\n`;
    },
    write: (part) => {
      text += part;
    },
    aside: (line) => {
      asides += `${line}\n`;
    },
    width: 100,
    colours: false,
    interactive: false,
    text: () => text,
    asides: () => asides,
    ...more,
  };
}
