// What attacks did that the house was not made against: docs/unseen.md.

import { laterFamilies } from "../../lab/families/families.ts";
import { type Counted, drawnAnew, shareOf, summed, wilson } from "./interval.ts";
import { percent, range, table } from "./table.ts";
import type { Result } from "./trials.ts";

export function unseenPage(all: readonly Result[], house: string): string {
  const results = all.filter(({ kind }) => kind === "later");
  const seeds = new Set(results.map(({ seed }) => seed)).size;
  return `${[intro(seeds, house), families(results), beside(results)].join("\n\n")}\n`;
}

function intro(seeds: number, house: string): string {
  return `# Attacks that the house was not made against

Five families of attacks (\`src/lab/families/later.ts\`) were written after the weights were frozen,
by somebody who had not seen how the house judges, in languages and shapes that no other attack
of the lab has. Nothing is fitted or set on them. Generated, from ${seeds} seeds:
\`npm run pooled -- --later --into FILE --page\`, each among four ordinary days of a hundred people,
before the house as shipped (${house}), in guard mode, from an empty memory, and with no
moderator who rules on anything.

*Reached*: of the notifications that the spam was out for, those that people got, recalled
afterwards or not. Each seed draws other hosts, rates, wordings and sizes, so that the interval of
95 % is over seeds drawn anew, and the range from the mildest seed to the worst stands beside it.
*Ties known*: the log tells what our own people do; *bare*: it does not.`;
}

function families(results: readonly Result[]): string {
  const rows = laterFamilies.flatMap(({ id, title }) =>
    [true, false].flatMap((told) => {
      const own = results.filter((one) => one.code === id && one.told === told);
      const parts = [...new Set(own.flatMap(({ reached }) => Object.keys(reached)))].sort();
      return parts.map((part) => {
        const counts = own.map(({ reached }) => reached[part] ?? { of: 0, part: 0 });
        return [part, title, told ? "ties known" : "bare", ...figures(counts)];
      });
    }),
  );
  const head = ["", "attack", "", "notifications", "reached", "share", "95 %", "by seed"];
  return `## What reached people\n\n${table(head, rows)}`;
}

function figures(counts: readonly Counted[]): readonly string[] {
  const all = summed(counts);
  const shares = counts.filter(({ of }) => of > 0).map(shareOf);
  const bySeed = range({ low: Math.min(...shares), high: Math.max(...shares) });
  return [`${all.of}`, `${all.part}`, percent(shareOf(all)), range(drawnAnew(counts)), bySeed];
}

function beside(results: readonly Result[]): string {
  const rows = [true, false].map((told) => {
    const all = summed(results.filter((one) => one.told === told).map(({ firsts }) => firsts));
    const count = [`${all.of}`, `${all.part}`, percent(shareOf(all)), range(wilson(all))];
    return [told ? "ties known" : "bare", ...count];
  });
  const head = ["", "first contacts", "held", "share", "95 %, Wilson"];
  return `## Ordinary strangers meanwhile\n\n${table(head, rows)}`;
}
