// How much wanted mail is held, over many seeds: `npm run pooled -- --into FILE [--seeds N]
// [--minutes N] [--page]`. Goes on where it stopped; FILE keeps one result a line.

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Heap, heapAt, thisHouse } from "./pooled/heap.ts";
import { heldPage } from "./pooled/page.ts";
import { nameOf, resultOf, trialsOf } from "./pooled/trials.ts";

const { values } = parseArgs({
  options: {
    into: { type: "string" },
    seeds: { type: "string", default: "20" },
    minutes: { type: "string", default: "3" },
    page: { type: "boolean", default: false },
  },
});

const usage = `usage: npm run pooled -- --into FILE [--seeds N] [--minutes N] [--page]
  --into FILE    results, one a line; a run goes on where the last one stopped
  --seeds N      replays of each class and of ordinary days, twice each (20)
  --minutes N    stop after so long, at least one replay later (3)
  --page         write docs/held.md from what FILE holds, instead of replaying`;

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
    writeFileSync(new URL("../../docs/held.md", import.meta.url), heldPage(heap.results, house));
  } else await play(heap, seeds, minutes * 60_000);
}

async function play(heap: Heap, seeds: number, mostMs: number): Promise<void> {
  const trials = trialsOf(seeds);
  const began = performance.now();
  for (const trial of trials) {
    if (heap.has(trial)) continue;
    const result = await resultOf(trial);
    heap.add(result);
    const { of, part } = result.firsts;
    const done = `${heap.results.length} of ${trials.length}`;
    tell(`${done}: ${nameOf(trial)}: ${part} of ${of} first contacts held`);
    if (performance.now() - began > mostMs) return tell("time is over: run it again to go on");
  }
  tell("all played: --page writes docs/held.md");
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

await main();
