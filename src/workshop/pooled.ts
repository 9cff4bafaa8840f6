// How much wanted mail is held, over many seeds: `npm run pooled -- --into FILE [--seeds N]
// [--minutes N] [--later] [--page]`. Goes on where it stopped; FILE keeps one result a line.

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Heap, heapAt, thisHouse } from "./pooled/heap.ts";
import { heldPage } from "./pooled/page.ts";
import {
  laterTrialsOf,
  nameOf,
  type Result,
  resultOf,
  type Trial,
  trialsOf,
} from "./pooled/trials.ts";
import { unseenPage } from "./pooled/unseen-page.ts";

const { values } = parseArgs({
  options: {
    into: { type: "string" },
    seeds: { type: "string", default: "20" },
    minutes: { type: "string", default: "3" },
    later: { type: "boolean", default: false },
    page: { type: "boolean", default: false },
  },
});

const usage = `usage: npm run pooled -- --into FILE [--seeds N] [--minutes N] [--later] [--page]
  --into FILE    results, one a line; a run goes on where the last one stopped
  --seeds N      replays of each class and of ordinary days, twice each (20)
  --minutes N    stop after so long, at least one replay later (3)
  --later        instead of wanted mail: attacks that nothing was fitted or set on
  --page         write docs/held.md, with --later docs/unseen.md, from FILE`;

async function main(): Promise<void> {
  const [seeds, minutes] = [Number(values.seeds), Number(values.minutes)];
  if (values.into === undefined || !(seeds >= 1) || !(minutes > 0)) {
    process.stderr.write(`${usage}\n`);
    process.exit(2);
  }
  const house = thisHouse();
  const heap = heapAt(values.into, house);
  if (heap.leftOut > 0) tell(`${heap.leftOut} results of another house are left out`);
  if (values.page) {
    if (heap.results.length === 0) throw new Error(`${values.into} holds no result of this house`);
    const [name, page] = values.later ? ["unseen", unseenPage] : ["held", heldPage];
    const path = new URL(`../../docs/${name}.md`, import.meta.url);
    writeFileSync(path, page(heap.results, house));
  } else await play(heap, (values.later ? laterTrialsOf : trialsOf)(seeds), minutes * 60_000);
}

async function play(heap: Heap, trials: readonly Trial[], mostMs: number): Promise<void> {
  const began = performance.now();
  for (const [index, trial] of trials.entries()) {
    if (heap.has(trial)) continue;
    const result = await resultOf(trial);
    heap.add(result);
    tell(`${index + 1} of ${trials.length}: ${nameOf(trial)}: ${told(result)}`);
    if (performance.now() - began > mostMs) return tell("time is over: run it again to go on");
  }
  tell("all played: --page writes what came of it");
}

function told({ firsts, reached }: Result): string {
  const spam = Object.entries(reached).map(([what, { of, part }]) => `${what} ${part} of ${of}`);
  const held = `${firsts.part} of ${firsts.of} first contacts held`;
  return spam.length === 0 ? held : `${held}; reached: ${spam.join(", ")}`;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

await main();
