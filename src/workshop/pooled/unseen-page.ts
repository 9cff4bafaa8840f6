// What attacks did that the house was not made against: docs/unseen.md.

import { type Counted, wilson } from "../../base/wilson.ts";
import { laterFamilies } from "../../lab/families/families.ts";
import { drawnAnew, shareOf, summed } from "./interval.ts";
import { percent, range, table } from "./table.ts";
import type { Result } from "./trials.ts";

export function unseenPage(all: readonly Result[], house: string): string {
  const results = all.filter(({ kind }) => kind === "later");
  const seeds = new Set(results.map(({ seed }) => seed)).size;
  return `${[intro(seeds, house), families(results), reading, beside(results)].join("\n\n")}\n`;
}

function intro(seeds: number, house: string): string {
  return `# Attacks that the house was not made against

Five families of attacks (\`src/lab/families/later.ts\`) were written by somebody who had not seen
how the house judges, in languages and shapes that no other attack of the lab has, and kept apart
until weights and thresholds stood. Nothing is fitted or set on them. What their author knew: the
catalogue of [threats](threats.md), the names of signals, and how the lab writes its other attacks.

Generated, from ${seeds} seeds: \`npm run pooled -- --later --into FILE --page\`. Each attack comes
among four ordinary days of a hundred people, before the house as shipped (${house}), in guard
mode, from an empty memory, and with no moderator who rules on anything.

*Reached*: of the notifications that the spam was out for, those that people got, recalled
afterwards or not. Each seed draws other hosts, rates, wordings and sizes, so that the interval of
95 % is over seeds drawn anew, and the range from the mildest seed to the worst stands beside it.
*Ties known*: the log tells what our own people do; *bare*: it does not.`;
}

/** As it was with twelve seeds: whoever runs others looks again. */
const reading = `## How to read it

As twelve seeds showed it, with ties known:

- **T30** arrives, as its catalogue entry says: an opener is what a friendly stranger writes, each
  account writes to a few people, and whoever is answered may write. Only people can report it.
- **CM27** is sent by accounts with years of good standing, a part of them to people who follow
  them, and that part passes more easily where ties are known. Of small ones (64 and 86 posts, a
  page for every two to five of them) all arrived, of the largest half to two thirds.
- **CM10** is a matter of language: in Turkish and Polish 3 to 20 % arrived, in Korean 70 to 76 %.
  Short Korean sentences with their slots filled anew share too little to be seen as alike; this is
  a weakness, and not of this family only.
- **T37** is a matter of pace: of what came within two hours 1 and 5 % arrived, of what took half a
  day or more 11 to 75 %.
- **T31** says much the same in many polls within a day or two: that is what a wave is.`;

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
