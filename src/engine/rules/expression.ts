// Expressions in RE2's language, which has no way to take longer than linear time.

import { RE2JS, RE2Set } from "re2js";
import { err, ok, type Result } from "../../base/result.ts";

/** Characters of a text that expressions are run on. A post has 500, and rarely thousands. */
export const expressionTextMax = 4000;

/** Of a pattern; chosen by us: who needs more wants a program. */
const patternMax = 300;

/**
 * Steps of the compiled pattern: an input that leads it astray costs up to so many times the
 * length of the text (measured: 45 ns each). Of one, and of all that are in force together.
 */
const stepsMax = 250;
export const stepsOfAllMax = 1500;

export interface Expression {
  readonly text: string;
  readonly steps: number;
  /** What of the text it matches; undefined if nothing. */
  find(text: string): string | undefined;
}

export function compileExpression(text: string): Result<Expression, string> {
  if (text.length > patternMax) return err(`an expression may have ${patternMax} characters`);
  try {
    const compiled = RE2JS.compile(text, flags);
    const steps = compiled.programSize();
    if (steps > stepsMax)
      return err(`this expression is too large (${steps} steps of ${stepsMax}): repeat less in it`);
    if (compiled.test("")) return err("this expression matches everything, also an empty text");
    const find = (where: string) => compiled.exec(where)?.[0];
    return ok({ text, steps, find });
  } catch (error) {
    return err(`RE2 can't read this expression: ${whyNot(error)}`);
  }
}

/** Letters in any case; `^` and `$` are where a line begins and ends. */
const flags = RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE;

function whyNot(error: unknown): string {
  const because = error instanceof Error ? error.message : String(error);
  const short = because.replace(/^error parsing regexp: /, "").slice(0, 200);
  return /\(\?[=!<]|\\[1-9]/.test(short)
    ? `${short} (it has no look-around and no back-references, which need more than linear time)`
    : short;
}

/** Which of them, by place, match anything in a text: one pass for all. */
export function matcherOf(expressions: readonly Expression[]): (text: string) => readonly number[] {
  if (expressions.length === 0) return () => [];
  const set = new RE2Set(RE2Set.UNANCHORED, flags, statesBytesMax);
  for (const { text } of expressions) set.add(text);
  set.compile();
  return (text) => set.match(text) as readonly number[];
}

/** Memory for states that were met; beyond it they are found anew. Chosen by us. */
const statesBytesMax = 4 * 1024 * 1024;
