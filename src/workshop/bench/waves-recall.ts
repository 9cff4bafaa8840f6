// How many variants an engine finds, and how often it finds what isn't there.

import type { Row } from "./main.ts";
import { mutatorKinds } from "./mutators.ts";
import type { Posted } from "./waves-arrivals.ts";
import type { Engine, Match } from "./waves-engines.ts";
import type { Query } from "./waves-queries.ts";

export type Answered = Query & { readonly match: Match | undefined };

export interface Measured {
  readonly rows: readonly Row[];
  /** What a match has to exceed, so that one distractor in a thousand does. */
  readonly strict: number;
}

/** Everything remembered, then everything asked; `title` begins the name of each row. */
export function measured(
  title: string,
  engine: Engine,
  remembered: readonly Posted[],
  queries: readonly Query[],
  inDetail: boolean,
): Measured {
  for (const [id, post] of remembered.entries()) engine.remember(id, post);
  for (const { post } of queries.slice(0, 200)) engine.best(post);
  const [matches, seconds] = timed(() => queries.map(({ post }) => engine.best(post)));
  const answered = queries.map((query, i): Answered => ({ ...query, match: matches[i] }));
  const together = answered.filter((one) => one.template !== undefined && !one.alone);
  const strict = thresholdAt(answered, 0.001);
  const row = (name: string, some: readonly Answered[], threshold: number): Row =>
    count(`${title}: ${name}`, 100 * recall(some, threshold), "% found");
  const rows = [
    row("at 1 % false positives", together, thresholdAt(answered, 0.01)),
    row("at 0.1 % false positives", together, strict),
    row("wherever anything is found", together, Number.NEGATIVE_INFINITY),
    count(`${title}: false positives of that`, 100 * falsePositives(answered), "%"),
    ...(inDetail ? parts(answered).map(([name, some]) => row(name, some, strict)) : []),
    count(`${title}: look-ups`, queries.length / seconds, "per CPU second"),
  ];
  return { rows, strict };
}

/** Everything below is at 0.1 % false positives. */
function parts(answered: readonly Answered[]): readonly (readonly [string, readonly Answered[]])[] {
  const together = answered.filter((one) => one.template !== undefined && !one.alone);
  const shares = [20, 30, 40].map((from) => {
    const at = (share: number): number => Math.min(40, Math.max(20, 10 * Math.floor(share * 10)));
    const some = together.filter(({ wordsChanged }) => at(wordsChanged) === from);
    return [`${from} to ${from + 10} % of the words`, some] as const;
  });
  const languages = [...new Set(together.map(({ language }) => language))].sort();
  const alone = mutatorKinds.filter((kind) => answered.some((one) => one.alone === kind));
  return [
    ...shares,
    ...languages.map((name) => [name, together.filter((one) => one.language === name)] as const),
    ...alone.map((kind) => {
      return [`${kind} alone`, answered.filter((one) => one.alone === kind)] as const;
    }),
  ];
}

/** What a match has to exceed; ties stay together on the far side. */
function thresholdAt(answered: readonly Answered[], share: number): number {
  const scores = answered
    .filter(({ template }) => template === undefined)
    .map(({ match }) => match?.score ?? Number.NEGATIVE_INFINITY)
    .sort((a, b) => b - a);
  return scores[Math.floor(share * scores.length)] ?? Number.NEGATIVE_INFINITY;
}

function recall(variants: readonly Answered[], threshold: number): number {
  const found = variants.filter(
    ({ match, template }) => match?.id === template && (match?.score ?? 0) > threshold,
  );
  return found.length / Math.max(1, variants.length);
}

function falsePositives(answered: readonly Answered[]): number {
  const others = answered.filter(({ template }) => template === undefined);
  return others.filter(({ match }) => match !== undefined).length / Math.max(1, others.length);
}

export function count(name: string, value: number, unit = "posts"): Row {
  return { name, median: value, min: value, max: value, unit };
}

/** Seconds of CPU, since other programs run beside this one. */
export function timed<T>(step: () => T): readonly [T, number] {
  const began = process.cpuUsage();
  const result = step();
  const { user, system } = process.cpuUsage(began);
  return [result, (user + system) / 1e6];
}
