// Where a command writes, and what it may assume of the place.

import { styleText } from "node:util";

/** Columns where nobody says how wide the place is, as in a pipe: scripts see one shape. */
const usualWidth = 100;

export interface Output {
  /** One line of the answer. */
  line(text?: string): void;
  /** As it is, without an end of line. */
  write(text: string): void;
  /** One line beside the answer: progress, hints, complaints. */
  aside(text: string): void;
  readonly width: number;
  /** Whether a person watches: colours, progress bars and pretty logs are for people. */
  readonly colours: boolean;
  readonly interactive: boolean;
}

export type Colour = "red" | "green" | "yellow" | "gray" | "cyan" | "bold";

export interface TextStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Follows NO_COLOR (no-color.org), FORCE_COLOR and TERM=dumb. */
export function outputTo(
  out: TextStream,
  aside: TextStream,
  environment: Readonly<Record<string, string | undefined>>,
): Output {
  return {
    line: (text = "") => void out.write(`${text}\n`),
    write: (text) => void out.write(text),
    aside: (text) => void aside.write(`${text}\n`),
    width: Math.min(160, Math.max(40, out.columns ?? usualWidth)),
    colours: wantsColours(out, environment),
    interactive: out.isTTY === true && aside.isTTY === true,
  };
}

export function paint(output: Output, colour: Colour, text: string): string {
  return output.colours ? styleText(colour, text, { validateStream: false }) : text;
}

/** A complete JSON document for scripts; JSON itself escapes most of what steers a terminal. */
export function printJson(output: Output, value: unknown): void {
  const text = JSON.stringify(value, null, 2);
  // DEL and C1 controls are legal in JSON and steer terminals all the same.
  output.line(text.replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped));
}

function escaped(one: string): string {
  return `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function wantsColours(
  out: TextStream,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (environment["NO_COLOR"]) return false;
  if (environment["FORCE_COLOR"]) return environment["FORCE_COLOR"] !== "0";
  return out.isTTY === true && environment["TERM"] !== "dumb";
}
