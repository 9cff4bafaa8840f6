// `npm run views -- [LOG.jsonl.gz …]`: what each view of a post is good for. Replays the lab's
// families of attacks, and recorded logs with their truth beside them, once with all views and once
// without each; writes docs/views.md. Takes some minutes; replays are kept between runs.

import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { makeScorer } from "../engine/calibrate/fit-weights.ts";
import { shippedSettings } from "../engine/policy.ts";
import { signals } from "../engine/signals/index.ts";
import { families } from "../lab/families/families.ts";
import { type ViewName, viewNames } from "../model/likeness.ts";
import { type Change, chanceOf, changesOf, handsMin } from "./fit/ablation.ts";
import { BlindMemory } from "./fit/blind-memory.ts";
import { makeCache } from "./fit/cache.ts";
import { type Case, collected, type ToldTruth } from "./fit/collect.ts";
import { frameOf, spokeOf } from "./fit/examples.ts";
import { labLogs } from "./fit/lab-logs.ts";
import { doneTo, fateOf, figureNames } from "./fit/operating.ts";
import { linesOf, truthsBeside } from "./fit/read-log.ts";

/** One seed, as there are fourteen times as many replays. */
const seeds = ["fit-1"];
const attacks = new Set(families.map(({ id }) => id));

interface Log {
  readonly name: string;
  readonly where: string;
  open(): Promise<{
    readonly lines: AsyncIterable<string> | Iterable<string>;
    readonly truths: readonly ToldTruth[];
  }>;
}

function logsOf(files: readonly string[]): readonly Log[] {
  const lab = labLogs(seeds)
    .filter(({ name }) => attacks.has(name.split(" ")[0] ?? ""))
    .map(({ name, write }): Log => ({ name, where: "lab", open: write }));
  const recorded = files.map((file): Log => {
    const name = basename(file).replace(/\.jsonl(?:\.gz)?$/, "");
    const open = async () => {
      const truths = await truthsBeside(file);
      return { lines: linesOf(file), truths };
    };
    return { name, where: name, open };
  });
  return [...lab, ...recorded];
}

const cached = makeCache();

async function casesOf({ name, open }: Log, blindTo: ViewName | undefined) {
  // The same name as the fit's: what both replay is replayed once.
  const key = blindTo === undefined ? name : `${name} without ${blindTo}`;
  return cached(key, async () => {
    const { lines, truths } = await open();
    const memory = blindTo === undefined ? undefined : () => new BlindMemory(blindTo);
    return collected(name, lines, truths, memory);
  });
}

const scorer = makeScorer(frameOf(0));
const decibans = signals.map(({ symbol }) => shippedSettings.signals[symbol]?.decibans ?? 0);

function done(some: readonly Case[]) {
  return some.map((one) => {
    const spoke = { came: spokeOf(one.came), last: spokeOf(one.last) };
    return doneTo(one, fateOf(spoke, decibans, scorer));
  });
}

async function without(view: ViewName, logs: readonly Log[]): Promise<readonly Change[]> {
  const places = Map.groupBy(logs, ({ where }) => where);
  const changes: Change[] = [];
  for (const [where, some] of places) {
    const all: Case[] = [];
    const blind: Case[] = [];
    for (const log of some) {
      all.push(...(await casesOf(log, undefined)));
      blind.push(...(await casesOf(log, view)));
    }
    const before = done(all);
    changes.push(...changesOf(where, before, done(blind), chanceOf(all, before)));
  }
  return changes;
}

function row(view: ViewName, changes: readonly Change[]): string {
  const cells = figureNames.map((figure) =>
    changes
      .filter((one) => one.figure === figure)
      .map((one) => `${one.where} ${signed(one.points)} (${chanceIn(one)})`)
      .join("; "),
  );
  return `| ${[view, ...cells].join(" | ")} |\n`;
}

function chanceIn({ low, high, hands }: Change): string {
  return hands < handsMin ? `of ${hands}` : `${signed(low)} to ${signed(high)}`;
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return `${value < 0 && Number(text) !== 0 ? "−" : "+"}${text}`;
}

const logs = logsOf(process.argv.slice(2));
const rows: string[] = [];
for (const view of viewNames) {
  process.stderr.write(`without ${view}\n`);
  rows.push(row(view, await without(view, logs)));
}
const head = ["without", ...figureNames];
const page = `# What each view of a post is good for

Generated: \`npm run views\`. Contacts are compared in fourteen views (\`src/model/likeness.ts\`
says what each looks at). Here memory looks at all but one of them, everything else as shipped.
Changes are in points of a hundred of all that came, read or not, with 95 % intervals over attacks
and classes drawn anew (of fewer than ${handsMin} attacks their number); what does not change
is left out. The lab's are its families of attacks, of one seed (${seeds.join(", ")}).

| ${head.join(" | ")} |
| ${head.map(() => "---").join(" | ")} |
${rows.join("")}
Read in November 2026: for text, for pictures (waves of posts without words, T11) and for how a post
is built the other views do not make up, and who disguises one of these gets more than five points
further. Links and handles change nothing here: the same link is counted apart as well
(REPEATED_LINK), and words that are spelt in handles are played by the siege alone
(\`handles-as-text\`).
`;
writeFileSync(new URL("../../docs/views.md", import.meta.url), page);
