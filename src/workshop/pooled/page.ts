// The results as a page: docs/held.md.

import { type Counted, wilson } from "../../base/wilson.ts";
import { lookAlikes } from "../../lab/lookalikes/list.ts";
import type { Interval } from "../fit/drawn-again.ts";
import { tellsApart } from "./apart.ts";
import type { Trait } from "./contacts.ts";
import { drawnAnew, shareOf, summed } from "./interval.ts";
import { percent, range, table } from "./table.ts";
import type { Result } from "./trials.ts";

/** More than this of a class, and it is named with what would help. */
const bar = 1 / 20;

export function heldPage(all: readonly Result[], house: string): string {
  const results = all.filter(({ kind }) => kind !== "later");
  const seeds = new Set(results.map(({ seed }) => seed)).size;
  const parts = [
    intro(seeds, house),
    pooled(results),
    classes(results),
    exceptions(results),
    ...traits.map(([trait, title]) => byTrait(results, trait, title)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function intro(seeds: number, house: string): string {
  return `# How much wanted mail is held

Of first contacts by strangers, how many are held: on ordinary days, and where nothing but mail
comes that looks like an attack. Generated: \`npm run pooled -- --into FILE --page\`, from ${seeds}
seeds that nothing was fitted, tested or set on, before the house as shipped (${house}), in guard
mode and from an empty memory. What one class is like, and what happens to it during a wave, is
told by [look-alikes](lookalikes.md).

*Held*: had not arrived when everything was settled. *Ties known*: the log tells what our own
people do, as a connector does; *bare*: it does not. Intervals are of 95 %: the first counts each
contact as a throw of its own (Wilson's score interval), the second draws whole replays anew, so
that what is held together counts together; it knows nothing where nothing was held.

The lab's ordinary people have some hundred patterns of sentences, so that strangers say nearly the
same by chance: CAMPAIGN was what spoke in each of nine held on ordinary bare days that were looked
at. A real server's strangers repeat themselves less; what is held of them is told by
\`breakwater tune\` from its own days. Languages and hosts differ as the classes do that use them:
what is Turkish here is mostly copied warnings.`;
}

/** With what may be held at most: the budget that ships, and five times that. */
const mixes = [
  ["ordinary days", "ordinary", 1 / 1_000],
  ["nothing but look-alikes", "look-alike", 1 / 200],
] as const;

function pooled(results: readonly Result[]): string {
  const rows = mixes.flatMap(([title, kind, aim]) =>
    [true, false].map((told) => {
      const some = results.filter((one) => one.kind === kind && one.told === told);
      const counts = some.map(({ firsts }) => firsts);
      const name = `${title}, ${told ? "ties known" : "bare"}`;
      const [all, anew] = [summed(counts), drawnAnew(counts)];
      return [name, ...figures(all), range(anew), `${percent(aim)}: ${judged(all, anew, aim)}`];
    }),
  );
  const head = ["first contacts", "of", "held", "share", "95 %", "95 %, replays drawn anew", "aim"];
  return `## All together\n\n${table(head, rows)}`;
}

/** Only what both intervals agree on is said. */
function judged(all: Counted, anew: Interval, aim: number): string {
  const { low, high } = wilson(all);
  if (Math.max(high, anew.high) <= aim) return "met";
  if (Math.min(low, anew.low) > aim) return "missed";
  return shareOf(all) <= aim ? "met, not surely" : "missed, not surely";
}

function classes(results: readonly Result[]): string {
  const rows = lookAlikes.map(({ code, name, starred }) => {
    const [told, bare] = [countOf(results, code, true), countOf(results, code, false)];
    const title = `${code}${starred ? " ★" : ""}`;
    return [title, name, ...figures(told), ...figures(bare).slice(1)];
  });
  const head = ["class", "", "of", "held", "share", "95 %", "bare: held", "share", "95 %"];
  return `## Class by class\n\nA star: none of it should ever be held.\n\n${table(head, rows)}`;
}

function exceptions(results: readonly Result[]): string {
  const lines = lookAlikes.flatMap(({ code, name }) => {
    const shares = [true, false].map((told) => shareOf(countOf(results, code, told)));
    const [told = 0, bare = 0] = shares;
    if (Math.max(told, bare) <= bar) return [];
    const apart = tellsApart[code];
    if (apart === undefined) throw new Error(`apart.ts says nothing of ${code}, ${name}`);
    const where = told > bar ? "" : ", where no ties are known";
    return [`- **${code}**, ${name}${where} (${percent(told)}, bare ${percent(bare)}): ${apart}.`];
  });
  const title = "## Classes of which more than one in twenty is held";
  if (lines.length === 0) return `${title}\n\nNone.`;
  return `${title}\n\nWhat would tell them apart:\n\n${lines.join("\n")}`;
}

const traits = [
  ["language", "By the language that the post tells"],
  ["script", "By script"],
  ["people", "By the size of the author's host"],
  ["software", "By the author's software"],
] as const;

function byTrait(results: readonly Result[], trait: Trait, title: string): string {
  const values = [...new Set(results.flatMap(({ by }) => Object.keys(by[trait])))];
  const total = (value: string): number => cell(results, undefined, trait, value).of;
  const rows = values
    .toSorted((one, other) => total(other) - total(one) || (one < other ? -1 : 1))
    .map((value) => [
      value,
      ...figures(cell(results, "ordinary", trait, value)),
      ...figures(cell(results, "look-alike", trait, value)),
    ]);
  const head = [
    "",
    "ordinary: of",
    "held",
    "share",
    "95 %",
    "look-alikes: of",
    "held",
    "share",
    "95 %",
  ];
  return `## ${title}\n\nTies known and bare together.\n\n${table(head, rows)}`;
}

function cell(
  results: readonly Result[],
  kind: Result["kind"] | undefined,
  trait: Trait,
  value: string,
): Counted {
  const some = results.filter((one) => kind === undefined || one.kind === kind);
  return summed(some.map(({ by }) => by[trait][value] ?? { of: 0, part: 0 }));
}

function countOf(results: readonly Result[], code: string, told: boolean): Counted {
  return summed(
    results.filter((one) => one.code === code && one.told === told).map((one) => one.firsts),
  );
}

function figures(count: Counted): readonly string[] {
  const interval = count.of === 0 ? "" : range(wilson(count));
  return [`${count.of}`, `${count.part}`, percent(shareOf(count)), interval];
}
